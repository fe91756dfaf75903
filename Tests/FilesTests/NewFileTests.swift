import Foundation
import Testing

@testable import Files

/// Files that get their name when they are whole, in a folder that is removed in the end.
final class NewFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + UUID().uuidString
    try Folder.make(folder + "/deep", mode: 0o700)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private var names: [String] {
    ((try? Folder.names(in: folder)) ?? []).filter { $0 != "deep" }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  @Test func `a file replaces what is there once it is whole`() throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/a"))
    let file = try NewFile(folder + "/a", mode: 0o600)
    try file.write(Array("new".utf8))
    #expect(try text("a") == "old")
    try file.replace(isFlushed: true)
    #expect(try text("a") == "new")
    #expect(names == ["a"])
  }

  @Test func `of two that claim a name the first one has it, and nothing is left of the other`()
    throws
  {
    let files = try [NewFile(folder + "/key", mode: 0o600), NewFile(folder + "/key", mode: 0o600)]
    for (number, file) in files.enumerated() { try file.write(Array("\(number)".utf8)) }
    #expect(try files[1].claim())
    #expect(try !files[0].claim())
    #expect(try text("key") == "1")
    #expect(names == ["key"])
  }

  @Test func `what is taken back leaves nothing`() throws {
    try NewFile(folder + "/a", mode: 0o600).discard()
    #expect(names == [])
  }

  @Test func `what cannot take its place is taken back and told`() throws {
    let file = try NewFile(folder + "/deep", mode: 0o600)
    #expect(throws: SystemFault.self) { try file.replace(isFlushed: false) }
    #expect(names == [])
  }

  @Test func `a folder below a file is refused with a reason`() throws {
    try Data().write(to: URL(fileURLWithPath: folder + "/a"))
    let refused = #expect(throws: SystemFault.self) { try Folder.make(folder + "/a/b") }
    #expect(refused?.words == "a part of the path is not a directory")
    try Folder.make(folder + "/deep/er/")
    #expect(Folder.exists(folder + "/deep/er"))
  }
}
