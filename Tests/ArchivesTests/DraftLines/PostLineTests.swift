import Archives
import PostText
import TestSupport
import Testing

struct PostLineTests {
  private func read(_ bytes: [UInt8]) throws -> Harvest {
    try Harvest(
      LineReader(
        BytesSource(bytes), file: "posts.jsonl", decoder: DraftLineDecoder(ruleIDs: ["mocking"])))
  }

  /// Posts of every kind with any text.
  private static func posts(seed: UInt64) -> [ArchivedPost] {
    var random = SeededGenerator(seed: seed)
    return GeneratedPosts.make(count: 200, seed: seed).enumerated().map { number, text in
      // A NUL byte is no part of a text.
      let text = "a" + text.filter { $0 != "\0" }
      var draft = Draft(text)
      draft.id = "\(number)"
      draft.account = Bool.random(using: &random) ? "NorthmarchPolice" : nil
      draft.thread = Bool.random(using: &random) ? ["b" + text] : []
      draft.media =
        Bool.random(using: &random)
        ? [.init(file: "a.jpg", alt: text), .init(), .init(isAltUnknown: true)] : []
      draft.replyTo = Bool.random(using: &random) ? .init(author: "a", text: text) : nil
      draft.quote = Bool.random(using: &random) ? .init(url: "https://x.com/i/status/1") : nil
      draft.purpose = Purpose.allCases.randomElement(using: &random)
      draft.waivers = Bool.random(using: &random) ? [.init(rule: "mocking", reason: text)] : []
      var post = ArchivedPost(draft: draft)
      post.time = PostTime(seconds: Int.random(in: 0..<2_000_000_000, using: &random))
      post.draft.day = post.time?.day
      post.kind = PostKind.allCases.randomElement(using: &random) ?? .original
      post.isDeleted = Bool.random(using: &random)
      post.cut = Bool.random(using: &random) ? "cut short" : nil
      return post
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a post written and read back is the same`(_ seed: UInt64) throws {
    let posts = Self.posts(seed: seed)
    #expect(try read(posts.flatMap(PostLine.bytes)).posts == posts)
  }

  @Test func `a post written late in the evening keeps its day`() throws {
    let time = try #require(PostTime("2026-05-06 23:30"))
    var post = ArchivedPost(draft: Draft("a"), time: time)
    post.draft.day = time.day
    #expect(try read(PostLine.bytes(post)).posts.map(\.draft.day) == [CalendarDay("2026-05-06")])
    post.draft.day = CalendarDay("2026-06-01")
    #expect(try read(PostLine.bytes(post)).posts == [post])
  }

  @Test func `a picture without words is a post, and nothing at all is none`() throws {
    let read = try read(
      Array(
        #"""
        {"id": "1", "media": [{"file": "a.jpg"}]}
        {"id": "2", "text": " "}
        {"id": "3", "tekst": "a"}
        {"id": "4", "text": "a", "kind": "rant"}
        {"id": "5", "text": "a", "time": "yesterday"}
        """#.utf8))
    #expect(read.outcomes == ["post", "empty", "missing-key", "unknown-value", "bad-date"])
    #expect(read.failures[1].words.contains("`text`"))
  }
}
