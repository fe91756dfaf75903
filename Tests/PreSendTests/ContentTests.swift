import Digests
import PostText
import Testing

@testable import PreSend

@Suite struct ContentTests {
  /// Posts that differ in one thing each.
  private static let posts: [Draft] = {
    var posts = [Draft("a")]
    func add(_ change: (inout Draft) -> Void) {
      var draft = Draft("a")
      change(&draft)
      posts.append(draft)
    }
    add { $0.text = "a " }
    add { $0.account = "b" }
    add { $0.channel = "x" }
    add { $0.spoilerText = "a" }
    add { $0.thread = ["b"] }
    add { $0.thread = ["b", "c"] }
    add { $0.poll = ["b"] }
    add { $0.media = [Draft.Media(alt: "b")] }
    add { $0.media = [Draft.Media(), Draft.Media(alt: "b")] }
    add { $0.replyTo = Draft.Context(url: "1") }
    add { $0.replyTo = Draft.Context(text: "1") }
    add { $0.quote = Draft.Context(url: "1") }
    return posts
  }()

  @Test func `posts that differ in anything that is published have different content`() {
    for (place, post) in Self.posts.enumerated() {
      for other in Self.posts[(place + 1)...] {
        #expect(PreSendRequest(post).content != PreSendRequest(other).content, "\(post) \(other)")
      }
    }
  }

  /// Posts that differ in what is not published, and is read all the same.
  private static let surroundings: [Draft] = {
    var posts: [Draft] = []
    func add(_ change: (inout Draft) -> Void) {
      var draft = Draft("a")
      change(&draft)
      posts.append(draft)
    }
    for purpose in Purpose.allCases { add { $0.purpose = purpose } }
    for stage in CaseStage.allCases { add { $0.caseStage = stage } }
    add { $0.day = CalendarDay("0987-06-05") }
    add { $0.day = CalendarDay("2031-12-10") }
    add { $0.isLifeAtRisk = true }
    add { $0.media = [Draft.Media(file: "door.jpg"), Draft.Media(file: "b", alt: "A door")] }
    add { $0.replyTo = Draft.Context(author: "b", text: "1", url: "2") }
    add { $0.quote = Draft.Context(author: "b", text: "1", url: "2") }
    return posts
  }()

  @Test func `the words that the log keeps are all that are published`() {
    #expect(PreSendRequest(Draft("a\nb")).words == Array("a\nb".utf8))
    var draft = Draft("a")
    draft.thread = ["b"]
    draft.spoilerText = "c"
    draft.poll = ["d", "e"]
    draft.media = [Draft.Media(), Draft.Media(alt: "f")]
    #expect(
      String(decoding: PreSendRequest(draft).words, as: UTF8.self)
        == "text:\na\n\nthread[1]:\nb\n\nspoiler_text:\nc\n\npoll[0]:\nd\n\npoll[1]:\ne\n\nmedia[1].alt:\nf"
    )
  }

  @Test func `other hooks are told that a description is not known`() {
    var draft = Draft("a")
    draft.media = [Draft.Media(isAltUnknown: true)]
    #expect(
      String(decoding: PreSendRequest(draft).json, as: UTF8.self).contains(
        #""media":[{"alt_unknown":true}]"#))
  }

  @Test func `what is set aside is not told to other hooks, who do not know the rules`() throws {
    var request = PreSendRequest(Draft("a"))
    request.draft.waivers = [Draft.Waiver(rule: "ours", reason: "Cleared by telephone")]
    #expect(try PreSendRequest.read(request.json, ruleIDs: []).draft.waivers.isEmpty)
  }

  @Test func `a request that is written is read back`() throws {
    for post in Self.posts + Self.surroundings {
      var request = PreSendRequest(post)
      request.draft.channel = post.channel ?? "generic"
      request.id = "a1"
      request.draft.id = "a1"
      request.author = "pat"
      request.client = "toot"
      request.scheduledAt = "2026-05-07T10:00:00Z"
      request.draft.day = post.day ?? CalendarDay("2026-05-07")
      request.sha256 = Digests.sha256(request.json)
      #expect(try PreSendRequest.read(request.json, ruleIDs: []) == request)
    }
  }

  @Test func `marks in a command are filled in once`() {
    let filled = SendRun.filled("{}{previous}{}{", [("{}", "{previous}"), ("{previous}", "{}")])
    #expect(filled == "{previous}{}{previous}{")
  }
}
