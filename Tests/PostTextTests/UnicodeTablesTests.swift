import Foundation
import Testing

@testable import PostText
@testable import unicode_tables

struct UnicodeTablesTests {
  static let isInstalled = [UnicodeTables.unicodeFolder, UnicodeTables.suffixFile].allSatisfy {
    FileManager.default.fileExists(atPath: $0)
  }

  @Test(.enabled(if: isInstalled, "unicode-data or publicsuffix is not installed"))
  func `the checked-in tables are those that the generator writes`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/PostText/Unicode/Generated")
    let files = try UnicodeTables.files()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(files.map(\.name)))
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8)
      #expect(text == file.text, "\(file.name) is stale: run `swift run unicode-tables`")
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 400)
    }
  }
}
