import PostText
import Testing

@testable import Archives

struct OutboxTests {
  private static let everybody = "\"https://www.w3.org/ns/activitystreams#Public\""

  private func note(
    _ members: String, to: String = "[\(everybody)]", type: String = "Create"
  ) -> String {
    """
    {"id":"https://example.org/users/force/statuses/1/activity","type":"\(type)",\
    "actor":"https://example.org/users/force","published":"2024-05-01T12:00:00Z","to":\(to),"cc":[],\
    "object":{"id":"https://example.org/users/force/statuses/1","type":"Note","to":\(to),"cc":[]\
    \(members.isEmpty ? "" : ",")\(members)}}
    """
  }

  private func outbox(_ items: [String], total: String? = nil) -> String {
    """
    {"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection",
    "totalItems":\(total ?? String(items.count)),
    "orderedItems":[\(items.joined(separator: ",\n"))]}
    """
  }

  private func read(
    _ text: String, sizes: [Int] = [1 << 16], includesPrivate: Bool = false
  ) throws -> Harvest {
    try Harvest(
      MastodonReader(
        PiecewiseBytes(text, sizes: sizes), .outbox, file: "outbox.json",
        includesPrivate: includesPrivate))
  }

  private func post(_ members: String) throws -> ArchivedPost {
    try #require(try read(outbox([note(members)])).posts.first)
  }

  @Test func `a note gives a post with all that is read`() throws {
    let post = try post(
      """
      "summary":"Court <news>","published":"2024-05-01T11:00:00Z","inReplyTo":"https://example.com/@them/5",
      "attributedTo":"https://example.org/users/force","contentMap":{"en":"<p>other</p>"},
      "content":"<p>Guilty &amp; <a href=\\"https://example.org/\\" class=\\"mention\\">@<span>us</span></a></p><p>More</p>",
      "attachment":[{"type":"Document","url":"/media/1.jpg","name":"A van"},{"type":"Document","name":null}]
      """)
    #expect(post.draft.text == "Court <news>\nGuilty & @us\n\nMore")
    #expect(post.draft.id == "https://example.org/users/force/statuses/1")
    #expect(post.draft.account == "force")
    #expect(post.draft.channel == "mastodon")
    #expect(post.draft.replyTo == Draft.Context(url: "https://example.com/@them/5"))
    #expect(post.draft.media == [Draft.Media(file: "1.jpg", alt: "A van"), Draft.Media()])
    #expect(post.time?.description == "2024-05-01T11:00:00Z")
    #expect(post.kind == .reply)
  }

  @Test func `questions and articles are posts too`() throws {
    let question = note(
      "\"content\":\"Tea?\",\"oneOf\":[{\"type\":\"Note\",\"name\":\"Yes\"},{\"name\":\"No <3\"}]"
    )
    .replacing("\"type\":\"Note\",\"to\"", "\"type\":\"Question\",\"to\"")
    let article = note(
      "\"name\":\"Title\",\"summary\":\"<p>Short</p>\",\"content\":\"<p>Long</p>\""
    )
    .replacing("\"type\":\"Note\",\"to\"", "\"type\":\"Article\",\"to\"")
    let quote = note("\"content\":\"See\",\"quote\":\"https://example.com/1\"")
    let harvest = try read(outbox([question, article, quote]))
    #expect(harvest.texts == ["Tea?\nYes\nNo <3", "Short\nTitle\nLong", "See"])
    #expect(harvest.posts.map(\.kind) == [.original, .original, .quote])
  }

