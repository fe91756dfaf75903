import Foundation
import Testing

@testable import Files

/// Folders as they are listed, below one that is removed in the end.
final class FolderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + UUID().uuidString
    for name in ["b/c", "a", ".hidden"] { try Folder.make(folder + "/" + name) }
    for name in ["b/c/2.yaml", "b/1.yaml", "3.yaml", ".4.yaml", ".hidden/5.yaml"] {
      try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  @Test func `files below a folder are listed in byte order, without those that are hidden`() throws
  {
    #expect(try Folder.files(below: folder) == ["3.yaml", "b/1.yaml", "b/c/2.yaml"])
    #expect(try Folder.names(in: folder) == [".4.yaml", ".hidden", "3.yaml", "a", "b"])
  }

  @Test func `a folder that is none is told, not listed as empty`() {
    #expect(throws: SystemFault(ENOENT)) { try Folder.names(in: folder + "/no") }
    #expect(throws: SystemFault(ENOTDIR)) { try Folder.names(in: folder + "/3.yaml") }
    #expect(throws: FolderFault(path: folder + "/no", reason: SystemFault(ENOENT))) {
      try Folder.files(below: folder + "/no")
    }
  }

  @Test func `a folder that is not there cannot be flushed, one that is can`() throws {
    try Folder.flush(folder)
    #expect(throws: SystemFault.self) { try Folder.flush(folder + "/gone") }
  }

  @Test func `a link that leads in a circle is told`() throws {
    #expect(symlink("..", folder + "/a/up") == 0)
    let fault = #expect(throws: FolderFault.self) { try Folder.files(below: folder) }
    #expect(fault?.reason == SystemFault(ELOOP))
    #expect(fault?.reason.words == "folders lie too deep, or a link leads in a circle")
  }
}
