import Archives
import PostText
import TestSupport
import Testing

/// What X's interface gives, in both versions, as pages and flattened.
struct XAPITests {
  private func read(_ text: String) throws -> Harvest {
    try Harvest(
      LineReader(BytesSource(Array(text.utf8)), file: "posts.jsonl", decoder: XAPIDecoder()))
  }

  // MARK: - Version 2

  @Test func `a page fills posts in from beside them`() throws {
    let read = try read(
      #"{"data":[{"id":"3","text":"Well said &amp; done https://t.co/q","author_id":"7","created_at":"2024-05-01T12:00:00.000Z","#
        + #""referenced_tweets":[{"type":"quoted","id":"1"},{"type":"replied_to","id":"2"}],"#
        + #""entities":{"urls":[{"url":"https://t.co/q","expanded_url":"https://twitter.com/a/status/1"}]},"#
        + #""attachments":{"media_keys":["m1"],"poll_ids":["p1"]}}],"#
        + #""includes":{"users":[{"id":"7","username":"NorthmarchPolice"},{"id":"8","username":"reader"}],"#
        + #""tweets":[{"id":"1","text":"Quoted","author_id":"8"},{"id":"2","text":"Answered","author_id":"8"}],"#
        + #""media":[{"media_key":"m1","type":"photo","alt_text":"A door"}],"#
        + #""polls":[{"id":"p1","options":[{"position":1,"label":"Yes"},{"position":2,"label":"No"}]}]}}"#
    )
    let post = try #require(read.posts.first)
    #expect(post.draft.id == "3")
    #expect(post.draft.account == "NorthmarchPolice")
    #expect(post.draft.channel == "x")
    #expect(post.draft.text == "Well said & done\nYes\nNo")
    #expect(post.draft.quote == Draft.Context(author: "reader", text: "Quoted"))
    #expect(post.draft.replyTo == Draft.Context(author: "reader", text: "Answered"))
    #expect(post.draft.media.map(\.alt) == ["A door"])
    #expect(post.kind == .reply)
    #expect(post.time?.description == "2024-05-01T12:00:00Z")
    #expect(post.draft.day == CalendarDay("2024-05-01"))
    #expect(post.cut == nil)
  }

  @Test func `a retweet has the whole text of what it shares`() throws {
    let page =
      #"{"data":[{"id":"3","text":"RT @reader: Only the beg…","author_id":"7","referenced_tweets":[{"type":"retweeted","id":"1"}]}],"#
      + #""includes":{"tweets":[{"id":"1","text":"Only the beginning was there","author_id":"8"}]}}"#
    let post = try #require(try read(page).posts.first)
    #expect(post.draft.text == "RT @reader: Only the beginning was there")
    #expect(post.kind == .retweet)
    #expect(post.cut == nil)
  }

