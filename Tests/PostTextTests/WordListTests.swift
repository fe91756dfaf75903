import Foundation
import Testing

@testable import PostText
@testable import word_list

/// The word list in the binary.
struct WordListTests {
  static let isInstalled = FileManager.default.fileExists(atPath: WordListWriter.scowlFolder)

  @Test(.enabled(if: isInstalled, "scowl is not installed"))
  func `the checked-in lists are those that the generator writes`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/PostText/Words/Generated")
    let files = try WordListWriter.files(from: WordListWriter.scowlFolder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(files.map(\.name)))
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8)
      #expect(text == file.text, "\(file.name) is stale: run `swift run word-list`")
    }
  }

  @Test(arguments: [
    "the", "police", "pcso", "bobbies", "scrotes", "wanker", "homerton", "colin", "burglaries",
  ])
  func `words of all lists and their plurals are known`(_ word: String) {
    #expect(Array(word.utf8).withUnsafeBufferPointer(WordList.isKnown))
  }

  @Test(arguments: ["", "s", "xq", "thes", "polic", "policee", "Police", "ness"])
  func `pieces of words are not`(_ word: String) {
    #expect(!Array(word.utf8).withUnsafeBufferPointer(WordList.isKnown))
  }
}
