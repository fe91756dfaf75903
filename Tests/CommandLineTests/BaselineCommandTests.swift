import Foundation
import Testing

@Suite struct BaselineCommandTests {
  private var program: Program

  init() throws {
    program = try Program()
    try TestPack.install(in: &program)
  }

  private static let posts = ["Kicking down doors one", "Kicking down doors two", "Quiet words"]

  private func write(_ texts: [String], to path: String = "posts.jsonl") throws {
    let lines = texts.enumerated().map { "{\"id\": \"\($0)\", \"text\": \"\($1)\"}\n" }
    try program.folder.write(lines.joined(), to: path)
  }

  private func accept() throws {
    let run = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--update-baseline", "--accept-new")
    #expect(run.status == 0, "\(run.error)")
  }

  /// A text without its breaks of lines.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The lines of a result, each as JSON.
  private func lines(_ run: Program.Run) throws -> [[String: Any]] {
    try run.output.split(separator: UInt8(ascii: "\n")).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
  }

  @Test func `what was accepted is known, and an edited post is new`() throws {
    try write(Self.posts)
    let first = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--update-baseline", "--accept-new")
    #expect(first.status == 0)
    #expect(first.error.contains("made the key known.jsonl.key"))
    #expect(first.error.contains("keep it out of the repository"))
    #expect(first.error.contains("known.jsonl: +2/−0"))
    let key = try FileManager.default.attributesOfItem(
      atPath: program.folder.url.appendingPathComponent("known.jsonl.key").path)
    #expect((key[.posixPermissions] as? NSNumber)?.intValue == 0o600)

    let baseline = try program.folder.read("known.jsonl")
    #expect(baseline.utf8.count { $0 == UInt8(ascii: "\n") } == 3)
    #expect(baseline.contains(#"{"rule":"door-joke","hash":""#))
    #expect(!baseline.contains("doors"))

    let again = try program.run("audit", "posts.jsonl", "--baseline", "known.jsonl")
    #expect(again.status == 0)
    #expect(
      Self.words(again.text).contains(
        "The baseline knows 2 findings, which are not listed (2 posts hold nothing else); 0 are new."
      ))
    #expect(!again.text.contains("Kicking"))

