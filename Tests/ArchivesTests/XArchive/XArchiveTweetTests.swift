import Archives
import PostText
import Testing

/// What becomes of the tweets of an archive, record by record.
struct XArchiveTweetTests {
  private func read(_ records: String..., variable: String = "tweets") throws -> ReadArchive {
    let text = "window.YTD.\(variable).part0 = [" + records.joined(separator: ",\n") + "]"
    return try ReadArchive(
      XArchiveReader(file: ChunkedSource(text.utf8, chunk: 7), name: "tweets.js", account: "force"))
  }

  private func post(_ record: String) throws -> ArchivedPost {
    let read = try read(record)
    #expect(read.codes == [] && read.failures == [])
    return try #require(read.posts.first)
  }

  @Test func `a tweet becomes a draft with all that surrounds it`() throws {
    let post = try post(
      XFile.tweet(
        1_626_924_107_555_233_792, "Us &amp; you &amp;lt; https://t.co/a https://t.co/m",
        """
        "entities":{"urls":[{"url":"https://t.co/a","expanded_url":"https://e.org/?a&amp;b","indices":["0","1"]}],
        "media":[{"url":"https://t.co/m","media_url_https":"https://p.org/m/a.jpg"}]},
        "extended_entities":{"media":[{"url":"https://t.co/m","media_url_https":"https://p.org/m/a.jpg","ext_alt_text":"A van"},
        {"url":"https://t.co/m","media_url_https":"https://p.org/m/b.jpg"}]}
        """))
    var draft = Draft("Us & you &lt; https://e.org/?a&amp;b")
    draft.id = "1626924107555233792"
    draft.account = "force"
    draft.channel = "x"
    draft.day = CalendarDay("2023-02-18")
    draft.media = [.init(file: "a.jpg", alt: "A van"), .init(file: "b.jpg", isAltUnknown: true)]
    #expect(post == ArchivedPost(draft: draft, time: PostTime("2023-02-18T12:33:11Z")))
  }

  @Test(arguments: [
    #"{"tweet":{"id":12345678901234567890,"text":"Hello"}}"#,
    #"{"id":"12345678901234567890","full_text":"Hello"}"#,
    #"{"id_str":"12345678901234567890","id":1,"text":"Hello"}"#,
    #"{"circleTweet":{"id":"12345678901234567890","full_text":"Hello","created_at":"?"}}"#,
    #"{"tweet":{"id":"12345678901234567890","full_text":"Hello","text":"Hel…"}}"#,
  ])
  func `wrappers, names and types may differ from year to year`(_ record: String) throws {
    let post = try post(record)
    #expect(post.draft.id == "12345678901234567890")
    #expect(post.draft.text == "Hello")
    #expect(post.time == nil)
  }

  @Test func `a retweet stays as it stands, and is cut where it ends in an ellipsis`() throws {
    let whole = try post(XFile.tweet(1, "RT @other: Hello &amp; all"))
    #expect(whole.kind == .retweet)
    #expect(whole.draft.text == "RT @other: Hello & all")
    #expect(whole.cut == nil)
    let cut = try post(XFile.tweet(1, "RT @other: Hello a…"))
    #expect(cut.kind == .retweet)
    #expect(cut.cut?.isEmpty == false)
    #expect(try post(XFile.tweet(1, "Hello a…")).cut == nil)
  }