  @Test func `a retweet whose text is not there is told to be cut`() throws {
    let post = try #require(
      try read(
        #"{"data":{"id":"3","text":"RT @reader: Only the beg…","author_id":"7","referenced_tweets":[{"type":"retweeted","id":"1"}]}}"#
      ).posts.first)
    #expect(post.cut != nil)
  }

  @Test func `a long post is read from its note, and without one is told to be cut`() throws {
    let stored = String(repeating: "word ", count: 54) + "wor…"
    let long = try read(
      #"{"id":"3","text":"\#(stored)","author_id":"7","note_tweet":{"text":"All of it"}}"#)
    #expect(long.texts == ["All of it"])
    #expect(long.posts.first?.cut == nil)
    let cut = try read(#"{"id":"3","text":"\#(stored)","author_id":"7"}"#)
    #expect(cut.posts.first?.cut != nil)
    // Dots that the author typed are no cut.
    #expect(try read(#"{"id":"3","text":"Wait for it…","author_id":"7"}"#).posts.first?.cut == nil)
  }

  @Test func `a flattened post carries what pages keep beside`() throws {
    let post = try #require(
      try read(
        #"{"id":"3","text":"Yes","author":{"username":"NorthmarchPolice"},"author_id":"7","#
          + #""referenced_tweets":[{"type":"replied_to","id":"2","text":"Answered","author":{"username":"reader"}}],"#
          + #""attachments":{"media":[{"media_key":"m","alt_text":"A dog"}]}}"#
      ).posts.first)
    #expect(post.draft.account == "NorthmarchPolice")
    #expect(post.draft.replyTo == Draft.Context(author: "reader", text: "Answered"))
    #expect(post.draft.media.map(\.alt) == ["A dog"])
  }

  @Test func `a parent that is not there is known by its address`() throws {
    let post = try #require(
      try read(
        #"{"id":"3","text":"Yes","author_id":"7","referenced_tweets":[{"type":"replied_to","id":"2"}]}"#
      ).posts.first)
    #expect(post.draft.replyTo == Draft.Context(url: "https://x.com/i/status/2"))
  }

  @Test func `a page that says to hold none holds none, and one with an error fails`() throws {
    #expect(try read(#"{"meta":{"result_count":0}}"#).records.isEmpty)
    let refused = try read(#"{"errors":[{"detail":"Too many requests"}]}"#)
    #expect(refused.failures.map(\.code) == ["refused"])
    #expect(refused.failures.first?.message.contains("Too many requests") == true)
  }

  @Test func `what a page promises and does not hold is told`() throws {
    let short = try read(
      #"{"data":[{"id":"1","text":"One","author_id":"7"}],"meta":{"result_count":3}}"#)
    #expect(short.outcomes == ["post", "wrong-count"])
    for data in ["", #""data":null,"#] {
      let none = try read("{\(data)\"meta\":{\"result_count\":2}}")
      #expect(none.outcomes == ["wrong-count"])
      #expect(none.failures.first?.message.contains("2 posts and holds 0") == true)
    }
    let refused = try read(
      #"{"data":[{"id":"1","text":"One","author_id":"7"}],"errors":[{"parameter":"ids","value":"9","detail":"Gone"},"#
        + #"{"parameter":"referenced_tweets.id","detail":"Gone, too"}]}"#)
    #expect(refused.outcomes == ["post", "refused"])
    #expect(refused.failures.first?.message.contains("Gone") == true)
  }

  @Test func `a date that cannot be read is told, and the post is checked`() throws {
    let posts = try read(
      #"{"id":"1","text":"One","author_id":"7","created_at":"nonsense"}"# + "\n"
        + #"{"id_str":"2","full_text":"Two","created_at":"nonsense"}"# + "\n"
        + #"{"id":"3","text":"Three","author_id":"7"}"#
    ).posts
    #expect(posts.map { $0.cut != nil } == [true, true, false])
    #expect(posts.allSatisfy { $0.time == nil && $0.draft.day == nil })
  }

  // MARK: - Version 1.1

  @Test func `the old form is read, its long texts where streams put them`() throws {
    let read = try read(
      #"{"id":1234567890123456789,"id_str":"1234567890123456789","text":"Only the beg…","truncated":true,"#
        + #""extended_tweet":{"full_text":"Only the beginning? No. https://t.co/a","entities":{"urls":[{"url":"https://t.co/a","expanded_url":"https://example.org/b"}]}},"#
        + #""created_at":"Sat Feb 18 12:33:11 +0000 2023","user":{"screen_name":"NorthmarchPolice"},"#
        + #""in_reply_to_status_id_str":"9","in_reply_to_screen_name":"reader"}"#)
    let post = try #require(read.posts.first)
    #expect(post.draft.id == "1234567890123456789")
    #expect(post.draft.text == "Only the beginning? No. https://example.org/b")
    #expect(post.time?.description == "2023-02-18T12:33:11Z")
    #expect(
      post.draft.replyTo == Draft.Context(author: "reader", url: "https://x.com/reader/status/9"))
    #expect(post.kind == .reply)
    #expect(post.cut == nil)
  }

  @Test func `a truncated text without the whole is told to be cut`() throws {
    let post = try #require(
      try read(#"{"id_str":"1","text":"Only the beg… https://t.co/a","truncated":true}"#).posts
        .first)
    #expect(post.cut != nil)
  }

  @Test func `shared and quoted posts are read whole`() throws {
    let read = try read(
      #"{"id_str":"1","text":"RT @reader: Only th…","retweeted_status":{"id_str":"2","full_text":"Only the whole","user":{"screen_name":"reader"}}}"#
        + "\n"
        + #"{"id_str":"3","full_text":"Look","quoted_status":{"id_str":"4","text":"Quoted &lt;3","user":{"screen_name":"reader"}}}"#
    )
    #expect(read.texts == ["RT @reader: Only the whole", "Look"])
    #expect(read.posts.map(\.kind) == [.retweet, .quote])
    #expect(read.posts[1].draft.quote == Draft.Context(author: "reader", text: "Quoted <3"))
  }

  @Test func `a list of statuses is read, and what a stream tells between posts is no post`() throws
  {
    let read = try read(
      #"{"statuses":[{"id_str":"1","full_text":"One"},{"id_str":"2","full_text":"Two"}],"search_metadata":{}}"#
        + "\n" + #"{"delete":{"status":{"id":1}}}"#)
    #expect(read.texts == ["One", "Two"])
    #expect(read.outcomes == ["post", "post", "not-a-post"])
  }

  @Test(arguments: [
    #"{"scrub_geo":{"user_id":1}}"#, #"{"limit":{"track":9}}"#, #"{"status_withheld":{"id":1}}"#,
    #"{"user_withheld":{"id":1}}"#, #"{"disconnect":{"code":4}}"#, #"{"warning":{"code":"x"}}"#,
    #"{"event":"follow","target":{"id":1}}"#, #"{"friends":[1,2]}"#,
    #"{"for_user":"1","message":{"delete":{"status":{"id":1}}}}"#, #"{"control":{"uri":"/x"}}"#,
  ])
  func `the notices of a stream are left out`(_ line: String) throws {
    #expect(try read(line).outcomes == ["not-a-post"])
  }

  @Test func `a post that a stream hands to one of its users is read`() throws {
    #expect(
      try read(#"{"for_user":"1","message":{"id_str":"2","full_text":"Found it"}}"#).texts
        == ["Found it"])
  }

  @Test func `half an emoji is read as U+FFFD, and the post is checked`() throws {
    let read = try read(#"{"id":"1","text":"Cut \ud83d, whole \ud83d\ude00","author_id":"2"}"#)
    #expect(read.texts == ["Cut \u{FFFD}, whole 😀"])
  }

  // MARK: - Hostile twins

  @Test(arguments: [
    (#"{"data":[{"id":"1","text":"cut"#, ["not-json"]),
    (#"{"data":"posts"}"#, ["wrong-type"]), ("[1]", ["wrong-type"]), ("7", ["wrong-type"]),
    (#"{"data":[{"id":"1","text":7}]}"#, ["no-text"]), (#"{"data":[[]]}"#, ["wrong-type"]),
    (#"{"id":"1","text":"a","text":"b","author_id":"2"}"#, ["repeated-key"]),
    (#"{"id":"1","text":"\q","author_id":"2"}"#, ["not-json"]),
    (#"{"tweet":{"id_str":"1","full_text":"a"}}"#, ["wrong-shape"]), ("{}", ["wrong-shape"]),
    (#"{"message":{"text":"a"}}"#, ["wrong-shape"]), (#"{"statuses":[{"a":1}]}"#, ["wrong-shape"]),
    (#"{"data":[{"a":1}]}"#, ["wrong-shape"]), (#"{"data":null}"#, ["wrong-shape"]),
    (#"{"id":"1","text":"   ","author_id":"2"}"#, ["no-text"]),
    (#"{"id_str":"1","full_text":null}"#, ["no-text"]),
    (String(repeating: #"{"data":"#, count: 5_000), ["too-deep"]),
    ("\u{0}", ["not-json"]),
  ])
  func `a broken record is told, and the next is read`(_ line: String, _ outcomes: [String]) throws
  {
    let read = try read(line + "\n" + #"{"id":"9","text":"Fine","author_id":"7"}"#)
    #expect(read.outcomes == outcomes + ["post"])
    for failure in read.failures { #expect(failure.message.count > 20) }
  }

  @Test func `a line of 17 MiB is passed over and the next is read`() throws {
    let long =
      #"{"id":"1","author_id":"2","text":""# + String(repeating: "a", count: 17 << 20) + "\"}"
    let read = try read(long + "\n" + #"{"id":"9","text":"Fine","author_id":"7"}"#)
    #expect(read.outcomes == ["too-large", "post"])
  }

  // MARK: - Real samples

  @Test(.enabled(if: SharedFiles.path("corpora/x-api") != nil, "the samples are not there"))
  func `every sample is read, none of them cut`() throws {
    for name in ["flat-40.jsonl", "cotweet.jsonl", "geo_tweets.jsonl", "many_urls.jsonl"] {
      let path = try #require(SharedFiles.path("corpora/x-api/" + name))
      let read = try Harvest(try ArchiveInput.open(path, .init()).reader)
      #expect(read.failures.isEmpty)
      #expect(read.posts.allSatisfy { $0.cut == nil && $0.draft.account != nil && $0.time != nil })
      #expect(!read.texts.contains { $0.utf8.isEmpty })
    }
  }
}
