import Archives
import Foundation
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
    return try Harvest(try ArchiveInput.open(file.path, options))
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
    let plain = folder.appendingPathComponent("plain")
    let lines = (0..<50_000).map {
      #"{"id": "\#($0 &* 2_654_435_761)", "text": "Found it"}"# + "\n"
    }
    try Data(lines.joined().utf8).write(to: plain)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, "-c", plain.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let compressed = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
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
    let read = try Harvest(try ArchiveInput.open(file.path, .init()))
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

  @Test func `a path that is not there is told by its name`() throws {
    #expect(throws: ArchiveFailure.self) {
      try ArchiveInput.open(folder.appendingPathComponent("nothing").path, .init())
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
