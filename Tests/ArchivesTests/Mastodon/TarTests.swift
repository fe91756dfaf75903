import Foundation
import Testing

@testable import Archives

/// The form in which Mastodon gave exports before it gave zips.
@Suite struct TarTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(Self.outbox("One", "Two"), to: "outbox.json")
    try folder.write("{\"type\":\"Person\"}", to: "actor.json")
    try folder.write(Self.outbox("Other"), to: "other/outbox.json")
    try folder.write(String(repeating: "picture ", count: 40_000), to: "media/1.png")
  }

  private static func outbox(_ texts: String...) -> String {
    let everybody = "[\"https://www.w3.org/ns/activitystreams#Public\"]"
    let items = texts.enumerated().map { number, text in
      "{\"id\":\"\(number)\",\"type\":\"Create\",\"published\":\"2024-05-01T12:00:00Z\",\"to\":\(everybody),"
        + "\"object\":{\"id\":\"\(number)\",\"type\":\"Note\",\"to\":\(everybody),\"content\":\"<p>\(text)</p>\"}}"
    }
    return
      "{\"type\":\"OrderedCollection\",\"totalItems\":\(texts.count),\"orderedItems\":[\(items.joined(separator: ","))]}"
  }

  /// Packs files of the folder.
  private func tar(_ options: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/tar")
    process.arguments = ["-c\(options)f", folder.path("export"), "-C", folder.url.path] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return folder.path("export")
  }

  private func read(_ path: String) throws -> ReadArchive {
    try ReadArchive(try ArchiveInput.open(path, .init()).reader)
  }

  private func cut(_ path: String, to share: Double) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(fileURLWithPath: path))
  }

  @Test(arguments: ["", "z", "J", "j"])
  func `posts are read out of it, wherever they stand and however it is compressed`(
    _ compression: String
  ) throws {
    for order in [["outbox.json", "actor.json", "media"], ["media", "actor.json", "outbox.json"]] {
      let archive = try read(try tar(compression, order[0], order[1], order[2]))
      #expect(archive.texts == ["One", "Two"])
      #expect(archive.codes == [])
      #expect(archive.places.first?.file.hasSuffix("export: outbox.json") == true)
    }
  }

  @Test func `one without posts is refused`() throws {
    let path = try tar("z", "actor.json", "media")
    let failure = #expect(throws: ArchiveFailure.self) { try ArchiveInput.open(path, .init()) }
    #expect(failure?.code == "no-posts")
  }

  @Test func `a second file of posts is told`() throws {
    let archive = try read(try tar("z", "outbox.json", "other/outbox.json"))
    #expect(archive.texts == ["One", "Two"])
    #expect(archive.codes == ["second-archive"])
  }

  @Test func `a link in the place of the posts is not followed`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: "/etc/passwd")
    let path = try tar("", "--transform=s/^link$/outbox.json/", "link", "actor.json")
    let failure = #expect(throws: ArchiveFailure.self) { try ArchiveInput.open(path, .init()) }
    #expect(failure?.code == "no-posts")
  }

  @Test(arguments: ["", "z"])
  func `one that is cut off gives what it holds, and says so`(_ compression: String) throws {
    let path = try tar(compression, "outbox.json", "media")
    try cut(path, to: 0.6)
    let archive = try read(path)
    #expect(archive.texts == ["One", "Two"])
    #expect(archive.codes.count == 1)
  }

  @Test func `one that is cut off within the posts says so`() throws {
    let path = try tar("", "outbox.json")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(512 + 300).write(to: URL(fileURLWithPath: path))
    let archive = try read(path)
    #expect(archive.texts == ["One"])
    #expect(!archive.failures.isEmpty || !archive.codes.isEmpty)
  }
}