  @Test func `a retweet that holds the shared post has its whole text`() throws {
    let post = try post(
      XFile.tweet(
        1, "RT @other: Hello a…",
        #""retweeted_status":{"text":"Hello a&amp;ll of you","user":{"screen_name":"Other"}}"#))
    #expect(post.draft.text == "RT @Other: Hello a&ll of you")
    #expect(post.cut == nil)
  }

  @Test func `a reply names whom it answers, without the text that the archive has not`() throws {
    let post = try post(
      XFile.tweet(
        2, "@who Yes", #""in_reply_to_status_id_str":"1","in_reply_to_screen_name":"who""#))
    #expect(post.kind == .reply)
    #expect(post.draft.text == "@who Yes")
    #expect(post.draft.replyTo == .init(author: "who", url: "https://x.com/who/status/1"))
    let nameless = try self.post(XFile.tweet(2, "Yes", #""in_reply_to_status_id":1"#))
    #expect(nameless.draft.replyTo == .init(url: "https://x.com/i/status/1"))
    let gone = try self.post(XFile.tweet(2, "@who Yes", #""in_reply_to_screen_name":"who""#))
    #expect(gone.kind == .reply && gone.draft.replyTo == .init(author: "who"))
  }

  private let quoting =
    #""entities":{"urls":[{"url":"https://t.co/q","expanded_url":"https://twitter.com/who/status/1"}]}"#

  @Test func `a quoted post is known by the address that ends the text`() throws {
    let post = try post(XFile.tweet(2, "Look at this https://t.co/q", quoting))
    #expect(post.kind == .quote)
    #expect(post.draft.text == "Look at this")
    #expect(post.draft.quote == .init(author: "who", url: "https://twitter.com/who/status/1"))
    #expect(try self.post(XFile.tweet(2, "See https://t.co/q now", quoting)).kind == .original)
  }

  @Test func `an address alone shares a post, and a picture alone is a post`() throws {
    #expect(
      try read(XFile.tweet(2, "https://t.co/q", quoting)).records == [
        .skipped(.sharedAddress, id: "2")
      ])
    let picture = try post(
      XFile.tweet(3, "https://t.co/m", #""entities":{"media":[{"url":"https://t.co/m"}]}"#))
    #expect(picture.draft.text == "" && picture.draft.media.count == 1)
    #expect(try read(XFile.tweet(4, "")).failures == ["no-text"])
    #expect(try read(XFile.tweet(4, " \\n")).failures == ["no-text"])
  }

  @Test func `truncated and deleted posts are marked`() throws {
    #expect(try post(XFile.tweet(1, "Hello…", #""truncated":true"#)).cut?.isEmpty == false)
    #expect(try post(XFile.tweet(1, "Hello…", #""truncated":"true""#)).cut?.isEmpty == false)
    #expect(try post(XFile.tweet(1, "Hello", #""truncated":false"#)).cut == nil)
    #expect(
      try post(XFile.tweet(1, "Hello", #""deleted_at":"Sat Feb 18 12:33:11 +0000 2023""#)).isDeleted
    )
    #expect(
      try read(XFile.tweet(1, "Hello"), variable: "deleted_tweets").posts.first?.isDeleted == true)
    #expect(try post(XFile.tweet(1, "Hello")).isDeleted == false)
  }

  @Test(arguments: [
    (#"{"tweet":{"id":"7","full_text":5}}"#, "wrong-type", "7"),
    (#"{"tweet":[{"id":"7"}]}"#, "wrong-type", nil),
    (#"{"tweet":"x"}"#, "wrong-type", nil), ("[[]]", "wrong-type", nil), ("5", "wrong-type", nil),
    ("null", "wrong-type", nil),
    (#"{"tweet":{"id":"7"}}"#, "no-text", "7"), (#"{"id":"7","full_text":null}"#, "no-text", "7"),
    ("{}", "no-text", nil),
    (#"{"tweet":{"id":"7","full_text":"x",}}"#, "not-json", nil),
    (#"{"tweet":{"id":"7","full_text":"\q"}}"#, "not-json", nil),
    (#"{"tweet":{"full_text":"a","full_text":"b"}}"#, "repeated-key", nil),
    (#"{"tweet":{"full_text":["a"]}}"#, "wrong-type", nil),
    (
      "{\"tweet\":{\"x\":" + String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        + "}}", "too-deep", nil
    ),
  ])
  func `a record that cannot be read fails alone, with its code`(
    _ record: String, _ code: String, _ id: String?
  ) throws {
    let read = try read(XFile.tweet(1, "First"), record, XFile.tweet(3, "Third"))
    #expect(read.texts == ["First", "Third"])
    #expect(read.codes == [])
    guard read.records.count == 3, case .failed(let failure, id) = read.records[1] else {
      Issue.record("\(read.records)")
      return
    }
    #expect(failure.code == code)
    #expect(failure.message.utf8.count > 20)
  }

  @Test func `a text of 17 MiB fails alone`() throws {
    let huge = String(repeating: "x", count: 17 << 20)
    let text = XFile.list(
      "tweets", XFile.tweet(1, "First"), XFile.tweet(2, huge), XFile.tweet(3, "Third"))
    let read = try ReadArchive(
      XArchiveReader(file: ChunkedSource(text.utf8, chunk: 1 << 18), name: "tweets.js"))
    #expect(read.texts == ["First", "Third"])
    #expect(read.failures == ["too-large"])
    #expect(read.places.map(\.record) == [1, 2, 3])
  }

  @Test func `a file that is cut off gives what stands before the cut`() throws {
    let text = XFile.list("tweets", XFile.tweet(1, "First"), XFile.tweet(2, "Second"))
    for length in 1..<text.utf8.count {
      guard
        let reader = try? XArchiveReader(file: ChunkedSource(text.utf8.prefix(length)), name: "x")
      else {
        #expect(length < 30)
        continue
      }
      let read = try ReadArchive(reader)
      #expect(read.failures == ["cut-off"] || read.codes == ["cut-off"], "\(length)")
      #expect(read.texts == Array(["First", "Second"].prefix(read.posts.count)))
    }
  }

  @Test func `wrong nesting is told, not read past`() throws {
    let nested = try read("[" + XFile.tweet(1, "First") + "]")
    #expect(nested.failures == ["wrong-type"])
    let object = "window.YTD.tweets.part0 = {\"tweets\":[\(XFile.tweet(1, "First"))]}"
    #expect(
      try ReadArchive(XArchiveReader(file: ChunkedSource(object.utf8), name: "x")).failures == [
        "no-text"
      ])
  }
}
