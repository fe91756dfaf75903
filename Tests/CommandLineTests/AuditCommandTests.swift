import Foundation
import TestSupport
import Testing

/// `tweetlint audit` as an auditor runs it.
@Suite struct AuditCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.folder.write(Data(Self.posts.utf8), to: "posts.jsonl")
  }

  private static let posts = #"""
    {"id": "1", "account": "NorthmarchPolice", "time": "2024-03-04T08:15:00Z", "text": "Officers are at a collision on the A34."}
    {"id": "2", "account": "NorthmarchPolice", "time": "2024-03-09T21:40:00Z", "text": "Kicking down doors is one of our favourite things to do! #knockknock"}
    {"id": "3", "account": "NorthmarchNorth", "time": "2024-04-03T12:00:00Z", "deleted": true, "text": "Ring the victim on 07700 900123 if you want to help her."}
    {"id": "4", "text": }
    {"id": "5", "account": "NorthmarchNorth", "time": "2024-04-05T07:30:00Z", "text": "Bikes are being marked free of charge."}
    """#

  private func end(of run: Program.Run) throws -> [String: Any] {
    let last = try #require(run.text.split(separator: "\n").last)
    let value = try JSONSerialization.jsonObject(with: Data(last.utf8))
    return try #require(value as? [String: Any])
  }

  // MARK: - Results

  @Test func `each record has a line in order, and the last one adds up`() throws {
    let run = try program.run("audit", "posts.jsonl", "--format", "jsonl")
    #expect(run.status == 1)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 6)
    for (index, line) in lines.dropLast().enumerated() {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(value?["i"] as? Int == index)
      #expect(value?["schema"] as? String == "tweetlint.result/1")
    }
    let end = try end(of: run)
    #expect(end["type"] as? String == "end")
    #expect(end["read"] as? Int == 5)
    #expect(end["checked"] as? Int == 4)
    #expect(end["failed"] as? Int == 1)
  }

  @Test func `what people must not pass on is hidden, unless it is asked for`() throws {
    for format in ["text", "jsonl", "csv", "html", "sarif"] {
      let hidden = try program.run("audit", "posts.jsonl", "--format", format)
      #expect(!hidden.text.contains("900123"), "\(format)")
    }
    let shown = try program.run("audit", "posts.jsonl", "--format", "jsonl", "--show-sensitive")
    #expect(shown.text.contains("900123"))
  }

  @Test func `options choose posts and findings`() throws {
    let march = try program.run(
      "audit", "posts.jsonl", "--format", "jsonl", "--until", "2024-03-31", "--kind", "original")
    #expect(try end(of: march)["skipped"] as? [String: Int] == ["after-until": 2])
    let north = try program.run(
      "audit", "posts.jsonl", "--format", "jsonl", "--account", "@northmarchnorth")
    #expect(try end(of: north)["skipped"] as? [String: Int] == ["other-account": 2])
    let relish = try program.run(
      "audit", "posts.jsonl", "--format", "csv", "--category", "force-relish")
    #expect(relish.text.contains("force-relish"))
    #expect(!relish.text.contains("private-phone"))
    let slip = try program.run("audit", "posts.jsonl", "--category", "force-relich")
    #expect(slip.status == 2)
    #expect(slip.error.contains("Did you mean `force-relish`?"))
  }

  @Test func `the exit code tells the worst, then what is missing`() throws {
    #expect(try program.run("audit", "posts.jsonl", "--exit-zero").status == 0)
    #expect(
      try program.run("audit", "posts.jsonl", "--category", "swearing", "--fail-on", "hold").status
        == 2)
    try program.folder.write(Data(#"{"text": "Officers are at a collision."}"#.utf8), to: "a.jsonl")
    let undated = try program.run("audit", "a.jsonl")
    #expect(undated.status == 0)
    #expect(undated.text.contains("1 post: no date is known"))
    try program.folder.write(
      Data("{\"text\": \"Officers are at a collision.\"}\n{\"text\": \n".utf8), to: "b.jsonl")
    #expect(try program.run("audit", "b.jsonl").status == 3)
    #expect(try program.run("audit", "nothing.jsonl").status == 2)
    #expect(try program.run("audit").status == 64)
    #expect(try program.run("audit", "a.jsonl", "a.jsonl").status == 64)
    #expect(try program.run("audit", "a.jsonl", "--since", "2024-13-01").status == 64)
    #expect(try program.run("audit", "-", "--resume", "state").status == 64)
  }

  @Test func `the number of threads changes no byte`() throws {
    let posts = GeneratedPosts.make(count: 400, seed: 3).map { text in
      let text = String(decoding: Data(("a " + text).utf8.filter { $0 >= 0x20 }), as: UTF8.self)
      let line = try? JSONSerialization.data(withJSONObject: ["text": text])
      return String(decoding: line ?? Data(), as: UTF8.self) + "\n"
    }
    try program.folder.write(Data(posts.joined().utf8), to: "many.jsonl")
    for format in ["jsonl", "text", "html"] {
      let one = try program.run("audit", "many.jsonl", "--format", format, "--jobs", "1")
      let four = try program.run("audit", "many.jsonl", "--format", format, "--jobs", "4")
      #expect(one.output == four.output)
    }
  }

  @Test func `standard input is an input`() throws {
    let run = try program.run(
      "audit", "-", "--format", "jsonl", input: Data(Self.posts.utf8))
    #expect(try end(of: run)["read"] as? Int == 5)
  }

  @Test func `a pipe is read once, and whole`() throws {
    let lines = (0..<9_000).map { "{\"id\": \"\($0)\", \"text\": \"Officers are out.\"}\n" }
    try program.folder.write(Data(lines.joined().utf8), to: "many.jsonl")
    let run = try program.shell(
      "mkfifo pipe; cat many.jsonl > pipe & \"$T\" audit pipe posts.jsonl --format jsonl")
    #expect(try end(of: run)["read"] as? Int == 9_005)
  }

  @Test(arguments: [
    #"{"type":"OrderedCollection","totalItems":0,"orderedItems":[]}"#,
    #"{"meta":{"result_count":0}}"#, #"{"data":[],"meta":{"result_count":0}}"#,
    "window.YTD.tweets.part0 = [ ]",
  ])
  func `an input that holds nothing to be checked is told to hold nothing`(_ text: String) throws {
    try program.folder.write(Data(text.utf8), to: "empty")
    let run = try program.run("audit", "empty", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(run.error.contains("nothing was there to be checked"))
    #expect(try end(of: run)["read"] as? Int == 0)
    let both = try program.run("audit", "empty", "posts.jsonl")
    #expect(!both.error.contains("nothing was there"))
  }

  // MARK: - Files

  @Test func `an output never replaces an input, and no input counts twice`() throws {
    let before = try program.folder.read("posts.jsonl")
    for arguments in [
      ["posts.jsonl", "-o", "posts.jsonl"], ["posts.jsonl", "-o", "./posts.jsonl"],
      ["posts.jsonl", "./posts.jsonl"],
    ] {
      let line = "\"$T\" audit --format jsonl " + arguments.joined(separator: " ")
      #expect(try program.shell(line).status == 2)
    }
    #expect(try program.folder.read("posts.jsonl") == before)
  }

  @Test func `a digest does not give away what is hidden`() throws {
    let lines = ["07700 900123", "07700 900456"].map {
      "{\"text\": \"Ring the victim on \($0) if you want.\"}\n"
    }
    try program.folder.write(Data(lines.joined().utf8), to: "a.jsonl")
    let run = try program.run("audit", "a.jsonl", "--format", "jsonl")
    let digests = run.text.matches(of: /"text_sha256":"([0-9a-f]{64})"/).map { String($0.output.1) }
    #expect(digests.count == 2)
    #expect(Set(digests).count == 1)
  }

  // MARK: - Going on

  @Test func `a run with a checkpoint ends with the same bytes and leaves nothing behind`() throws {
    for format in ["jsonl", "csv", "html", "text"] {
      let plain = try program.run("audit", "posts.jsonl", "--format", format)
      let resumed = try program.run(
        "audit", "posts.jsonl", "--format", format, "--resume", "state")
      #expect(resumed.output == plain.output)
      #expect(resumed.status == plain.status)
      #expect(!FileManager.default.fileExists(atPath: program.folder.url.path + "/state"))
      #expect(!FileManager.default.fileExists(atPath: program.folder.url.path + "/state.lines"))
    }
  }

  @Test func `a file that is no checkpoint, or one of another audit, is refused`() throws {
    try program.folder.write(Data("a\n".utf8), to: "state")
    let wrong = try program.run("audit", "posts.jsonl", "--resume", "state")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("no checkpoint"))
    try program.folder.write(Data("a\n".utf8), to: "other.lines")
    let foreign = try program.run("audit", "posts.jsonl", "--resume", "other")
    #expect(foreign.status == 2)
    #expect(try program.folder.read("other.lines") == "a\n")
  }

  @Test func `a run that goes on removes what killed runs left of its files, and nothing else`()
    throws
  {
    // No process has a number as high as these.
    for name in ["out.99999999.part", "state.99999998.part", "out.x.part", "other.99999999.part"] {
      try program.folder.write("a\n", to: name)
    }
    let run = try program.shell(
      """
      echo a >out.$$.part
      "$T" audit posts.jsonl --format jsonl -o out --resume state; ls | sed "s/$$/own/"
      """)
    #expect(
      run.text.split(separator: "\n")
        == ["other.99999999.part", "out", "out.own.part", "out.x.part", "posts.jsonl"])
  }

  @Test func `what a killed run left beside the file that a link leads to is removed there`() throws
  {
    try program.folder.write("old\n", to: "far/out")
    try program.folder.write("a\n", to: "far/out.99999999.part")
    let run = try program.shell(
      #"ln -s far/out out; "$T" audit posts.jsonl --format jsonl -o out --resume state; ls far"#)
    #expect(run.text == "out\n")
    #expect(try program.folder.read("far/out").contains("\"type\":\"end\""))
  }

  // MARK: - Bad ends

  @Test(arguments: ["text", "jsonl", "csv", "sarif", "html"])
  func `a full disk is told, and ends with 2`(_ format: String) throws {
    let run = try program.shell("\"$T\" audit posts.jsonl --format \(format) >/dev/full")
    #expect(run.status == 2)
    #expect(run.error.contains("the disk is full"))
  }

  @Test func `a file on a full disk is not half written`() throws {
    // The size that a file may have stands in for the size of a disk.
    let lines = (0..<4_000).map {
      "{\"id\": \"\($0)\", \"text\": \"Officers are at a collision.\"}\n"
    }
    try program.folder.write(Data(lines.joined().utf8), to: "many.jsonl")
    let run = try program.shell(
      "trap '' XFSZ; ulimit -f 200; \"$T\" audit many.jsonl --format jsonl > out.jsonl")
    #expect(run.status == 2)
    let written = try program.folder.read("out.jsonl")
    #expect(written.utf8.count > 1_000)
    #expect(written.utf8.last == UInt8(ascii: "\n"))
    let named = try program.shell(
      "trap '' XFSZ; ulimit -f 200; \"$T\" audit many.jsonl --format jsonl -o named.jsonl")
    #expect(named.status == 2)
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.url.path)
    #expect(left.filter { $0.hasPrefix("named") } == [])
  }

  @Test func `a reader that goes away ends the run without words`() throws {
    let lines = (0..<4_000).map {
      "{\"id\": \"\($0)\", \"text\": \"Officers are at a collision.\"}\n"
    }
    try program.folder.write(Data(lines.joined().utf8), to: "many.jsonl")
    let run = try program.shell(
      "(\"$T\" audit many.jsonl --format jsonl; echo $? >&2) | head -1")
    #expect(run.error == "141\n")
    #expect(run.text.hasPrefix(#"{"schema":"tweetlint.result/1","i":0,"#))
  }

  // MARK: - Converting

  @Test func `converted posts have the same result as the archive`() throws {
    let convert = try program.run("convert", "posts.jsonl", "-o", "parts", "--part-size", "1")
    #expect(convert.status == 3)
    #expect(convert.error.contains("posts.jsonl:4"))
    #expect(convert.error.contains("4 posts in 1 file,"))
    let parts = try program.shell("\"$T\" audit parts/*.jsonl.zst --format csv | cut -d, -f2,6-")
    let whole = try program.shell(
      "\"$T\" audit posts.jsonl --format csv | grep -v not-json | cut -d, -f2,6-")
    #expect(parts.text == whole.text)
    #expect(try program.run("convert", "posts.jsonl", "-o", "parts").status == 2)
  }

  @Test func `a converted post keeps the rules that it sets aside`() throws {
    let post = #"{"text": "a", "waive": [{"rule": "mocking", "reason": "It is a title"}]}"#
    try program.folder.write(post + "\n", to: "waived.jsonl")
    let run = try program.run("convert", "waived.jsonl", "-o", "parts", "--compression", "none")
    #expect(run.status == 0, "\(run.error)")
    #expect(try program.folder.read("parts/posts-00001.jsonl").contains(#""rule":"mocking""#))
  }

  @Test func `which keys a draft has is said once, not with every line that has another`() throws {
    let lines = ["foo", "bar", "baz"].map { #"{"text": "a", "\#($0)": 1}"# + "\n" }
    try program.folder.write(lines.joined() + #"{"text": "a", "txet": 1}"#, to: "keys.jsonl")
    let run = try program.run("convert", "keys.jsonl", "-o", "parts")
    let told = run.error.split(separator: "\n")
    #expect(told.count == 5)
    #expect(
      told[0].hasPrefix(
        "tweetlint: keys.jsonl:1: A draft has no key `foo`. (column 15) Its keys are"))
    #expect(told[1] == "tweetlint: keys.jsonl:2: A draft has no key `bar`. (column 15)")
    #expect(told[2] == "tweetlint: keys.jsonl:3: A draft has no key `baz`. (column 15)")
    #expect(told[3].hasSuffix("has no key `txet`. (column 15) Did you mean `text`?"))
  }
}