  @Test func `what is no post of its own is left out with a reason`() throws {
    let items = [
      "{\"id\":\"a\",\"type\":\"Announce\",\"object\":\"https://example.com/1\",\"to\":[\(Self.everybody)]}",
      "{\"id\":\"b\",\"type\":\"Like\",\"object\":\"https://example.com/1\"}",
      "{\"id\":\"c\",\"type\":\"Update\",\"object\":{\"type\":\"Person\",\"id\":\"x\"}}",
      note("\"content\":\"Shared\"", type: "Announce"),
      note("\"content\":\"Mended\"", type: "Update"),
      "{\"id\":\"d\",\"type\":\"Note\",\"content\":\"Alone\",\"to\":\(Self.everybody),\"attributedTo\":\"https://example.org/@us\"}",
    ]
    let harvest = try read(outbox(items))
    #expect(
      harvest.outcomes == ["shared-address", "not-a-post", "not-a-post", "post", "post", "post"])
    #expect(harvest.records[0] == .skipped(.sharedAddress, id: "a"))
    #expect(harvest.posts.map(\.kind) == [.retweet, .original, .original])
    #expect(harvest.posts.last?.draft.account == "us")
  }

  @Test(arguments: [
    ("[]", false), ("[\"https://example.org/users/force/followers\"]", false),
    ("[\"https://example.org/users/them\"]", false), ("null", false), ("[\"as:Public\"]", true),
    ("\"Public\"", true), ("[\"x\",\(everybody)]", true), ("{\"id\":\(everybody)}", true),
    ("[[]]", false),
  ])
  func `posts for chosen people are left out unless they are asked for`(
    _ to: String, _ isPublic: Bool
  ) throws {
    let text = outbox([note("\"content\":\"Hello\"", to: to)])
    #expect(try read(text).outcomes == [isPublic ? "post" : "private"])
    #expect(try read(text, includesPrivate: true).outcomes == ["post"])
  }

  @Test func `a post that is not listed is still for everybody`() throws {
    let text = outbox([
      note("\"content\":\"Hello\"", to: "[\"x\"]").replacing(
        "\"cc\":[]", "\"cc\":[\(Self.everybody)]")
    ])
    #expect(try read(text).outcomes == ["post"])
  }

  // MARK: - Hostile files

  @Test(arguments: [1, 13, 70_000]) func `a count that does not hold is told`(_ size: Int) throws {
    let items = [note("\"content\":\"a\",\"likes\":{\"totalItems\":9}"), note("\"content\":\"b\"")]
    let harvest = try read(outbox(items, total: "3"), sizes: [size])
    #expect(harvest.texts == ["a", "b"])
    #expect(harvest.complaints.map(\.code) == ["wrong-count"])
    #expect(harvest.complaints.first?.message.contains("3 activities and holds 2") == true)
    #expect(try read(outbox(items), sizes: [size]).complaints == [])
  }

  @Test func `a count behind the list is held against it too, and one that is none is not`() throws
  {
    let behind = "{\"orderedItems\":[\(note("\"content\":\"a\""))],\"totalItems\" : 2 }"
    #expect(try read(behind).complaints.map(\.code) == ["wrong-count"])
    #expect(try read(outbox([note("\"content\":\"a\"")], total: "\"7\"")).complaints == [])
    #expect(
      try read(outbox([note("\"content\":\"a\"")], total: "{\"totalItems\":7}")).complaints == [])
    #expect(try read(outbox([], total: "0")).complaints == [])
    #expect(try read(outbox([note("\"content\":\"\\\"totalItems\\\":5\"")])).complaints == [])
  }

  @Test func `a file that is cut off fails at its end, and what stands before is read`() throws {
    let whole = outbox([note("\"content\":\"a\""), note("\"content\":\"b\"")])
    let cut = String(decoding: whole.utf8.dropLast(40), as: UTF8.self)
    let harvest = try read(cut)
    #expect(harvest.outcomes == ["post", "cut-off"])
    #expect(harvest.failures.first?.message.contains("copied whole") == true)
  }

  @Test func `wrong nesting and wrong types fail their own record`() throws {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    let items = [
      note("\"content\":\"first\""), note("\"content\":7"),
      note("\"content\":\"a\",\"summary\":[]"),
      "7", "[]", "{\"type\":[],\"id\":\"e\"}",
      "{\"type\":\"Create\",\"object\":\"https://example.org/1\",\"id\":\"f\"}",
      "{\"type\":\"Create\",\"object\":{\"type\":\"Tombstone\",\"id\":\"g\"}}",
      note("\"content\":\"a\",\"published\":\"soon\""), note("\"content\":\"a\",\"content\":\"b\""),
      note("\"content\":\"a\",\"tag\":\(deep)"), note("\"content\":\"\""),
      note("\"content\":\"<p> </p>\",\"attachment\":[{\"name\":\"\"}]"),
      note("\"attachment\":{\"name\":\"A van\"}"),
      note(
        "\"content\":\"last\",\"attachment\":[7,[]],\"oneOf\":[7],\"inReplyTo\":7,\"attributedTo\":[]"
      ),
    ]
    let harvest = try read(outbox(items))
    #expect(
      harvest.outcomes == [
        "post", "wrong-type", "wrong-type", "wrong-shape", "wrong-shape", "wrong-shape", "no-text",
        "no-text", "post", "repeated-key", "too-deep", "no-text", "post", "post", "post",
      ])
    #expect(harvest.texts == ["first", "a", "", "", "last"])
    #expect(harvest.records[6] == .failed(harvest.failures[5], id: "https://example.org/1"))
    #expect(harvest.complaints == [])
    #expect(harvest.posts.map(\.isTimeCut) == [false, true, false, false, false])
  }

  @Test func `an element without its closing bracket does not take the next with it`() throws {
    let broken = String(decoding: note("\"content\":\"a\"").utf8.dropLast(1), as: UTF8.self)
    let harvest = try read(outbox([broken, note("\"content\":\"b\"")]))
    #expect(harvest.outcomes.last == "post")
    #expect(harvest.outcomes.first != "post")
    #expect(harvest.texts == ["b"])
  }

  @Test func `a file without the list is refused`() throws {
    let harvest = try read(
      "{\"type\":\"OrderedCollection\",\"totalItems\":3,\"first\":\"https://example.org\"}")
    #expect(harvest.records.isEmpty)
    #expect(harvest.complaints.first?.message.contains("`orderedItems`") == true)
    #expect(try read("").complaints.isEmpty == false)
  }

  @Test func `a text of many megabytes and a million paragraphs are read`() throws {
    let long = String(repeating: "words ", count: 100_000)
    let paragraphs = String(repeating: "<p>", count: 1_000_000) + "end"
    let references = String(repeating: "&amp;amp;", count: 50_000)
    let harvest = try read(
      outbox([long, paragraphs, references].map { note("\"content\":\"\($0)\"") }))
    #expect(harvest.posts.map(\.draft.text.utf8.count) == [600_000, 3, 250_000])
  }

  @Test func `invalid UTF-8 and NUL bytes fail their own record`() throws {
    var bytes = Array(
      outbox([
        note("\"content\":\"a?\""), note("\"content\":\"b\u{0}\""), note("\"content\":\"c\""),
      ]).utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "?")))
    bytes[place] = 0xE9
    let harvest = try Harvest(MastodonReader(PiecewiseBytes(bytes), .outbox, file: "a"))
    #expect(harvest.outcomes == ["not-json", "not-json", "post"])
  }

  @Test(arguments: [
    ("{\"type\": \"OrderedCollection\"}", true), ("{\"orderedItems\":[]}", true),
    ("{\"data\":[]}", false), ("\"orderedItems\"", false), ("", false), ("id,text\n", false),
  ])
  func `an outbox is known by its first bytes`(_ head: String, _ isOutbox: Bool) {
    #expect((MastodonReader.recognises(head: Array(head.utf8)) == .outbox) == isOutbox)
  }
}

extension String {
  /// The text with each occurrence of another replaced, byte by byte.
  fileprivate func replacing(_ part: String, _ other: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    let wanted = Array(part.utf8)
    while let byte = rest.first {
      if rest.starts(with: wanted) {
        bytes += other.utf8
        rest = rest.dropFirst(wanted.count)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