    try write(["Kicking down doors one", "Kicking down doors two!", "Quiet words"])
    let edited = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--format", "jsonl")
    #expect(edited.status == 1)
    let lines = try lines(edited)
    #expect(lines.map { $0["verdict"] as? String } == ["known", "review", "clear", nil])
    let known = try #require(lines[0]["known"] as? [[String: String]])
    #expect(known.map { $0["rule"] } == ["door-joke"])
    #expect(known[0]["hash"]?.utf8.count == 32)
    #expect((lines[1]["findings"] as? [Any])?.count == 1)
    let end = try #require(lines.last?["baseline"] as? [String: Int])
    #expect(end == ["known": 1, "new": 1, "stale": 1, "repeated": 0, "known_posts": 1])
    #expect(edited.error.contains("not met any more: door-joke 1"))
    #expect(try program.folder.read("known.jsonl") == baseline)
  }

  @Test func `a report never replaces the baseline, its key or the settings`() throws {
    try write(Self.posts)
    try accept()
    for file in ["known.jsonl", "known.jsonl.key", "settings.yaml"] {
      let before = try program.folder.read(file)
      let run = try program.run(
        "audit", "posts.jsonl", "--baseline", "known.jsonl", "--format", "jsonl", "-o", file)
      #expect(run.status == 2)
      #expect(try program.folder.read(file) == before)
    }
  }

  @Test func `a baseline shrinks when asked and grows only when that is asked too`() throws {
    try write(Self.posts)
    try accept()
    let before = try program.folder.read("known.jsonl")
    try write(["Kicking down doors two", "Kicking down doors three"])
    let shrunk = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--update-baseline")
    #expect(shrunk.status == 1)
    #expect(shrunk.error.contains("known.jsonl: +0/−1"))
    #expect(shrunk.error.contains("what is new was not put into known.jsonl"))
    let after = try program.folder.read("known.jsonl")
    #expect(after.utf8.count < before.utf8.count)
    try accept()
    try write(["Kicking down doors three", "Kicking down doors two"])
    #expect(try program.run("audit", "posts.jsonl", "--baseline", "known.jsonl").status == 0)
    // The same state is the same file, however it was reached.
    let reached = try program.folder.read("known.jsonl")
    try accept()
    #expect(try program.folder.read("known.jsonl") == reached)
  }

  @Test func `a run that did not see everything takes nothing out`() throws {
    try write(Self.posts)
    try accept()
    let before = try program.folder.read("known.jsonl")
    let filtered = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--update-baseline", "--account", "other"
    )
    #expect(filtered.error.contains("stays in known.jsonl, since options left posts out"))
    #expect(try program.folder.read("known.jsonl") == before)
    try program.folder.write("{\"text\": \"Quiet\"}\n{\"text\": }\n", to: "posts.jsonl")
    let broken = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--update-baseline")
    #expect(broken.status == 3)
    #expect(broken.error.contains("stays in known.jsonl, since some records could not be read"))
    #expect(try program.folder.read("known.jsonl") == before)
    try write(["Quiet"])
    #expect(
      try program.run("audit", "posts.jsonl", "--baseline", "known.jsonl", "--update-baseline")
        .error.contains("+0/−2"))
  }

  @Test func `a baseline of another key, without its key or with a conflict is refused`() throws {
    try write(Self.posts)
    try accept()
    let own = try program.folder.read("known.jsonl.key")
    try program.folder.write(String(repeating: "ab", count: 32), to: "other.key")
    let other = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--baseline-key", "other.key")
    #expect(other.status == 2)
    #expect(other.error.contains("was written with another key"))
    var moved = program
    moved.environment["TWEETLINT_BASELINE_KEY"] = own
    try FileManager.default.removeItem(
      at: program.folder.url.appendingPathComponent("known.jsonl.key"))
    #expect(try moved.run("audit", "posts.jsonl", "--baseline", "known.jsonl").status == 0)
    moved.environment["TWEETLINT_BASELINE_KEY"] = "hello"
    let word = try moved.run("audit", "posts.jsonl", "--baseline", "known.jsonl")
    #expect(word.status == 2)
    #expect(word.error.contains("TWEETLINT_BASELINE_KEY is no key"))
    let without = try program.run("audit", "posts.jsonl", "--baseline", "known.jsonl")
    #expect(without.status == 2)
    #expect(without.error.contains("there is no key for known.jsonl"))
    try program.folder.write(own, to: "known.jsonl.key")
    let lines = try program.folder.read("known.jsonl")
    try program.folder.write(lines + "<<<<<<< ours\n", to: "known.jsonl")
    let conflict = try program.run("audit", "posts.jsonl", "--baseline", "known.jsonl")
    #expect(conflict.status == 2)
    #expect(conflict.error.contains("known.jsonl:4: Here stands a mark of a merge conflict"))
  }

  @Test
  func `options that make no sense are wrong usage, and a baseline that is not there is told`()
    throws
  {
    try write(Self.posts)
    for arguments in [
      ["--accept-new"], ["--update-baseline"], ["--baseline", "k", "--compare-rules", "pack"],
      ["--baseline", "k", "--accept-new"],
    ] {
      let run = try program.shell("\"$T\" audit posts.jsonl " + arguments.joined(separator: " "))
      #expect(run.status == 64)
    }
    let run = try program.run("audit", "posts.jsonl", "--baseline", "missing.jsonl")
    #expect(run.status == 2)
    #expect(run.error.contains("there is no baseline missing.jsonl"))
    #expect(
      !FileManager.default.fileExists(
        atPath: program.folder.url.appendingPathComponent("missing.jsonl.key").path))
  }

  @Test func `a killed run with a checkpoint ends with the same bytes and the same baseline`()
    throws
  {
    let texts = (0..<30_000).map { "Kicking down doors \($0 % 9_000)" }
    try write(Array(texts[..<15_000]))
    try accept()
    let before = try program.folder.read("known.jsonl")
    try write(texts)
    let audit = "audit posts.jsonl --baseline known.jsonl --format jsonl --jobs 2"
    let command = "\(audit) --update-baseline --accept-new"
    #expect(try program.shell("\"$T\" \(command) -o whole.jsonl").status == 0)
    let after = try program.folder.read("known.jsonl")
    try program.folder.write(before, to: "known.jsonl")
    // The first checkpoint is written at once, the next after a second.
    for delay in ["0.2", "1.5", "2.5"] {
      _ = try program.shell(
        "\"$T\" \(audit) -o part.jsonl --resume point & sleep \(delay); kill -9 $!; wait $!")
    }
    #expect(try program.shell("\"$T\" \(command) -o part.jsonl --resume point").status == 0)
    #expect(try program.folder.read("part.jsonl") == program.folder.read("whole.jsonl"))
    #expect(try program.folder.read("known.jsonl") == after)
  }

  @Test func `a baseline that cannot be written leaves the checkpoint to go on from`() throws {
    try write(Self.posts)
    let run = try program.shell(
      """
      $T audit posts.jsonl --format jsonl -o result.jsonl --resume state --baseline /dev/full \
        --baseline-key key --update-baseline --accept-new
      """)
    #expect(run.status == 2)
    #expect(run.error.contains("the disk is full"))
    for name in ["state", "state.lines"] {
      #expect(FileManager.default.fileExists(atPath: program.folder.url.path + "/" + name))
    }
  }

  @Test func `a report made of the lines tells the same of the baseline`() throws {
    try write(Self.posts)
    try accept()
    let direct = try program.run("audit", "posts.jsonl", "--baseline", "known.jsonl")
    _ = try program.run(
      "audit", "posts.jsonl", "--baseline", "known.jsonl", "--format", "jsonl", "-o", "result.jsonl"
    )
    #expect(try program.run("audit", "report", "result.jsonl").text == direct.text)
  }
}
