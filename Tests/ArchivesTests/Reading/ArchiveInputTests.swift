import Archives
import Foundation
import PostText
import TestSupport
import Testing

/// What an input is, is found by its content, whatever its name.
struct ArchiveInputTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("archive-input-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func harvest(
    _ content: Data, _ options: ArchiveInput.Options = .init()
  ) throws -> Harvest {
    let file = folder.appendingPathComponent("input")
    try content.write(to: file)
    return try Harvest(try ArchiveInput.open(file.path, options).reader)
  }

  private func harvest(_ text: String) throws -> Harvest {
    try harvest(Data(text.utf8))
  }

  private func refusal(_ text: String) throws -> ArchiveFailure {
    let file = folder.appendingPathComponent("input")
    try Data(text.utf8).write(to: file)
    do throws(ArchiveFailure) {
      _ = try ArchiveInput.open(file.path, .init())
    } catch {
      return error
    }
    Issue.record("nothing was refused")
    return ArchiveFailure(code: "", message: "")
  }

  @Test(arguments: [
    #"{"id": "1", "text": "Found it"}"#, "\u{FEFF}" + #"{"text": "Found it"}"#,
    #"[{"text": "Found it"}]"#, "[\n  {\n    \"text\": \"Found it\"\n  }\n]\n",
    #"{"data":[{"id":"1","text":"Found it","author_id":"7"}]}"#,
    "{\n \"data\": {\"id\": \"1\",\n \"text\": \"Found it\", \"author_id\": \"7\"}\n}",
    #"[{"id_str":"1","full_text":"Found it"}]"#,
    #"window.YTD.tweets.part0 = [ {"tweet": {"id_str": "1", "full_text": "Found it"}} ]"#,
    #"Grailbird.data.tweets_2012_05 = [ {"id_str": "1", "text": "Found it"} ]"#,
    "text,date\nFound it,2024-05-01\n", "Message;Sent at\r\n\"Found it\";2024-05-01 10:00\r\n",
    #"{"type":"OrderedCollection","orderedItems":[{"type":"Create","published":"2024-05-01T12:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"object":{"type":"Note","id":"1","content":"<p>Found it</p>","published":"2024-05-01T12:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"]}}]}"#,
  ])
  func `a format is found by its content`(_ text: String) throws {
    #expect(try harvest(text).texts == ["Found it"])
  }

  @Test(arguments: ["gzip", "xz", "bzip2"])
  func `a compressed input is read as the plain one`(_ program: String) throws {
    let lines = (0..<50_000).map {
      #"{"id": "\#($0 &* 2_654_435_761)", "text": "Found it"}"# + "\n"
    }
    let compressed = try compressed(lines.joined(), by: program)
    #expect(try harvest(compressed).texts.count == 50_000)
    // Of one that is cut off, what came before is read, and the end is told.
    let cut = try harvest(compressed.dropLast(compressed.count / 10))
    #expect((10_000..<50_000).contains(cut.texts.count))
    #expect(["cut-off", "damaged"].contains(cut.outcomes.last ?? ""))
    #expect(throws: ArchiveFailure.self) { try harvest(compressed.prefix(20)) }
  }

  @Test(arguments: CompressedOutput.Compression.allCases)
  func `what is written compressed is read back`(
    _ compression: CompressedOutput.Compression
  ) throws {
    let file = folder.appendingPathComponent("written")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    let output = try CompressedOutput(
      descriptor: handle.fileDescriptor, compression: compression)
    let line = Array("{\"text\": \"Found it\"}\n".utf8)
    for _ in 0..<5_000 { try output.write(line) }
    try output.finish()
    try handle.close()
    let read = try Harvest(try ArchiveInput.open(file.path, .init()).reader)
    #expect(read.texts.count == 5_000)
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
    #expect(compression == .none ? size == 5_000 * line.count : size < 5_000)
  }

  @Test func `what is none of the formats is refused with what to do`() throws {
    #expect(try refusal("").code == "empty")
    #expect(try refusal("Dear Sir or Madam").message.contains("--input-format"))
    let unknown = try refusal(#"{"headline": "a", "body": "b"}"#)
    #expect(unknown.message.contains("`headline`"))
    #expect(unknown.message.contains("--map"))
    #expect(try refusal(#"{"schema":"tweetlint.result/1","i":0}"#).code == "is-result")
  }

  @Test func `two columns of one name are told as the reason, whatever the format is said to be`()
    throws
  {
    #expect(try refusal("id,text,link,Text\n1,a,b,c\n").code == "repeated-column")
    // Prose with commas is no table.
    #expect(try refusal("Dear Sir, dear Sir, dear Sir\n").code == "unknown-format")
  }

  @Test(arguments: [InputFormat.auto, .xArchive])
  func `a zip within a compressed file is told to be one`(_ format: InputFormat) throws {
    let zip = folder.appendingPathComponent("archive.zip")
    try ZipWriter.write([.init("data/tweets.js", "window.YTD.tweets.part0 = []".utf8)], to: zip)
    let file = folder.appendingPathComponent("archive.zip.gz")
    try compressed(Data(contentsOf: zip), by: "gzip").write(to: file)
    var options = ArchiveInput.Options()
    options.format = format
    #expect {
      try ArchiveInput.open(file.path, options)
    } throws: {
      ($0 as? ArchiveFailure)?.message.contains("Save it as a file") == true
    }
  }

  @Test func `UTF-16 is told with what to do, be it of any order`() throws {
    for encoding in [String.Encoding.utf16, .utf16BigEndian] {
      var content = try #require("text,date\nFound it,2024-05-01\n".data(using: encoding))
      if encoding == .utf16BigEndian { content = Data([0xFE, 0xFF]) + content }
      let file = folder.appendingPathComponent("input")
      try content.write(to: file)
      do throws(ArchiveFailure) {
        _ = try ArchiveInput.open(file.path, .init())
        Issue.record("nothing was refused")
      } catch {
        #expect(error.message.contains("UTF-16"))
      }
    }
  }

  @Test func `a damaged page of bare posts tells its format, though nothing else in the file does`()
    throws
  {
    let page =
      #"{"data":[{"id":"1","text":"Found it"},{"id":"2","text":"\q"},{"id":"3","text":"Road open"}]}"#
    for start in ["", #"{"errors":[{"title":"Not Found Error"}]}"# + "\n"] {
      let read = try harvest(Data((start + page + "\n").utf8))
      #expect(read.posts.map(\.draft.id) == ["1", "3"])
    }
  }

  @Test func `keys of JSON that no format has are mapped by name`() throws {
    var options = ArchiveInput.Options()
    options.mapping = try CSVMapping("text=data.body,date=sent,id=n,account=who")
    let read = try harvest(
      Data(
        #"""
        {"n": 7, "who": "@NorthmarchPolice", "sent": "2024-05-01", "likes": 3, "data": {"body": "Found it"}}
        {"n": 8, "data": {"words": "Found it"}, "sent": "01/05/2024"}
        {"n": 9, "data": {"body": "Road open"}, "sent": "01/05/2024"}
        [1]
        """#.utf8), options)
    #expect(read.outcomes == ["post", "no-text", "post", "wrong-type"])
    #expect(read.posts[1].isTimeCut)
    let post = try #require(read.posts.first)
    #expect(post.draft.id == "7")
    #expect(post.draft.account == "NorthmarchPolice")
    #expect(post.draft.text == "Found it")
    #expect(post.time?.description == "2024-05-01T00:00:00")
  }

  @Test func `an export of Mastodon is read from its folder, and nothing else of it`() throws {
    let export = folder.appendingPathComponent("export")
    try FileManager.default.createDirectory(at: export, withIntermediateDirectories: true)
    let outbox =
      #"{"type":"OrderedCollection","totalItems":1,"orderedItems":[{"type":"Create","to":["https://www.w3.org/ns/activitystreams#Public"],"object":{"type":"Note","id":"1","content":"<p>Found it</p>","published":"2024-05-01T12:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"]}}]}"#
    try Data(outbox.utf8).write(to: export.appendingPathComponent("outbox.json"))
    try Data("{".utf8).write(to: export.appendingPathComponent("actor.json"))
    let read = try Harvest(try ArchiveInput.open(export.path, .init()).reader)
    #expect(read.texts == ["Found it"])
    let zip = folder.appendingPathComponent("export.zip")
    try ZipWriter.write([.init("archive/outbox.json", outbox.utf8)], to: zip)
    #expect(try Harvest(try ArchiveInput.open(zip.path, .init()).reader).texts == ["Found it"])
    var options = ArchiveInput.Options()
    options.format = .mastodon
    #expect(throws: ArchiveFailure.self) {
      try ArchiveInput.open(folder.path + "/nothing", options)
    }
  }

  @Test(arguments: ["gzip", "bzip2"])
  func `what stands behind compressed data, or is damaged in it, is told`(
    _ program: String
  ) throws {
    let plain = try compressed(#"{"text": "Found it"}"# + "\n", by: program)
    #expect(try harvest(plain + plain).texts.count == 2)
    let more = try harvest(plain + Data(#"{"text": "Lost"}"#.utf8))
    #expect(more.texts == ["Found it"])
    #expect(more.outcomes.last == "not-read")
  }

  @Test func `a sum that does not hold is told`() throws {
    let lines = (0..<9_000).map { _ in #"{"text": "Found it"}"# + "\n" }.joined()
    var damaged = try compressed(lines, by: "gzip")
    damaged[damaged.count - 6] ^= 1
    let read = try harvest(damaged)
    #expect(read.texts.count == 9_000)
    #expect(read.outcomes.last == "damaged")
  }

  @Test func `an export that lies beside an archive is named`() throws {
    let archive = folder.appendingPathComponent("x")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    let tweets =
      #"window.YTD.tweets.part0 = [ {"tweet": {"id_str": "1", "full_text": "Found it"}} ]"#
    try Data(tweets.utf8).write(to: archive.appendingPathComponent("tweets.js"))
    try Data("text\na\n".utf8).write(to: archive.appendingPathComponent("more.csv"))
    let read = try Harvest(try ArchiveInput.open(archive.path, .init()).reader)
    #expect(read.texts == ["Found it"])
    #expect(read.complaints.map(\.file) == [archive.path + "/more.csv"])
  }

  private func compressed(_ text: String, by program: String) throws -> Data {
    try compressed(Data(text.utf8), by: program)
  }

  private func compressed(_ bytes: Data, by program: String) throws -> Data {
    let plain = folder.appendingPathComponent("plain")
    try bytes.write(to: plain)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, "-c", plain.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return bytes
  }

  @Test func `a path that is not there is told`() throws {
    #expect {
      try ArchiveInput.open(folder.appendingPathComponent("nothing").path, .init())
    } throws: {
      ($0 as? ArchiveFailure)?.code == "not-found"
    }
  }

  @Test func `a file that fails at its first byte is told with the system's reason`() throws {
    // The first byte of this file is no memory of the process.
    #expect {
      try ArchiveInput.open("/proc/self/mem", .init())
    } throws: {
      ($0 as? ArchiveFailure)?.message.contains("Input/output error") == true
    }
  }

  @Test func `a broken first line does not hide what the lines are`() throws {
    let read = try harvest("{\"text\": \n{\"text\": \"Found it\"}\n{\"text\": \"Found it\"}\n")
    #expect(read.outcomes == ["not-json", "post", "post"])
  }

  @Test func `an input is opened when its turn comes`() throws {
    let file = folder.appendingPathComponent("input")
    try Data(#"{"text": "Found it"}"#.utf8).write(to: file)
    let reader = try LazyReader(path: file.path, .init())
    try FileManager.default.removeItem(at: file)
    let read = try Harvest(reader)
    #expect(read.records.isEmpty)
    #expect(read.complaints.map(\.code) == ["not-found"])
  }
}
