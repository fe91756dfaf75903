import Foundation
import PostText
import Testing

@testable import Archives

/// One file of an archive by itself, and how files are told for such.
struct XArchiveFileTests {
  private func reader(_ text: String, name: String = "input") throws -> XArchiveReader {
    try XArchiveReader(file: ChunkedSource(text.utf8), name: name)
  }

  @Test(arguments: [
    "window.YTD.tweets.part0 = [", "window.YTD.tweet.part12=[", "YTD.tweet.part0 = [",
    "\u{FEFF}window.YTD.deleted_tweets.part0 = [",
    "Grailbird.data.tweets_2012_05 = \n[ ", " \nYTD.community_tweet.part0 =\r\n [",
  ])
  func `a file of posts is known by what it assigns to`(_ head: String) throws {
    #expect(XArchiveReader.recognises(head: head.utf8))
    let read = try ReadArchive(reader(head + #"{"id":"1","text":"Hello"}]"#))
    #expect(read.texts == ["Hello"])
    #expect(read.places.first?.file == "input")
  }

  @Test(arguments: [
    "", "[", "{\"data\":[]}", "window.YTD.tweets.part0", "window.YTD = [", "var x = [",
    "id,text\n1,a=b",
    "window.YTD.a b c.part0 = [", "Grailbird.data = {", "xwindow.YTD.tweets.part0 = [",
  ])
  func `other files are not taken for one`(_ head: String) {
    #expect(!XArchiveReader.recognises(head: head.utf8))
  }

  @Test(arguments: [
    "direct_messages", "ip_audit", "contact", "like", "account", "tweets_2012", "note_tweets",
  ])
  func `a file of anything but posts is refused by name`(_ variable: String) throws {
    #expect(XArchiveReader.recognises(head: "window.YTD.\(variable).part0 = [".utf8))
    #expect {
      try reader("window.YTD.\(variable).part0 = [{\"secret\":1}]", name: "tweets.js")
    } throws: {
      ($0 as? ArchiveFailure)?.code == "no-posts"
        && ($0 as? ArchiveFailure)?.message.contains(variable) == true
    }
  }

  @Test func `without an assignment the name decides`() throws {
    let text = "[\(XFile.tweet(1, "Hello"))]"
    #expect(
      try ReadArchive(reader(text, name: "some/folder/deleted-tweets.js")).posts.first?.isDeleted
        == true)
    for name in ["x.json", "direct-messages.js", "account.js", "manifest.js"] {
      #expect(throws: ArchiveFailure.self) { try reader(#"[{"account":{}}]"#, name: name) }
    }
  }

  @Test func `the account of an old file is that of its tweets`() throws {
    let text =
      #"Grailbird.data.tweets_2012_05 = [{"id_str":"1","text":"Hi","user":{"screen_name":"old"},"created_at":"2012-05-31 23:00:00 +0000"}]"#
    let post = try #require(try ReadArchive(reader(text)).posts.first)
    #expect(post.draft.account == "old")
    #expect(post.time?.description == "2012-05-31T23:00:00Z")
  }

  @Test(arguments: ["tweets.js", "posts.json"], ["[ TWEET ]", "TWEET\nTWEET\n", "TWEET"])
  func `a file without what it assigns to is known by how it begins`(
    _ name: String, _ layout: String
  ) throws {
    let folder = try TestFolder()
    let text = layout.replacingOccurrences(of: "TWEET", with: XFile.tweet(1, "Hello"))
    try folder.write(text, to: name)
    let opened = try ArchiveInput.open(folder.path(name), .init())
    #expect(opened.format == .xArchive)
    #expect(Set(try Harvest(opened.reader).texts) == ["Hello"])
  }

  @Test func `deleted posts are known by the name of the file, and notes by how it begins`() throws
  {
    let folder = try TestFolder()
    try folder.write("[\(XFile.tweet(1, "Hello"))]", to: "deleted-tweets.js")
    try folder.write("[ \(XFile.note(1, "A long one")) ]", to: "notes.json")
    let deleted = try ArchiveInput.open(folder.path("deleted-tweets.js"), .init())
    #expect(try Harvest(deleted.reader).posts.map(\.isDeleted) == [true])
    let notes = try ArchiveInput.open(folder.path("notes.json"), .init())
    #expect(try Harvest(notes.reader).texts == ["A long one"])
  }

  @Test func `a circle file is left out unless it is asked for`() throws {
    let text = XFile.list("twitter_circle_tweet", XFile.tweet(1, "Friends"), "[]")
    let read = try ReadArchive(reader(text))
    #expect(read.records.first == .skipped(.private, id: "1"))
    #expect(read.failures == ["wrong-type"])
    let asked = try XArchiveReader(file: ChunkedSource(text.utf8), name: "x", includesPrivate: true)
    #expect(try ReadArchive(asked).texts == ["Friends"])
  }

  @Test func `notes by themselves are posts`() throws {
    let read = try ReadArchive(
      reader(
        XFile.list(
          "note_tweet",
          XFile.note(
            9, "Long &amp; wide https://t.co/a",
            urls: #"{"shortUrl":"https://t.co/a","expandedUrl":"https://e.org"}"#),
          #"{"noteTweet":{"noteTweetId":"5","core":{}}}"#,
          #"{"noteTweet":{"noteTweetId":"6","core":{"text":7}}}"#, "7")))
    #expect(read.texts == ["Long & wide https://e.org"])
    #expect(read.posts.first?.draft.id == "9")
    #expect(read.posts.first?.time?.description == "2023-02-18T12:33:11Z")
    #expect(read.failures == ["no-text", "wrong-type", "wrong-type"])
  }

  @Test(arguments: [
    (["data/tweets.js"], true), (["a/b/data/tweet.js"], true),
    (["data/js/tweets/2012_05.js"], true), (["tweets-part3.js"], true),
    (["data/direct-messages.js", "data/account.js", "data/manifest.js"], false),
    (["tweets.json"], false),
    (["data/js/tweets/2012_5.js"], false), (["2012_05.js"], false), (["tweets-part0.js"], false),
    (["tweets-part.js"], false),
    (["data/tweets.js/x"], false), (["data\\tweets.js"], true), ([], false),
    (["account-part1.js"], false),
  ])
  func `an archive is known by its names`(_ paths: [String], _ isOne: Bool) {
    let members = paths.compactMap { XMember(path: $0) }
    #expect(members.contains { $0.kind.isPosts && !$0.isCopy } == isOne)
  }
}
