import Foundation
import TestSupport
import Testing

/// Measuring rules on labelled posts, on the built program.
@Suite struct EvaluateTests {
  private static let cases = """
    {"id": "r1", "text": "Kicking down doors again", "expect": ["tone"]}
    {"id": "r2", "text": "Exactly this", "context": "The mayor is wrong", "expect": ["tone"]}
    {"id": "r3", "text": "Ring 07700 900123", "expect": ["tone", "data"]}
    {"id": "f1", "text": "The road is open", "expect": [], "note": "plain"}
    {"id": "f2", "text": "Shouting at the match", "expect": []}

    """

  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    try program.folder.write(Self.cases, to: "cases.jsonl")
    return program
  }

  private func object(_ run: Program.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  @Test func `posts are caught, missed and alarms as their labels say`() throws {
    let run = try program().run("evaluate", "cases.jsonl")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    let rows = run.text.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    for row in [
      "cases.jsonl: 5 posts", "main category found 2 66.67 %",
      "any expected category found 3 100.00 %",
      "tone 3 2 1 66.67 % 3 1 66.67 %", "data 0 0 0 – 1 0 100.00 %", "r3 tone, data hold phone",
      "f2 advise shouting", "any finding 1 50.00 %",
    ] {
      #expect(rows.contains(row[...].description), "\(row)\n\(run.text)")
    }
  }

  @Test func `the numbers are there for programs`() throws {
    let result = try object(try program().run("evaluate", "cases.jsonl", "--format", "json"))
    #expect(result["schema"] as? String == "tweetlint.evaluation/1")
    let all = try #require(result["all"] as? [String: Any])
    #expect(all["posts"] as? Int == 5)
    let risky = try #require(all["risky"] as? [String: Any])
    #expect(risky["caught"] as? Int == 2)
    #expect(risky["recall_percent"] as? Double == 66.67)
    let sets = try #require(result["sets"] as? [[String: Any]])
    let missed = try #require(sets[0]["missed"] as? [[String: Any]])
    #expect(missed.map { $0["id"] as? String } == ["r3"])
  }

  @Test func `standard input and several sets are read, and counted together`() throws {
    let line = #"{"id": "x", "text": "Kicking down doors", "expect": ["tone"]}"#
    let run = try program().run("evaluate", "cases.jsonl", "-", "-q", input: Data(line.utf8))
    #expect(run.status == 0)
    #expect(run.text.contains("stdin: 1 post\n"))
    #expect(run.text.contains("In all: 6 posts\n"))
    #expect(!run.text.contains("r3"))
  }

  @Test func `the keys of a draft count as they do in a check`() throws {
    let lines = """
      {"id": 1, "text": "Exactly this", "reply_to": {"text": "The mayor is wrong"}, "expect": []}
      {"id": 2, "text": "Exactly this", "media": [{"alt": "a door"}], "at": "2026-05-07", "expect": []}
      {"id": 3, "text": "Kicking down doors", "waive": [{"rule": "door-joke", "reason": "a film"}], "expect": []}

      """
    let run = try program().run("evaluate", "-", "--format", "json", input: Data(lines.utf8))
    let sets = try #require(try object(run)["sets"] as? [[String: Any]])
    let flagged = try #require(sets[0]["ordinary_flagged"] as? [[String: Any]])
    #expect(flagged.map { $0["id"] as? String } == ["1"])
  }

  // MARK: - Bad input

  @Test(arguments: [
    (#"{"id": "a", "text": "x", "expect": ["tne"]}"#, "cases.jsonl:2:37", "Did you mean `tone`?"),
    (#"{"id": "a", "text": "x", "expect": "tone"}"#, "cases.jsonl:2:36", "must be a list"),
    (#"{"id": "a", "text": "x", "expct": []}"#, "cases.jsonl:2:26", "Did you mean `expect`?"),
    (#"{"id": "a", "text": "x"}"#, "cases.jsonl:2:1", "--unlabelled ordinary"),
    (#"{"text": "x", "expect": []}"#, "cases.jsonl:2:1", "needs the key `id`"),
    (#"{"id": "a", "expect": []}"#, "cases.jsonl:2:1", "needs the key `text`"),
    (#"{"id": "a", "text": " ", "expect": []}"#, "cases.jsonl:2:8", "there is nothing to check"),
    (#"{"id": "first", "text": "x", "expect": []}"#, "cases.jsonl:2:8", "on line 1 already"),
    (#"{"id": "a", "text": "x", "expect": ["tone", "tone"]}"#, "cases.jsonl:2:45", "stands twice"),
    (
      #"{"id": "a", "text": "x", "context": "y", "quote": "z", "expect": []}"#, "cases.jsonl:2:37",
      "Leave `context` out"
    ),
    (#"{"id": "a", "text": broken}"#, "cases.jsonl:2:21", "No JSON value"),
    (
      #"{"id": "a", "text": "x", "reviewer": "me", "expect": []}"#, "cases.jsonl:2:26",
      "has no key `reviewer`"
    ),
    ("not JSON at all", "cases.jsonl:2:1", "No JSON value"),
  ])
  func `a bad line is told with its place, and nothing is measured`(
    _ line: String, _ place: String, _ words: String
  ) throws {
    let program = try program()
    let sound = #"{"id": "first", "text": "The road is open", "expect": []}"#
    try program.folder.write(sound + "\n" + line + "\n", to: "cases.jsonl")
    let run = try program.run("evaluate", "cases.jsonl", "--record", "rates.json")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(place), "\(run.error)")
    #expect(run.error.contains(words), "\(run.error)")
    #expect(run.error.hasSuffix("nothing was evaluated\n"))
    #expect(throws: (any Error).self) { try program.folder.read("rates.json") }
  }

  @Test func `the faults of all files are told, but not thousands of them`() throws {
    let program = try program()
    let line = #"{"id": "a", "text": "x"}"# + "\n"
    try program.folder.write(String(repeating: line, count: 3000), to: "many.jsonl")
    try program.folder.write("", to: "empty.jsonl")
    let run = try program.run("evaluate", "empty.jsonl", "many.jsonl")
    #expect(run.status == 2)
    #expect(run.error.contains("empty.jsonl:1:1"))
    #expect(run.error.contains("There is no post in it."))
    #expect(run.error.contains("many.jsonl:19:1"))
    #expect(run.error.contains("more faults, and nothing was evaluated"))
  }

  @Test func `files that cannot be read and wrong usage are told`() throws {
    let program = try program()
    let missing = try program.run("evaluate", "nowhere.jsonl")
    #expect(missing.status == 2)
    #expect(missing.error.contains("nowhere.jsonl: there is no such file"))
    try program.folder.write([0xFF, 0xFE, 0x7B, 0x00], to: "wide.jsonl")
    #expect(try program.run("evaluate", "wide.jsonl").error.contains("save it as UTF-8"))
    for arguments in [
      ["evaluate"], ["evaluate", "a", "a"], ["evaluate", "a", "--max-hold", "5%"],
      ["evaluate", "a", "--compare", "pack", "--record", "r.json"],
      ["evaluate", "a", "--jobs", "0"],
      ["evaluate", "a", "--only", "label"],
    ] {
      let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
      #expect(try program.shell("\"$T\" \(quoted)").status == 64, "\(quoted)")
    }
  }

  // MARK: - Labels and groups

  private static let street = """
    {"id": "s1", "text": "Kicking down doors", "label": "trouble", "tags": ["a", "b"]}
    {"id": "s2", "text": "Shouting", "label": "trouble", "tags": ["b"]}
    {"id": "s3", "text": "The road is open", "label": "benign"}

    """

  @Test func `lines without labels are what the reader of the report says they are`() throws {
    let program = try program()
    try program.folder.write(Self.street, to: "street.jsonl")
    let arguments = ["street.jsonl", "--ignore-key", "tags", "--unlabelled"]
    let list = arguments.joined(separator: " ")
    let risky = try program.shell(
      "\"$T\" evaluate \(list) risky --only label=trouble --format json")
    let all = try #require(try object(risky)["all"] as? [String: Any])
    let numbers = try #require(all["risky"] as? [String: Any])
    #expect(numbers["posts"] as? Int == 2)
    // Housekeeping alone does not catch a post of which nobody says what is wrong with it.
    #expect(numbers["caught"] as? Int == 1)
    let rest = try program.shell(
      "\"$T\" evaluate \(list) ordinary --except label=trouble --except expect= --format json")
    #expect((try object(rest)["all"] as? [String: Any])?["posts"] as? Int == 1)
    let nothing = try program.shell("\"$T\" evaluate \(list) risky --only label=troubl")
    #expect(nothing.status == 2)
    #expect(
      nothing.error.contains("no post is left by --only label=troubl, so nothing was evaluated"))
  }

  @Test func `ordinary posts of a set can be left out`() throws {
    let run = try program().run("evaluate", "cases.jsonl", "--except", "expect=", "-q")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("cases.jsonl: 3 posts\n"))
  }

  @Test func `posts are grouped by a key and chosen by an item of a list`() throws {
    let program = try program()
    try program.folder.write(Self.street, to: "street.jsonl")
    let run = try program.run(
      "evaluate", "street.jsonl", "--unlabelled", "risky", "--group-by", "label", "--only", "tags=b"
    )
    #expect(run.status == 0)
    #expect(run.text.contains("street.jsonl, trouble: 2 posts"))
    let apart = try program.run(
      "evaluate", "street.jsonl", "--unlabelled", "risky", "--group-by", "tags")
    for group in ["a, b: 1 post", "b: 1 post", "no tags: 1 post", "In all: 3 posts"] {
      #expect(apart.text.contains(group + "\n"))
    }
  }

  // MARK: - Budgets

  @Test func `a budget that is kept passes and one that is not fails with its line`() throws {
    let program = try program()
    let kept = try program.run(
      "evaluate", "cases.jsonl", "--max-hold", "0", "--max-review", "0", "--max-any", "50",
      "--max-rule-review", "0", "--min-recall", "66.6")
    #expect(kept.status == 0)
    #expect(kept.error.isEmpty)
    let over = try program.run("evaluate", "cases.jsonl", "--max-any", "49", "--min-recall", "67")
    #expect(over.status == 1)
    #expect(
      over.error == """
        tweetlint: budget not kept: ordinary posts with any finding: 1 of 2, but at most 49 %
        tweetlint: budget not kept: risky posts caught: 2 of 3, but at least 67 %

        """)
  }

  @Test func `a noisy rule that is added breaks the budgets and is named`() throws {
    let program = try program()
    try program.folder.write(
      TestPack.rule("canary", category: "tone", match: "words: [road]", flag: "[[road]]"),
      to: "canary/tone/canary.yaml")
    let gate = ["cases.jsonl", "--max-review", "1.5", "--max-rule-review", "0.2"]
    let list = gate.joined(separator: " ")
    #expect(try program.shell("\"$T\" evaluate \(list)").status == 0)
    let run = try program.shell("\"$T\" evaluate \(list) --add-rules canary")
    #expect(run.status == 1)
    #expect(run.error.contains("that rule canary alone sends to review: 1 of 2, but at most 0.2 %"))
    #expect(run.error.contains("ordinary posts at review or worse: 1 of 2, but at most 1.5 %"))
  }

  @Test func `a budget that nothing is held against is no pass`() throws {
    let program = try program()
    try program.folder.write(Self.street, to: "street.jsonl")
    let run = try program.run(
      "evaluate", "street.jsonl", "--ignore-key", "tags", "--unlabelled", "ordinary",
      "--min-recall", "50")
    #expect(run.status == 2)
    #expect(run.error.contains("no post to hold a budget against: risky posts caught"))
  }

  // MARK: - Comparing and recording

  @Test func `a comparison says what a change adds and takes away`() throws {
    let program = try program()
    try program.folder.write("", to: "empty")
    _ = try program.shell("cp -r pack other && rm other/tone/shouting.yaml")
    try program.folder.write(
      TestPack.rule("road", category: "tone", match: "words: [road]", flag: "[[road]]"),
      to: "other/tone/road.yaml")
    let run = try program.run("evaluate", "cases.jsonl", "--compare", "other")
    #expect(run.status == 0)
    for words in [
      "  f1 (ordinary): clear → review\n    + road (tone, serious)\n",
      "  f2 (ordinary): advise → clear\n    − shouting (tone, advice)\n",
      "2 of 5 posts change: 1 to a worse verdict, 1 to a milder one",
    ] {
      #expect(run.text.contains(words), "\(run.text)")
    }
    #expect(!run.text.contains("r1"))
    let result = try object(
      try program.run("evaluate", "cases.jsonl", "--compare", "other", "--format", "json"))
    #expect(result["changed"] as? Int == 2)
    let same = try program.run("evaluate", "cases.jsonl", "--compare", "pack")
    #expect(same.text.contains("0 of 5 posts change"))
    #expect(try program.run("evaluate", "cases.jsonl", "--compare", "no-pack").status == 2)
  }

  @Test func `another pack need not have a rule that is switched off`() throws {
    let program = try program()
    _ = try program.shell("cp -r pack other && rm other/tone/shouting.yaml")
    try program.folder.write("rules: pack\ndisable: [shouting]\n", to: "settings.yaml")
    let run = try program.run("evaluate", "cases.jsonl", "--compare", "other")
    #expect(run.status == 0)
    #expect(run.text.contains("0 of 5 posts change"))
  }

  @Test func `rates are recorded whole or not at all, and the same each time`() throws {
    let program = try program()
    let run = try program.run("evaluate", "cases.jsonl", "--record", "rates.json", "-q")
    #expect(run.status == 0)
    let first = try program.folder.read("rates.json")
    #expect(first.contains(#""schema":"tweetlint.rates/1""#))
    #expect(first.contains(#""pack":{"pack":"test-pack","version":"2.0.0","sha256":""#))
    #expect(first.contains(#"{"rule":"shouting","ordinary":2,"flagged":1,"review":0,"#))
    _ = try program.shell("mkdir sub && cp cases.jsonl sub/")
    _ = try program.run("evaluate", "sub/cases.jsonl", "--record", "rates.json", "--jobs", "3")
    #expect(try program.folder.read("rates.json") == first)
    let full = try program.run("evaluate", "cases.jsonl", "--record", "/dev/full")
    #expect(full.status == 2)
    #expect(full.error.contains("could not write /dev/full: the disk is full"))
    #expect(try program.run("evaluate", "cases.jsonl", "--record", "no/rates.json").status == 2)
    try program.folder.write("Notes of the board", to: "notes.md")
    let notes = try program.run("evaluate", "cases.jsonl", "--record", "notes.md")
    #expect(notes.status == 2)
    #expect(notes.error.contains("holds no rates"))
    #expect(try program.folder.read("notes.md") == "Notes of the board")
    _ = try program.shell("rm notes.md")
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.url.path)
    #expect(
      left.sorted() == ["cases.jsonl", "pack", "rates.json", "settings.yaml", "sub"])
  }

  @Test func `a post that could not be checked in full is told and not recorded`() throws {
    let program = try program()
    try program.folder.write(
      TestPack.rule(
        "slow", category: "tone", match: "pattern: 'never.*a.*a.*a.*a.*a.*a.*a.*[!?]'",
        flag: "[[never aaaaaaa!]]"),
      to: "pack/tone/slow.yaml")
    let text = "Hm? never " + String(repeating: "a", count: 500)
    try program.folder.write(
      #"{"id": "a", "text": "\#(text)", "expect": []}"#, to: "slow.jsonl")
    let run = try program.run("evaluate", "slow.jsonl")
    #expect(run.status == 3)
    #expect(run.error.contains("1 post could not be checked in full"))
    let record = try program.run("evaluate", "slow.jsonl", "--record", "rates.json")
    #expect(record.status == 2)
    #expect(record.error.contains("so rates.json was not written"))
  }

  // MARK: - Output

  @Test func `the help names every exit code in lines that fit`() throws {
    let run = try program().run("evaluate", "--help")
    #expect(run.status == 0)
    for code in ["  0  ", "  1  ", "  2  ", "  3  ", "  64 "] {
      #expect(run.text.contains("\n" + code))
    }
    #expect(
      run.text.contains(
        "\n  tweetlint evaluate street.jsonl --unlabelled ordinary --max-review 1.5\n"))
  }

  @Test func `the number of threads changes nothing`() throws {
    let program = try program()
    let lines = (0..<700).map { number in
      let text = number.isMultiple(of: 7) ? "Shouting \(number)" : "Road \(number) is open"
      return #"{"id": "\#(number)", "text": "\#(text)", "expect": []}"# + "\n"
    }
    try program.folder.write(lines.joined(), to: "many.jsonl")
    for format in ["text", "json"] {
      let runs = try ["1", "2", "7"].map { jobs in
        try program.run("evaluate", "many.jsonl", "--format", format, "--jobs", jobs).output
      }
      #expect(runs[0] == runs[1] && runs[1] == runs[2])
      #expect(runs[0].count > 1000)
    }
  }

  @Test func `a report that nobody reads or that does not fit is no success`() throws {
    let program = try program()
    let closed = try program.shell(
      "{ sleep 0.3; \"$T\" evaluate cases.jsonl; echo \"code $?\" >&2; } | true")
    #expect(closed.error == "code 141\n")
    let full = try program.shell("\"$T\" evaluate cases.jsonl > /dev/full")
    #expect(full.status == 2)
    #expect(full.error.contains("the disk is full"))
    let shut = try program.shell("\"$T\" evaluate cases.jsonl >&-")
    #expect(shut.status == 2)
    #expect(shut.error.contains("the stream is not open"))
    let file = try program.run("evaluate", "cases.jsonl", "-o", "report.txt")
    #expect(file.status == 0 && file.output.isEmpty)
    #expect(try program.folder.read("report.txt").contains("main category found"))
  }
}
