import Archives
import Foundation
import PostText
import TestSupport
import Testing

/// An archive as X sends it, and zips that no sound program makes.
struct XArchiveZipTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func zip(_ members: ZipWriter.Member..., isWide: Bool = false) throws -> String {
    let path = folder.path("archive.zip")
    try ZipWriter.write(members, to: URL(fileURLWithPath: path), isWide: isWide)
    return path
  }

  private func read(
    _ path: String, includesPrivate: Bool = false, limits: XArchiveReader.Limits = .init()
  ) throws -> ReadArchive {
    try ReadArchive(XArchiveReader(zip: path, includesPrivate: includesPrivate, limits: limits))
  }

  private func failure(_ path: String) -> ArchiveFailure? {
    do throws(ArchiveFailure) {
      _ = try XArchiveReader(zip: path)
      return nil
    } catch {
      return error
    }
  }

  private func tweets(_ name: String, _ id: Int, _ text: String) -> ZipWriter.Member {
    ZipWriter.Member(name, XFile.list("tweets", XFile.tweet(id, text)).utf8)
  }

  // MARK: - Sound zips

  @Test(arguments: ["", "twitter-2023-02-18/", "a/b/c/", "Ärchiv 👮/"])
  func `an archive is read wherever its folder lies`(_ root: String) throws {
    let path = try zip(tweets(root + "data/tweets.js", 1, "Hello"))
    #expect(XArchiveReader.recognises(zip: path))
    let read = try read(path)
    #expect(read.texts == ["Hello"])
    #expect(
      read.places == [ArchivePlace(file: "\(path): \(root)data/tweets.js", record: 1, line: 2)])
    #expect(read.codes == [])
  }

  @Test(arguments: [false, true], [false, true])
  func `ZIP64 and lengths behind the content are read`(_ isWide: Bool, _ hasTrailer: Bool) throws {
    var first = tweets("data/tweets.js", 1, "First")
    first.isWide = isWide
    first.hasTrailer = hasTrailer
    var second = tweets("data/tweets-part1.js", 2, "Second")
    second.isWide = isWide
    second.hasTrailer = hasTrailer
    let read = try read(zip(first, second, isWide: isWide))
    #expect(read.texts == ["First", "Second"])
    #expect(read.codes == [])
  }

  @Test func `bytes before the archive do no harm`() throws {
    let path = try zip(tweets("data/tweets.js", 1, "Hello"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try (Data("#!/bin/sh\n".utf8) + bytes).write(to: URL(fileURLWithPath: path))
    #expect(try read(path).texts == ["Hello"])
  }

  @Test func `parts come in the order of their numbers, and kinds in theirs`() throws {
    let members = [
      ("note-tweet.js", XFile.list("note_tweet", XFile.note(90, "A note by itself", second: "50"))),
      ("deleted-tweets.js", XFile.list("deleted_tweets", XFile.tweet(20, "Deleted"))),
      ("tweets-part10.js", XFile.list("tweets", XFile.tweet(12, "Part ten"))),
      ("twitter-circle-tweet.js", XFile.list("twitter_circle_tweet", XFile.tweet(40, "Circle"))),
      ("tweets-part2.js", XFile.list("tweets", XFile.tweet(11, "Part two"))),
      ("js/tweets/2012_05.js", "Grailbird.data.tweets_2012_05 = [{\"id\":\"1\",\"text\":\"Old\"}]"),
      ("community-tweet.js", XFile.list("community_tweet", XFile.tweet(30, "Community"))),
      ("tweets.js", XFile.list("tweets", XFile.tweet(10, "Part none"))),
      ("tweets-part1.js", XFile.list("tweets", XFile.tweet(10, "Part one"))),
      ("tweet.js", XFile.list("tweet", XFile.tweet(5, "Of 2019"))),
    ].map { ZipWriter.Member("data/" + $0.0, $0.1.utf8) }
    let order = [
      "Old", "Of 2019", "Part none", "Part one", "Part two", "Part ten", "Deleted", "Community",
      "Circle", "A note by itself",
    ]
    for members in [members, members.reversed()] {
      let path = folder.path("archive.zip")
      try ZipWriter.write(members, to: URL(fileURLWithPath: path))
      let all = try read(path, includesPrivate: true)
      #expect(all.texts == order)
      // Part ten is there, and three to nine are not.
      #expect(all.codes == ["missing-member"])
      let open = try read(path)
      #expect(open.texts == order.filter { $0 != "Circle" })
      #expect(open.skipped == [.private])
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func `a zip of another program, compressed, is read`() throws {
    let archive = GeneratedArchive(tweets: 3_000)
    try archive.write(to: folder.url)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.currentDirectoryURL = folder.url
    process.arguments = ["-m", "zipfile", "-c", "made.zip", "data/"]
    try process.run()
    process.waitUntilExit()
    let read = try read(folder.path("made.zip"))
    #expect(read.posts.count == 3_000)
    #expect(read.codes == [] && read.failures == [])
    #expect(try ReadArchive(XArchiveReader(folder: folder.url.path)).records == read.records)
  }

  // MARK: - What is never opened

  @Test func `private files are not opened, be they garbage`() throws {
    let canary = "CANARY-\(UInt64.random(in: 0 ... .max))"
    var members = [
      "direct-messages.js", "direct-messages-group.js", "ip-audit.js", "contact.js",
      "phone-number.js",
      "email-address-change.js", "tweets_media/1-a.jpg", "like.js", "../tweets_media/x",
      "direct-message-headers.js",
    ].map { name in
      var member = ZipWriter.Member(
        "data/" + name, "\(canary) window.YTD.tweets.part0 = [{\"text\":\"\(canary)\"}]".utf8)
      // Its checksum is wrong, it claims to be compressed, and its own header has another name.
      member.checksumFault = 1
      member.method = 8
      member.localName = "x"
      return member
    }
    members.insert(tweets("data/tweets.js", 1, "Hello"), at: 4)
    let path = folder.path("archive.zip")
    try ZipWriter.write(members, to: URL(fileURLWithPath: path))
    let read = try read(path)
    #expect(read.texts == ["Hello"])
    #expect(read.records.count == 1 && read.codes == [])
    #expect(!"\(read)".contains("CANARY"))
  }

  @Test func `of the account only its name is used`() throws {
    let read = try read(
      zip(
        tweets("data/tweets.js", 1, "Hello"),
        ZipWriter.Member(
          "data/account.js",
          #"window.YTD.account.part0 = [{"account":{"email":"CANARY@example.org","username":"force"}}]"#
            .utf8)))
    #expect(read.posts.first?.draft.account == "force")
    #expect(!"\(read)".contains("CANARY"))
  }

  // MARK: - Broken zips

  @Test func `what is no zip, and what holds no posts, is told`() throws {
    try folder.write("hello", to: "x.zip")
    #expect(failure(folder.path("x.zip"))?.code == "no-zip")
    try folder.write("", to: "y.zip")
    #expect(failure(folder.path("y.zip"))?.code == "no-zip")
    #expect(failure(folder.path("none.zip"))?.code == "not-found")
    #expect(failure(folder.url.path)?.code == "not-a-file")
    #expect(failure(try zip())?.code == "no-posts")
    let other = try zip(
      ZipWriter.Member("data/direct-messages.js", "CANARY".utf8), ZipWriter.Member("a.txt", []))
    #expect(failure(other)?.code == "no-posts")
    #expect(failure(other)?.message.contains("An archive of X has `data/tweets.js`") == true)
    #expect(!XArchiveReader.recognises(zip: other))
  }

  @Test(arguments: [false, true])
  func `a zip that is cut off gives what stands before the cut`(_ hasTrailer: Bool) throws {
    var secret = ZipWriter.Member(
      "data/direct-messages.js", String(repeating: "CANARY PK", count: 99).utf8)
    secret.hasTrailer = hasTrailer
    var first = tweets("data/tweets.js", 1, "First")
    first.hasTrailer = hasTrailer
    let second = tweets("data/tweets-part1.js", 2, "Second")
    let path = try zip(secret, first, second)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 4).write(to: URL(fileURLWithPath: path))
    #expect(failure(path)?.code == "cut-off")
    var most = 0
    for length in stride(from: whole.count - 1, through: 1, by: -7) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      guard let reader = try? XArchiveReader(zip: path) else { continue }
      let read = try ReadArchive(reader)
      #expect(read.codes.first == "cut-off")
      #expect(read.texts == Array(["First", "Second"].prefix(read.posts.count)))
      #expect(!"\(read)".contains("CANARY"))
      most = max(most, read.posts.count)
    }
    #expect(most == 2)
  }

  @Test func `a wrong checksum is told behind the records`() throws {
    var member = tweets("data/tweets.js", 1, "Hello")
    member.checksumFault = 1
    let read = try read(zip(member))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["damaged"])
  }

  @Test func `a file that needs a password is told, and the others are read`() throws {
    var member = tweets("data/tweets-part1.js", 2, "Secret")
    member.isEncrypted = true
    let read = try read(zip(tweets("data/tweets.js", 1, "Hello"), member))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["encrypted"])
    #expect(failure(try zip(member))?.message.contains("password") == true)
  }

  @Test(arguments: [
    "../../etc/x/data/tweets.js", "/data/tweets.js", "data/../data/tweets.js",
    "C:\\data\\tweets.js",
    "data//tweets.js", "..\\data\\tweets.js",
  ])
  func `a name that leads out of the archive is told and not read`(_ name: String) throws {
    let read = try read(zip(tweets(name, 2, "Outside"), tweets("x/data/tweets.js", 1, "Hello")))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["unsafe-name"])
  }

  @Test func `a link is not followed`() throws {
    var link = ZipWriter.Member("data/tweets-part1.js", "/etc/passwd".utf8)
    link.mode = 0o120777
    let read = try read(zip(tweets("data/tweets.js", 1, "Hello"), link))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["not-a-file"])
  }

  @Test func `two files of one name are both read, and told`() throws {
    let read = try read(zip(tweets("data/tweets.js", 1, "One"), tweets("data/tweets.js", 2, "Two")))
    #expect(read.texts == ["One", "Two"])
    #expect(read.codes == ["repeated-member"])
  }

  @Test func `a second archive in the zip is named`() throws {
    let read = try read(zip(tweets("b/data/tweets.js", 2, "B"), tweets("a/data/tweets.js", 1, "A")))
    #expect(read.texts == ["A"])
    #expect(read.codes == ["second-archive"])
    #expect(read.complaints.first?.file.hasSuffix("b/data/tweets.js") == true)
  }

  @Test func `a header that names another file is not read`() throws {
    var member = tweets("data/tweets.js", 2, "Disguised")
    member.localName = "data/message.j"
    let read = try read(zip(member, tweets("data/tweets-part1.js", 1, "Hello")))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["damaged"])
  }

  @Test func `a directory that is damaged is told`() throws {
    let path = try zip(tweets("data/tweets.js", 1, "Hello"))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try bytes.write(to: URL(fileURLWithPath: path))
      // No matter what is wrong, it ends, and says so when the post is missing.
      guard let reader = try? XArchiveReader(zip: path) else { continue }
      let read = try ReadArchive(reader)
      #expect(!read.posts.isEmpty || !read.codes.isEmpty || !read.failures.isEmpty)
    }
  }

  // MARK: - Bombs

  @Test func `a file that unpacks to too much is read up to its limit`() throws {
    var limits = XArchiveReader.Limits()
    limits.member = 100_000
    let many = (0..<2_000).map { XFile.tweet($0, "Hello") }.joined(separator: ",\n")
    let path = try zip(
      ZipWriter.Member("data/tweets.js", "window.YTD.tweets.part0 = [\(many)]".utf8),
      tweets("data/tweets-part1.js", 1, "After"))
    let read = try read(path, limits: limits)
    #expect(read.failures == ["too-large"])
    #expect(read.texts.last == "After")
    #expect((300..<2_000).contains(read.posts.count))
    limits.member = .max
    limits.total = 100_000
    let total = try self.read(path, limits: limits)
    #expect(total.failures == ["too-large"])
    #expect(total.texts.last == "Hello")
    #expect(total.codes == ["too-large"])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func `a bomb takes no memory and no time to speak of`() throws {
    let script = """
      import zipfile
      with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as z:
        with z.open("data/tweets.js", "w") as f:
          f.write(b"window.YTD.tweets.part0 = [" + b'{"text":"Hello"},')
          for _ in range(200): f.write(b" " * (1 << 20))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.currentDirectoryURL = folder.url
    process.arguments = ["-c", script]
    try process.run()
    process.waitUntilExit()
    var limits = XArchiveReader.Limits()
    limits.member = 10 << 20
    let read = try read(folder.path("bomb.zip"), limits: limits)
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["too-large"])
  }
}
