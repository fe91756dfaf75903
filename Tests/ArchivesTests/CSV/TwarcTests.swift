import Foundation
import JSON
import PostText
import TestSupport
import Testing

@testable import Archives

struct TwarcTests {
  /// The columns of version 0.7.2 that matter, among some that do not.
  private static let columns = [
    "id", "conversation_id", "referenced_tweets.replied_to.id", "referenced_tweets.retweeted.id",
    "referenced_tweets.quoted.id", "author_id", "in_reply_to_user_id", "in_reply_to_username",
    "retweeted_username", "quoted_username", "created_at", "text", "public_metrics.like_count",
    "entities.urls", "attachments.media", "attachments.poll.options", "author.username",
    "__twarc.version",
  ]

  private func file(
    _ rows: [[String: String]], without missing: Set<String> = [], and more: [String] = []
  )
    -> String
  {
    let columns = Self.columns.filter { !missing.contains($0) } + more
    let lines = rows.map { row in
      columns.map { name in
        let cell = row[name] ?? (name == "id" ? "1" : "")
        return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      }.joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\r\n") + "\r\n"
  }

  private func read(_ text: String) throws -> Harvest {
    try Harvest(CSVReader(twarc: PiecewiseBytes(text, sizes: [9]), file: "tweets.csv"))
  }

  private func post(_ row: [String: String], and more: [String] = []) throws -> ArchivedPost {
    try #require(try read(file([row], and: more)).posts.first)
  }

  @Test func `a row gives a post with its time, account and identifier`() throws {
    let post = try post([
      "id": "1501963039859363843", "text": "Us &amp; them &amp;lt;3\\nnext line",
      "created_at": "2022-03-10T16:47:48.000Z", "author.username": "AnyForce",
    ])
    #expect(post.draft.text == "Us & them &lt;3\nnext line")
    #expect(post.draft.id == "1501963039859363843")
    #expect(post.draft.account == "AnyForce")
    #expect(post.draft.channel == "x")
    #expect(post.time?.description == "2022-03-10T16:47:48Z")
    #expect(post.draft.day == CalendarDay("2022-03-10"))
    #expect(post.kind == .original)
    #expect(post.cut == nil)
  }

  @Test func `what a post refers to tells its kind`() throws {
    let reply = try post([
      "text": "Yes", "referenced_tweets.replied_to.id": "5", "in_reply_to_username": "them",
    ])
    #expect(reply.kind == .reply)
    #expect(
      reply.draft.replyTo == Draft.Context(author: "them", url: "https://x.com/them/status/5"))
    let quote = try post(["text": "Look", "referenced_tweets.quoted.id": "6"])
    #expect(quote.kind == .quote)
    #expect(quote.draft.quote?.url == "https://x.com/i/status/6")
    let shared = try post([
      "text": "Look", "referenced_tweets.retweeted.id": "7", "retweeted_username": "them",
    ])
    #expect(shared.kind == .retweet)
    #expect(shared.draft.text == "RT @them: Look")
    #expect(try post(["text": "Look", "referenced_tweets.retweeted.id": "7"]).kind == .retweet)
    #expect(try post(["text": "RT @them: Look"]).kind == .retweet)
    #expect(try post(["text": "@them no", "in_reply_to_user_id": "12"]).kind == .reply)
  }

  @Test func `short links are written out in the order in which they stand`() throws {
    let post = try post([
      "text": "One https://t.co/aaa two https://t.co/bbb. https://t.co/ppp",
      "entities.urls":
        "[\"https://example.org/1\", \"https://example.org/2\", \"pic.twitter.com/ppp\", \"pic.twitter.com/ppp\"]",
      "attachments.media":
        "[{\"type\": \"photo\", \"alt_text\": \"A van\"}, {\"type\": \"photo\"}]",
    ])
    #expect(post.draft.text == "One https://example.org/1 two https://example.org/2.")
    #expect(post.draft.media == [Draft.Media(alt: "A van"), Draft.Media()])
  }

  @Test func `a link to a picture is left out, and the picture counts without being listed`() throws
  {
    let photo = "https://twitter.com/us/status/1/photo/1"
    let post = try post([
      "text": "Look https://t.co/aaa https://t.co/ppp",
      "entities.urls": "[\"https://example.org\", \"\(photo)\", \"\(photo)\"]",
    ])
    #expect(post.draft.text == "Look https://example.org")
    #expect(post.draft.media == [Draft.Media(isAltUnknown: true)])
    let alone = try self.post([
      "text": "https://t.co/ppp", "entities.urls": "[\"pic.twitter.com/ppp\"]",
    ])
    #expect(alone.draft.text.isEmpty)
    #expect(alone.draft.media == [Draft.Media(isAltUnknown: true)])
  }

  @Test
  func
    `short links stay when it cannot be told which is which, and in older files have their own form`()
    throws
  {
    let doubtful = try post([
      "text": "a https://t.co/aaa b https://t.co/bbb", "entities.urls": "[\"https://example.org\"]",
    ])
    #expect(doubtful.draft.text == "a https://t.co/aaa b https://t.co/bbb")
    let older = try post([
      "text": "a https://t.co/aaa b https://t.co/bbb",
      "entities.urls":
        "[{\"start\": 2, \"url\": \"https://t.co/bbb\", \"expanded_url\": \"https://example.org/b\"}]",
    ])
    #expect(older.draft.text == "a https://t.co/aaa b https://example.org/b")
  }

