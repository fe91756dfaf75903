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

  @Test func `a request that is written is read back`() throws {
    for post in Self.posts {
      var request = PreSendRequest(post)
      request.draft.channel = post.channel ?? "generic"
      request.id = "a1"
      request.draft.id = "a1"
      request.author = "pat"
      request.client = "toot"
      request.scheduledAt = "2026-05-07T10:00:00Z"
      #expect(try PreSendRequest.read(request.json, ruleIDs: []) == request)
    }
  }

  @Test func `marks in a command are filled in once`() {
    let filled = SendRun.filled("{}{previous}{}{", [("{}", "{previous}"), ("{previous}", "{}")])
    #expect(filled == "{previous}{}{previous}{")
  }
}
