import Archives
import Foundation
import PostText
import Testing

/// What an input is, although its first records hold no post.
struct FormatDetectionTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func open(_ text: String) throws -> ArchiveInput.Opened {
    try folder.write(text, to: "input")
    return try ArchiveInput.open(folder.path("input"), .init())
  }

  private func refusal(_ text: String) -> ArchiveFailure? {
    #expect(throws: ArchiveFailure.self) { try open(text) }
  }

  private static let tweet = #"{"id":"1","text":"Found it","author_id":"7"}"#

  @Test(arguments: [
    (#"{"errors":[{"detail":"Not Found"}]}"#, tweet, InputFormat.xAPI, "refused"),
    (#"{"delete":{"status":{"id":1}}}"#, tweet, .xAPI, "not-a-post"),
    (#"{"error":"rate limit"}"#, tweet, .xAPI, "refused"),
    ("null", tweet, .xAPI, "wrong-type"),
    ("[]", tweet, .xAPI, "wrong-type"),
    (#"{}"#, tweet, .xAPI, "wrong-shape"),
    (#"{"id":0,"txt":1}"#, #"{"id":"1","text":"Found it"}"#, .jsonl, "unknown-key"),
    ("null", #"{"text":"Found it"}"#, .jsonl, "wrong-type"),
  ])
  func `a first record without a post does not hide what the others are`(
    _ first: String, _ post: String, _ format: InputFormat, _ outcome: String
  ) throws {
    for count in [1, 20] {
      let lines = Array(repeating: first, count: count) + [post, post]
      let opened = try open(lines.joined(separator: "\n") + "\n")
      #expect(opened.format == format)
      let read = try Harvest(opened.reader)
      #expect(read.texts == ["Found it", "Found it"])
      #expect(read.outcomes.count == count + 2)
      #expect(read.outcomes.first == outcome)
      #expect(Set(read.outcomes.prefix(count)).count == 1)
    }
  }

  @Test func `a list may begin with what is no post`() throws {
    let text = "[\(#"{"delete":{"status":{"id":1}}}"#),\n null,\n\(Self.tweet),\n\(Self.tweet)\n]\n"
    let opened = try open(text)
    #expect(opened.format == .xAPI)
    let read = try Harvest(opened.reader)
    #expect(read.texts == ["Found it", "Found it"])
    #expect(read.outcomes.count == 4)
  }

  @Test func `a list with an element a line is a list, however long it is`() throws {
    for count in [1, 2, 3, 4, 60] {
      let lines = Array(repeating: #"{"text":"Found it"}"#, count: count)
      let read = try Harvest(try open("[\n" + lines.joined(separator: ",\n") + "\n]\n").reader)
      #expect(read.outcomes == Array(repeating: "post", count: count))
    }
  }

  @Test(arguments: [
    #"{"id":5,"created_at":"Sat Feb 18 12:33:11 +0000 2023","full_text":"Found it","user":{"screen_name":"force"}}"#,
    #"{"id":5,"created_at":"Sat Feb 18 12:33:11 +0000 2023","text":"Found it","user":{"screen_name":"force"}}"#,
  ])
  func `a post of version 1 needs no id in words`(_ line: String) throws {
    let opened = try open(line + "\n")
    #expect(opened.format == .xAPI)
    let post = try #require(try Harvest(opened.reader).posts.first)
    #expect(post.draft.text == "Found it")
    #expect(post.draft.account == "force")
    #expect(post.time != nil)
  }

  @Test
  func `a page is known by what stands before its posts, be that longer than what is looked at`()
    throws
  {
    let users = (0..<9_000).map { #"{"id":"\#($0)","username":"reader\#($0)"}"# }
    let page =
      #"{"includes":{"users":["# + users.joined(separator: ",") + #"]},"data":[\#(Self.tweet)]}"#
    let opened = try open(page)
    #expect(opened.format == .xAPI)
    #expect(try Harvest(opened.reader).texts == ["Found it"])
  }

  @Test func `what another export calls media makes no draft of it`() throws {
    let other = #"[{"media":[{"uri":"a.jpg","creation_timestamp":1,"title":"Found it"}]}]"#
    #expect(try #require(refusal(other)).message.contains("`media`"))
    #expect(try open(#"{"media":[{"file":"a.jpg"}]}"#).format == .jsonl)
  }

  @Test(arguments: ["{}", "null\nnull", "[]", "[{}]", "[null]", #"{"errors":[]}"#, "[[]]"])
  func `JSON of no known format is refused with what to give, and no hole in the message`(
    _ text: String
  ) throws {
    let failure = try #require(refusal(text))
    #expect(failure.code == "unknown-format")
    #expect(failure.message.contains("--input-format x-api"))
    #expect(failure.message.contains("--map text="))
    #expect(!failure.message.contains("keys ."))
  }

  @Test func `a table of unknown columns is refused with how to map them`() throws {
    let failure = try #require(refusal("Nr,Wording,When\n1,Hello,2024-05-01\n"))
    #expect(failure.message.contains("--map"))
    #expect(failure.message.contains("`Wording`"))
    let prose = try #require(refusal("Dear Sir or Madam"))
    #expect(prose.message.contains("--map"))
  }
}
