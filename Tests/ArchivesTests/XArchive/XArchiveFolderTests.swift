import Archives
import Foundation
import Glibc
import PostText
import TestSupport
import Testing

/// An archive that was unpacked.
struct XArchiveFolderTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func read(_ path: String = "") throws -> ReadArchive {
    try ReadArchive(XArchiveReader(folder: folder.path(path)))
  }

  private func tweets(_ id: Int, _ text: String) -> String {
    XFile.list("tweets", XFile.tweet(id, text))
  }

  @Test(arguments: ["data", "twitter/data", "a/b/c/data"])
  func `the archive is found from above, and from within`(_ data: String) throws {
    try folder.write(tweets(1, "Hello"), to: data + "/tweets.js")
    for path in ["", data] {
      #expect(XArchiveReader.recognises(folder: folder.path(path)))
      let read = try read(path)
      #expect(read.texts == ["Hello"])
      #expect(read.codes == [])
      #expect(read.places.first?.file.hasSuffix("data/tweets.js") == true)
    }
  }

  @Test func `a Grailbird archive is read with its account`() throws {
    try folder.write(
      "var user_details = {\"screen_name\":\"force\",\"id\":\"1\"}", to: "data/js/user_details.js")
    for (month, id) in [("2012_05", 2), ("2011_12", 1), ("2012_06", 3)] {
      let text =
        "Grailbird.data.tweets_\(month) = \n[ {\"id_str\":\"\(id)\",\"text\":\"T\(id)\",\"created_at\":\"2012-05-01 10:00:00 +0000\"} ]"
      try folder.write(text, to: "data/js/tweets/\(month).js")
    }
    let read = try read()
    #expect(read.texts == ["T1", "T2", "T3"])
    #expect(read.posts.first?.draft.account == "force")
    #expect(read.posts.first?.time?.description == "2012-05-01T10:00:00Z")
    #expect(read.codes == [])
  }

  @Test func `nothing is opened but what is on the list`() throws {
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    // A pipe without a writer holds for ever whoever opens it to read.
    for name in ["direct-messages.js", "ip-audit.js", "contact.js", "phone-number.js"] {
      #expect(mkfifo(folder.path("data/" + name), 0o600) == 0)
    }
    #expect(symlink("/nowhere", folder.path("data/email-address-change.js")) == 0)
    try folder.write("CANARY", to: "data/tweets_media/tweets.js")
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.records.count == 1 && read.codes == [])
    #expect(!"\(read)".contains("CANARY"))
  }

  @Test func `links, pipes and folders in place of files are told and not opened`() throws {
    try folder.write(tweets(1, "Hello"), to: "archive/data/tweets.js")
    try folder.write(tweets(2, "Outside"), to: "outside/tweets.js")
    let data = "archive/data/"
    #expect(symlink(folder.path("outside/tweets.js"), folder.path(data + "tweets-part1.js")) == 0)
    #expect(mkfifo(folder.path(data + "tweets-part2.js"), 0o600) == 0)
    try folder.write("", to: data + "tweets-part3.js/x")
    let read = try read("archive")
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["not-a-file", "not-a-file", "not-a-file"])
  }

  @Test func `a link in place of the folder is not followed`() throws {
    try folder.write(tweets(2, "Outside"), to: "outside/data/tweets.js")
    try FileManager.default.createDirectory(
      atPath: folder.path("archive"), withIntermediateDirectories: true)
    #expect(symlink(folder.path("outside/data"), folder.path("archive/data")) == 0)
    #expect(throws: ArchiveFailure.self) { try read("archive") }
    // The folder that is given may be a link: whoever gives it knows.
    #expect(symlink(folder.path("outside"), folder.path("given")) == 0)
    #expect(try read("given").texts == ["Outside"])
  }

  @Test func `a folder without posts, and none, are told`() throws {
    try folder.write("CANARY", to: "data/direct-messages.js")
    #expect(!XArchiveReader.recognises(folder: folder.path("")))
    #expect { try read() } throws: { ($0 as? ArchiveFailure)?.code == "no-posts" }
    #expect { try read("none") } throws: { ($0 as? ArchiveFailure)?.code == "not-found" }
  }

  @Test(arguments: ["", "window.YTD.account.part0 = [{", "garbage"])
  func `a name of the account that cannot be read is told, and the posts are read`(
    _ account: String
  ) throws {
    try folder.write(account, to: "data/account.js")
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.complaints.map { $0.file.hasSuffix("data/account.js") } == [true])
    #expect(read.complaints.first?.message.hasPrefix("The name of the account") == true)
  }

  // MARK: - The manifest

  @Test func `counts that hold are silent, and the account is that of the manifest`() throws {
    try folder.write(
      XFile.manifest(("tweets.js", 1), ("direct-messages.js", 9)), to: "data/manifest.js")
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    try folder.write(
      #"window.YTD.account.part0 = [{"account":{"username":"other"}}]"#, to: "data/account.js")
    let read = try read()
    #expect(read.codes == [])
    #expect(read.posts.first?.draft.account == "force")
  }

  @Test(arguments: [0, 2, 90])
  func `a count that does not hold is told with both numbers`(_ count: Int) throws {
    try folder.write(XFile.manifest(("tweets.js", count)), to: "data/manifest.js")
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["wrong-count"])
    let message = try #require(read.complaints.first?.message)
    #expect(message.contains("\(count) record") && message.contains("it has 1"))
  }

  @Test func `files are held against those of the manifest`() throws {
    try folder.write(
      XFile.manifest(("tweets.js", 1), ("tweets-part1.js", 5), isPartial: true),
      to: "data/manifest.js")
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    try folder.write(tweets(2, "Unlisted"), to: "data/deleted-tweets.js")
    try folder.write("CANARY", to: "data/stranger.js")
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.codes.sorted() == ["missing-member", "partial-archive", "unlisted-member"])
    #expect(!"\(read)".contains("stranger"))
  }

  @Test(arguments: [
    "", "window.__THAR_CONFIG = {", "window.__THAR_CONFIG = []", "x = {\"dataTypes\":5}",
    "x = {\"dataTypes\":{}}", "garbage",
  ])
  func `a manifest that cannot be used is told, and the posts are read`(_ manifest: String) throws {
    try folder.write(manifest, to: "data/manifest.js")
    try folder.write(tweets(1, "Hello"), to: "data/tweets.js")
    let read = try read()
    #expect(read.texts == ["Hello"])
    #expect(read.codes.count == 1)
  }

  // MARK: - Made-up archives

  @Test func `a whole archive is read without a complaint`() throws {
    var archive = GeneratedArchive(tweets: 5_000, seed: 3)
    archive.tweetsAPart = 2_000
    try archive.write(to: folder.url)
    let read = try read()
    #expect(read.posts.count == 5_000)
    #expect(read.codes == [] && read.failures == [])
    #expect(Set(read.posts.map(\.kind)) == Set(PostKind.allCases))
    #expect(read.posts.count { $0.draft.text.utf8.count > 450 } >= archive.notes)
    #expect(
      read.posts.allSatisfy { $0.draft.account == GeneratedArchive.account && $0.time != nil })
    let zip = folder.path("archive.zip")
    try archive.writeZip(to: URL(fileURLWithPath: zip))
    #expect(try ReadArchive(XArchiveReader(zip: zip)).records == read.records)
  }
}