  @Test func `the whole of a long text is read where the file has it, and a part is marked`() throws
  {
    let start = String(repeating: "words ", count: 46)
    let row = [
      "text": start + "wor… https://t.co/aaa",
      "entities.urls": "[\"https://x.com/i/web/status/1\"]",
    ]
    #expect(try post(row).cut?.contains("note_tweet.text") == true)
    let whole = row.merging(["note_tweet.text": start + "words to the end &amp; on"]) { $1 }
    let post = try post(whole, and: ["note_tweet.text"])
    #expect(post.draft.text == start + "words to the end & on")
    #expect(post.cut == nil)
    #expect(try self.post(["text": "So it goes…"]).cut == nil)
    let retweet = "RT @them: " + String(repeating: "x", count: 129) + "…"
    #expect(try self.post(["text": retweet, "referenced_tweets.retweeted.id": "3"]).cut != nil)
  }

  @Test func `the answers of a poll are read`() throws {
    let post = try post([
      "text": "Tea?",
      "attachments.poll.options":
        "[{\"position\": 1, \"label\": \"Yes\", \"votes\": 2}, {\"label\": \"No\"}]",
    ])
    #expect(post.draft.text == "Tea?\nYes\nNo")
  }

  @Test func `texts that were asked for as JSON are read`() throws {
    let post = try post([
      "id": "\"1501963039859363843\"", "text": "\"a \\\"b\\\" \\u00e9\\n\\\\n\"",
      "author.username": "\"AnyForce\"", "created_at": "\"2022-03-10T16:47:48.000Z\"",
    ])
    #expect(post.draft.id == "1501963039859363843")
    #expect(post.draft.text == "a \"b\" é\n\\n")
    #expect(post.draft.account == "AnyForce")
    #expect(post.time != nil)
  }

  @Test func `files of older versions lack columns`() throws {
    let text = file(
      [["id": "4", "text": "Hello https://t.co/a"]],
      without: [
        "referenced_tweets.quoted.id", "entities.urls", "attachments.media", "author.username",
      ])
    let post = try #require(try read(text).posts.first)
    #expect(post.draft.text == "Hello https://t.co/a")
    #expect(post.draft.account == nil)
  }

  @Test func `faults fail their own row`() throws {
    let rows = [
      ["id": "1", "text": "good"], ["id": "2", "text": "a", "entities.urls": "[\"cut"],
      ["id": "3", "text": "a", "attachments.media": "{}"], ["id": "4"],
      ["id": "1.57E+18", "text": "a"], ["id": "6", "text": "a", "created_at": "yesterday"],
      ["id": "7", "text": "last"],
      [
        "id": "8", "text": "https://t.co/a", "entities.urls": "[\"https://x.com/them/status/4\"]",
      ],
    ]
    let harvest = try read(file(rows))
    #expect(
      harvest.outcomes
        == [
          "post", "post", "post", "no-text", "ruined-id", "post", "post", "shared-address",
        ])
    #expect(harvest.posts.map { $0.cut != nil } == [false, true, true, true, false])
    #expect(harvest.posts[1].cut?.contains("entities.urls") == true)
    #expect(harvest.records[3] == .failed(harvest.failures[0], id: "4"))
  }

  @Test func `another CSV file is refused`() {
    let failure = #expect(throws: ArchiveFailure.self) { try read("id,text\n1,a") }
    #expect(failure?.code == "no-column")
    #expect(failure?.message.contains("--input-format csv") == true)
    #expect(!CSVReader.recognisesTwarc(head: Array("id,text\n1,a".utf8)))
    #expect(CSVReader.recognisesTwarc(head: Array(file([]).utf8)))
  }

  // MARK: - Files that twarc wrote

  private static let samples = "corpora/x-api/"

  private func sample(_ name: String) throws -> [UInt8] {
    let path = try #require(SharedFiles.path(Self.samples + name))
    return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(
    .enabled(if: SharedFiles.path(samples) != nil, "the samples are not here"),
    arguments: ["geo_tweets", "edited"])
  func `a table and the answers it was made of hold the same texts`(_ name: String) throws {
    let table = try sample(name + ".csv")
    #expect(CSVReader.recognisesTwarc(head: table))
    let harvest = try Harvest(CSVReader(twarc: PiecewiseBytes(table), file: name))
    #expect(harvest.failures == [])
    #expect(harvest.complaints == [])
    let document = try #require(JSONDocument())
    var texts: [String: String] = [:]
    for line in try sample(name + ".jsonl").split(separator: UInt8(ascii: "\n")) {
      let answer = try document.parse(line)
      let data = answer["data"]
      for tweet in data?.kind == .array ? data?.elements ?? [] : [data ?? answer] {
        var links = XLinks()
        for url in tweet["entities"]?["urls"]?.elements ?? [] {
          links.add(link: url["url"]?.string ?? "", expanded: url["expanded_url"]?.string ?? "")
        }
        let id = try #require(tweet["id"]?.string)
        texts[id] = links.read(tweet["text"]?.string ?? "", id: id).text
      }
    }
    #expect(!harvest.posts.isEmpty)
    for post in harvest.posts {
      #expect(post.draft.text == texts[post.draft.id ?? ""])
      #expect(post.time != nil)
      #expect(post.draft.account?.isEmpty == false)
    }
  }

  @Test(.enabled(if: SharedFiles.path(samples) != nil, "the samples are not here"))
  func `quotes and retweets of real tables are told apart`() throws {
    let quote = try Harvest(
      CSVReader(twarc: PiecewiseBytes(try sample("quoted_edit.csv")), file: "a"))
    #expect(quote.texts == ["@wongmjane Test"])
    #expect(
      quote.posts.first?.draft.quote?.url == "https://x.com/wongmjane/status/1576994746135764992")
    let retweet = try Harvest(
      CSVReader(twarc: PiecewiseBytes(try sample("two_tweets.csv")), file: "a"))
    #expect(retweet.posts.map(\.kind) == [.retweet])
    #expect(retweet.texts.first?.hasPrefix("RT @") == true)
  }
}
