import PostText
import Testing

@testable import Archives

struct StatusTests {
  private func read(_ text: String, includesPrivate: Bool = false) throws -> Harvest {
    try Harvest(
      MastodonReader(
        PiecewiseBytes(text, sizes: [17]), .statuses, file: "statuses.json",
        includesPrivate: includesPrivate))
  }

  private func status(_ id: Int, _ members: String) -> String {
    "{\"id\":\"\(id)\",\"created_at\":\"2024-05-01T12:00:00.000Z\",\"account\":{\"acct\":\"force\"},\(members)}"
  }

  @Test func `a status gives a post with all that is read`() throws {
    let harvest = try read(
      status(
        112_233,
        """
        "visibility":"public","spoiler_text":"Court","content":"<p>Tea &amp; cake?</p>","in_reply_to_id":"7",\
        "media_attachments":[{"description":"A van"},{"description":null}],\
        "poll":{"options":[{"title":"Yes"},{"title":"No"}]},"reblog":null
        """))
    let post = try #require(harvest.posts.first)
    #expect(post.draft.text == "Court\nTea & cake?\nYes\nNo")
    #expect(post.draft.id == "112233")
    #expect(post.draft.account == "force")
    #expect(post.draft.channel == "mastodon")
    #expect(post.draft.media == [Draft.Media(alt: "A van"), Draft.Media()])
    #expect(post.draft.replyTo?.url == "7")
    #expect(post.kind == .reply)
    #expect(post.time?.description == "2024-05-01T12:00:00Z")
  }

  @Test func `a list and one status a line hold the same`() throws {
    let statuses = (1...3).map {
      status($0, "\"content\":\"<p>\($0)</p>\",\"visibility\":\"public\"")
    }
    let list = try read("[\(statuses.joined(separator: ",\n"))]")
    let lines = try read(statuses.joined(separator: "\n") + "\n")
    #expect(list.texts == ["1", "2", "3"])
    #expect(list.records == lines.records)
  }

  @Test func `boosts and quotes carry the other's text`() throws {
    let harvest = try read(
      status(
        1,
        "\"content\":\"\",\"visibility\":\"public\",\"reblog\":\(status(9, "\"content\":\"<p>Theirs</p>\""))"
      )
        + status(
          2,
          "\"content\":\"Ours\",\"quote\":{\"state\":\"accepted\",\"quoted_status\":{\"content\":\"<p>Theirs</p>\",\"url\":\"https://example.org/9\",\"account\":{\"acct\":\"them@example.org\"}}}"
        ))
    #expect(harvest.texts == ["Theirs", "Ours"])
    #expect(harvest.posts.map(\.kind) == [.retweet, .quote])
    #expect(harvest.posts.map(\.draft.id) == ["1", "2"])
    #expect(
      harvest.posts[1].draft.quote
        == Draft.Context(author: "them@example.org", text: "Theirs", url: "https://example.org/9"))
  }

  @Test(arguments: [
    ("public", true), ("unlisted", true), ("private", false), ("direct", false), ("limited", false),
  ])
  func `posts for chosen people are left out unless they are asked for`(
    _ visibility: String, _ isPublic: Bool
  ) throws {
    let text = status(1, "\"content\":\"Hello\",\"visibility\":\"\(visibility)\"")
    #expect(try read(text).outcomes == [isPublic ? "post" : "private"])
    #expect(try read(text, includesPrivate: true).outcomes == ["post"])
  }

  @Test func `faults fail their own record`() throws {
    let harvest = try read(
      [
        status(1, "\"content\":7"), "{\"error\":\"The access token is invalid\"}", "7",
        status(2, "\"content\":\"\",\"media_attachments\":[]"),
        "{\"id\":3,\"content\":\"a\",\"created_at\":\"soon\"}",
        "{\"id\":4,\"content\":\"a\",\"visibility\":[]}",
        status(5, "\"content\":\"<p>last</p>\""),
      ].joined(separator: "\n"))
    #expect(
      harvest.outcomes == [
        "wrong-type", "wrong-shape", "wrong-shape", "no-text", "post", "wrong-type", "post",
      ])
    #expect(harvest.records[3] == .failed(harvest.failures[3], id: "2"))
  }

  @Test func `a status without a readable date is checked, and that is told`() throws {
    let posts = try read("{\"id\":3,\"content\":\"a\",\"created_at\":\"soon\"}").posts
    #expect(posts.map(\.time) == [nil])
    #expect(posts.first?.isTimeCut == true)
    #expect(try read("{\"id\":3,\"content\":\"a\"}").posts.first?.isTimeCut == false)
  }

  @Test(arguments: ["", "[]", "\n"]) func `a file without a status is told`(_ text: String) throws {
    #expect(try read(text).complaints.map(\.code) == ["empty"])
  }

  @Test func `statuses are known by their first bytes`() {
    let head = Array(
      "[\(status(1, "\"spoiler_text\":\"\",\"visibility\":\"public\",\"content\":\"a\""))]".utf8)
    #expect(MastodonReader.recognises(head: head) == .statuses)
    #expect(
      MastodonReader.recognises(head: Array("[{\"text\":\"a\",\"content\":\"b\"}]".utf8)) == nil)
  }
}
