import Archives
import Foundation
import PostText
import Testing

/// Long texts and the tweets that show their first part.
struct XArchiveNoteTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func read(
    tweets: [String], notes: [String], more: [String: String] = [:],
    limits: XArchiveReader.Limits = .init()
  ) throws -> ReadArchive {
    let list = { (name: String, records: [String]) in
      "window.YTD.\(name).part0 = [\n\(records.joined(separator: ",\n"))]"
    }
    try folder.write(list("tweets", tweets), to: "data/tweets.js")
    try folder.write(list("note_tweet", notes), to: "data/note-tweet.js")
    for (name, text) in more { try folder.write(text, to: "data/" + name) }
    return try ReadArchive(XArchiveReader(folder: folder.url.path, limits: limits))
  }

  private let long =
    "We were called to Mill Lane last night and this is what became of it, told at length"

  @Test func `a note takes the place of the first part`() throws {
    let read = try read(
      tweets: [
        XFile.tweet(5, "Other"),
        XFile.tweet(7, "We were called to Mill Lane… https://t.co/x", #""truncated":true"#),
      ],
      notes: [XFile.note(900, long)])
    #expect(read.texts == ["Other", long])
    #expect(read.posts[1].draft.id == "7")
    #expect(read.posts[1].cut == nil)
    #expect(read.codes == [])
  }

  @Test func `mentions before it, links and blanks may differ`() throws {
    let links =
      #""entities":{"urls":[{"url":"https://t.co/one","expanded_url":"https://e.org/1"}]}"#
    let read = try read(
      tweets: [
        XFile.tweet(
          7, "@who @other We were  called &amp; went https://t.co/one to…", links,
          #""in_reply_to_screen_name":"who""#)
      ],
      notes: [
        XFile.note(
          900, "We were called &amp; went\\nhttps://t.co/two to Mill Lane",
          urls: #"{"shortUrl":"https://t.co/two","expandedUrl":"https://e.org/2"}"#)
      ])
    #expect(read.texts == ["We were called & went\nhttps://e.org/2 to Mill Lane"])
    #expect(read.posts.first?.kind == .reply)
  }

  @Test(arguments: [
    ("Law &amp; order: 1 &lt; 2 &gt; 0, said…", "Law & order: 1 < 2 > 0, said at length"),
    ("Law &amp; order, said…", "Law &amp; order, said at length"),
    ("Law & order, said…", "Law &amp; order, said at length"),
  ])
  func `a note is found whether its signs are escaped or plain`(
    _ tweet: String, _ note: String
  ) throws {
    let read = try read(tweets: [XFile.tweet(7, tweet)], notes: [XFile.note(900, note)])
    #expect(read.posts.map(\.draft.id) == ["7"])
    #expect(read.texts.first?.utf8.suffix(9).elementsEqual("at length".utf8) == true)
  }

  @Test func `the tweet of the same second is preferred, and near ones do`() throws {
    let tweets = [
      XFile.tweet(1, "We were called to…", XFile.time("09")), XFile.tweet(2, "We were called to…"),
      XFile.tweet(3, "We were called to…", XFile.time("13")),
    ]
    let one = try read(tweets: tweets, notes: [XFile.note(900, long)])
    #expect(one.texts == ["We were called to…", long, "We were called to…"])
    let two = try read(
      tweets: tweets, notes: [XFile.note(900, long + "!", second: "12"), XFile.note(901, long)])
    #expect(two.texts == ["We were called to…", long, long + "!"])
  }

  @Test func `of two tweets of one second the nearer number is taken`() throws {
    let tweets = [XFile.tweet(100, "We were called…"), XFile.tweet(200, "We were called…")]
    let read = try read(tweets: tweets, notes: [XFile.note(190, long)])
    #expect(read.texts == ["We were called…", long])
  }

  @Test func `no tweet loses its text to a note that does not begin as it does`() throws {
    let tweets = [
      XFile.tweet(1, "Something else"), XFile.tweet(2, "We were called to Station Road…"),
      XFile.tweet(3, "https://t.co/a"),
      XFile.tweet(4, "RT @us: We were called to…"),
      XFile.tweet(5, "We were called to…", #""created_at":"Sat Feb 18 12:35:11 +0000 2023""#),
    ]
    let read = try read(tweets: tweets, notes: [XFile.note(900, long)])
    #expect(read.texts.count == 6)
    #expect(read.texts.last == long)
    #expect(read.posts.last?.draft.id == "900")
    #expect(read.places.last?.file.hasSuffix("note-tweet.js") == true)
  }

  @Test func `notes of deleted posts are joined as well, and those left over are deleted`() throws {
    let read = try read(
      tweets: [XFile.tweet(1, "Kept")], notes: [],
      more: [
        "deleted-tweets.js": XFile.list("deleted_tweets", XFile.tweet(2, "We were called…")),
        "deleted-note-tweet.js": XFile.list(
          "deleted_note_tweet", XFile.note(900, long), XFile.note(901, "Alone")),
      ])
    #expect(read.texts == ["Kept", long, "Alone"])
    #expect(read.posts.map(\.isDeleted) == [false, true, true])
  }

  @Test func `the note of a private post is private`() throws {
    let read = try read(
      tweets: [XFile.tweet(1, "Open")], notes: [XFile.note(900, long)],
      more: [
        "twitter-circle-tweet.js": XFile.list(
          "twitter_circle_tweet", XFile.tweet(2, "We were called…"))
      ])
    #expect(read.texts == ["Open"])
    #expect(read.skipped == [.private])
  }

  @Test func `notes beyond the limit are posts of their own, and that is told`() throws {
    var limits = XArchiveReader.Limits()
    limits.notes = 1_000
    let tweets = (0..<9).map { XFile.tweet($0, "N\($0) we were called…", XFile.time("1\($0)")) }
    let notes = (0..<9).map {
      XFile.note(900 + $0, "N\($0) we were called to Mill Lane", second: "1\($0)")
    }
    let read = try read(tweets: tweets, notes: notes, limits: limits)
    #expect(read.codes == ["too-many-notes"])
    let joined = read.texts.prefix(9).count { $0.utf8.suffix(4).elementsEqual("Lane".utf8) }
    #expect(joined > 0 && joined < 9)
    #expect(read.texts.count == 18 - joined)
  }

  @Test func `broken notes fail, and counts are those of the file`() throws {
    let read = try read(
      tweets: [XFile.tweet(7, "We were called…")],
      notes: [XFile.note(900, long), "{\"noteTweet\":[]}", "{"],
      more: ["manifest.js": XFile.manifest(("tweets.js", 1), ("note-tweet.js", 3))])
    #expect(read.texts == [long])
    #expect(read.failures == ["wrong-type", "not-json"])
    #expect(read.codes == [])
  }
}
