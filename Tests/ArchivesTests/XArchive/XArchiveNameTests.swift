import Archives
import Foundation
import TestSupport
import Testing

/// Files of an archive whose names are not quite those that X gives, or of a kind that is not read.
struct XArchiveNameTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func tweets(_ id: Int, _ text: String) -> String {
    XFile.list("tweets", XFile.tweet(id, text))
  }

  private func zip(_ members: ZipWriter.Member...) throws -> ReadArchive {
    let path = folder.path("archive.zip")
    try ZipWriter.write(members, to: URL(fileURLWithPath: path))
    return try ReadArchive(XArchiveReader(zip: path))
  }

  private func read() throws -> ReadArchive {
    try ReadArchive(XArchiveReader(folder: folder.url.path))
  }

  @Test func `a name may begin with the folder itself, and not with the one above`() throws {
    let read = try zip(
      .init("./data/tweets.js", tweets(1, "Hello").utf8),
      .init("./data/manifest.js", XFile.manifest(("tweets.js", 1)).utf8),
      .init("./../data/tweets-part1.js", tweets(2, "Outside").utf8))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["unsafe-name"])
  }

  @Test func `a name in capital letters is read`() throws {
    try folder.write(tweets(1, "Hello"), to: "data/Tweets.js")
    #expect(XArchiveReader.recognises(folder: folder.url.path))
    #expect(try read().texts == ["Hello"])
    try folder.write(XFile.manifest(("tweets.js", 1)), to: "data/manifest.js")
    #expect(try read().codes == [])
    // Where both are there, nobody can tell whether they are the same.
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    #expect(try read().codes == ["repeated-member"])
  }

  @Test(arguments: [
    "tweets (1).js", "tweets copy.js", "Tweets - Copy (2).js", "tweets-part1 (1).js", "tweets-2.js",
    "deleted-tweets (1).js",
  ])
  func `a copy of a file of posts is told`(_ name: String) throws {
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    try folder.write(tweets(2, "There"), to: "data/" + name)
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["not-read"])
    #expect(read.complaints.first?.file.hasSuffix("data/" + name) == true)
  }

  @Test(arguments: [
    "tweet-headers.js", "tweetdeck.js", "deleted-tweet-headers.js", "tweets.js.bak",
  ])
  func `a file of something else is no copy`(_ name: String) throws {
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    try folder.write("CANARY", to: "data/" + name)
    #expect(try read().codes == [])
  }

  @Test(arguments: [true, false])
  func `articles are told, be it without a manifest`(_ hasManifest: Bool) throws {
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    if hasManifest {
      try folder.write(XFile.manifest(("tweets.js", 1)), to: "data/manifest.js")
    }
    try folder.write(XFile.list("article"), to: "data/article.js")
    #expect(try read().codes == [])
    try folder.write(XFile.list("article", #"{"article":{"id":"1"}}"#), to: "data/article.js")
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["not-read"])
    #expect(read.complaints.first?.file.hasSuffix("data/article.js") == true)
  }

  // MARK: - Old archives

  private func month(_ name: String, _ id: Int) throws {
    try folder.write(
      "Grailbird.data.tweets_\(name) = \n[ {\"id_str\":\"\(id)\",\"text\":\"T\(id)\"} ]",
      to: "data/js/tweets/\(name).js")
  }

  @Test func `the months of an old archive are held against its list of them`() throws {
    try month("2012_05", 1)
    try month("2012_06", 2)
    let entries = [("2012_05", 1), ("2012_06", 3), ("2012_07", 1)].map { name, count in
      #"{"file_name":"data\/js\/tweets\/\#(name).js","year":2012,"var_name":"x","tweet_count":\#(count),"month":5}"#
    }
    try folder.write(
      "var tweet_index = [ \(entries.joined(separator: ", ")) ]", to: "data/js/tweet_index.js")
    let read = try read()
    #expect(read.texts == ["T1", "T2"])
    #expect(read.codes.sorted() == ["missing-member", "wrong-count"])
    try folder.write("var tweet_index = [ {", to: "data/js/tweet_index.js")
    #expect(try self.read().complaints.first?.message.contains("list of months") == true)
  }

  @Test
  func `the table that lies beside the months is X's own, and beside other archives it is not`()
    throws
  {
    try folder.write("text\na\n", to: "tweets.csv")
    try folder.write("text\na\n", to: "more.csv")
    try month("2012_05", 1)
    let old = try Harvest(try ArchiveInput.open(folder.url.path, .init()).reader)
    #expect(old.complaints.map(\.file) == [folder.url.path + "/more.csv"])
    try FileManager.default.removeItem(atPath: folder.path("data/js"))
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    let new = try Harvest(try ArchiveInput.open(folder.url.path, .init()).reader)
    #expect(new.complaints.count == 2)
  }
}
