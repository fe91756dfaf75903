import Archives
import Foundation
import PostText
import TestSupport
import Testing

/// Pages of which one post, or the end, is damaged.
struct XAPIBrokenPageTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  /// A way for bytes to be broken inside one post.
  private static let faults: [(json: [UInt8], code: String)] = [
    (Array(#"{"id":"2","text":"\q","author_id":"7"}"#.utf8), "not-json"),
    (Array(#"{"id":"2","text":""#.utf8) + [0xE9] + Array(#"","author_id":"7"}"#.utf8), "not-json"),
    (Array(#"{"id":"2","text":"a","text":"b","author_id":"7"}"#.utf8), "repeated-key"),
    (
      Array(
        (#"{"id":"2","text":"a","x":"# + String(repeating: "[", count: 300)
          + String(repeating: "]", count: 300) + "}").utf8), "too-deep"
    ),
  ]

  private static let includes =
    #","includes":{"users":[{"id":"7","username":"force"}],"tweets":[{"id":"9","text":"Quoted"}]},"meta":{"result_count":3}}"#

  private func page(_ name: String, around broken: [UInt8], isPretty: Bool) -> [UInt8] {
    let gap = isPretty ? ",\n  " : ","
    let start =
      "{\"\(name)\":[" + (isPretty ? "\n  " : "")
      + #"{"id":"1","id_str":"1","text":"First","author_id":"7","referenced_tweets":[{"type":"quoted","id":"9"}]}"#
      + gap
    return Array(start.utf8) + broken
      + Array((gap + #"{"id":"3","id_str":"3","text":"Third","author_id":"7"}]"#).utf8)
  }

  private func read(_ bytes: [UInt8]) throws -> (Harvest, InputFormat) {
    try Data(bytes).write(to: folder.url.appendingPathComponent("input"))
    let opened = try ArchiveInput.open(folder.path("input"), .init())
    return (try Harvest(opened.reader), opened.format)
  }

  @Test(arguments: [false, true])
  func `a post that cannot be read fails alone, and its page is told once`(_ isPretty: Bool) throws
  {
    for fault in Self.faults {
      let (read, format) = try read(
        page("data", around: fault.json, isPretty: isPretty) + Array(Self.includes.utf8))
      #expect(format == .xAPI)
      #expect(read.texts == ["First", "Third"])
      #expect(read.outcomes == ["post", fault.code, "post", fault.code])
      #expect(read.failures.first?.message.contains("post 2 of the page") == true)
      // What stands beside the posts could be read.
      #expect(read.posts.first?.draft.quote == Draft.Context(text: "Quoted"))
      #expect(read.posts.map(\.draft.account) == ["force", "force"])
      #expect(read.posts.allSatisfy { $0.cut == nil })
    }
  }

  @Test func `the results of a search of version 1 are read one by one`() throws {
    for fault in Self.faults {
      let (read, format) = try read(
        page("statuses", around: fault.json, isPretty: false)
          + Array(#","search_metadata":{}}"#.utf8))
      #expect(format == .xAPI)
      #expect(read.texts == ["First", "Third"])
      #expect(read.outcomes == ["post", fault.code, "post", fault.code])
    }
  }

  @Test func `pages line by line are read one by one where they are broken`() throws {
    let broken = page("data", around: Self.faults[0].json, isPretty: false)
    let whole = #"{"data":[{"id":"4","text":"Fourth","author_id":"7"}]}"#
    let (read, _) = try read(
      Array((whole + "\n").utf8) + broken + Array((Self.includes + "\n" + whole + "\n").utf8))
    #expect(read.texts == ["Fourth", "First", "Third", "Fourth"])
    #expect(read.outcomes == ["post", "post", "not-json", "post", "not-json", "post"])
    #expect(read.places.map(\.line) == [1, 2, 2, 2, 2, 3])
  }

  @Test func `a page that is cut off gives what stands before the cut, told to lack its context`()
    throws
  {
    let second = Array(#"{"id":"2","text":"Second","author_id":"7"}"#.utf8)
    let whole = page("data", around: second, isPretty: true) + Array(Self.includes.utf8)
    let meta = #","meta":{"result_count":3}}"#
    for length in stride(from: 150, to: whole.count - meta.utf8.count, by: 7) {
      let (read, _) = try read(Array(whole[..<length]))
      #expect(read.texts == Array(["First", "Second", "Third"].prefix(read.posts.count)))
      #expect(read.outcomes.last == "cut-off")
      #expect(read.posts.isEmpty == false)
      #expect(read.posts.allSatisfy { $0.cut != nil })
    }
  }

  @Test func `what stands beside the posts may be broken itself`() throws {
    let (read, _) = try read(
      page("data", around: Array(#"{"id":"2","text":"Second"}"#.utf8), isPretty: false)
        + Array(#","includes":{"users":[{"id":"7","username":"\q"}]}}"#.utf8))
    #expect(read.texts == ["First", "Second", "Third"])
    #expect(read.outcomes == ["post", "post", "post", "not-json"])
    #expect(read.posts.allSatisfy { $0.cut != nil })
  }
}
