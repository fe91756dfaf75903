import Foundation
import Testing

@Suite struct ReviewCommandTests {
  private var program: Program

  init() throws {
    program = try Program()
    try TestPack.install(in: &program)
    let lines = [
      #"{"id": "a", "text": "Kicking down doors one\u001b[2J"}"#,
      #"{"id": "b", "text": "Shouting in the street"}"#,
      #"{"id": "c", "text": "Ring 07700 900123 about kicking down doors"}"#,
    ]
    try program.folder.write(lines.joined(separator: "\n") + "\n", to: "posts.jsonl")
    let run = try program.run("audit", "posts.jsonl", "--format", "jsonl", "-o", "result.jsonl")
    #expect(run.status == 1)
  }

  private func review(_ keys: String, _ arguments: String = "") throws -> Program.Run {
    try program.shell("\"$T\" audit review result.jsonl \(arguments)", input: Data(keys.utf8))
  }

  private func labels() throws -> [String] {
    try program.folder.read("result.jsonl.labels.jsonl").split(separator: "\n").map(String.init)
  }

  private static func rule(_ label: String) -> String? {
    let line = try? JSONSerialization.jsonObject(with: Data(label.utf8)) as? [String: Any]
    return line?["rule"] as? String
  }

  @Test func `each line is a key, the worst comes first, and answers are kept`() throws {
    let run = try review("w\n\nr\nhello\ns\nu\n")
    #expect(run.status == 0)
    #expect(run.text.contains("1 of 4  stop  phone [data]"))
    #expect(run.text.contains("Ring ••••• ••••••"))
    #expect(!run.text.contains("900123"))
    #expect(run.text.contains("reads as This could read badly."))
    #expect(run.error.contains("3 answered now"))
    let labels = try labels()
    #expect(labels.map(Self.rule) == ["phone", "door-joke", "shouting"])
    #expect(labels[0].hasPrefix(#"{"id":"c","rule":"phone","part":"text","span":["#))
    #expect(labels[0].hasSuffix(#","answer":"wrong"}"#))
    #expect(run.text.contains("phone          0      1       0     0     0.00 %"))
  }

  @Test func `no control character of a post reaches the terminal`() throws {
    let run = try review("s\ns\ns\ns\n?\nq\n")
    #expect(run.text.contains("␛[2J"))
    #expect(!run.output.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test func `a review goes on where an earlier one ended, and half a line is cut off`() throws {
    _ = try review("r\nq\n")
    let first = try labels()
    #expect(first.count == 1)
    try program.folder.write(
      first[0] + "\n" + #"{"id":"b","rule":"sho"#, to: "result.jsonl.labels.jsonl")
    let second = try review("w\nb\nb\nb\nu\nq\n")
    #expect(second.text.contains("2 of 4"))
    #expect(second.text.contains("answer   so far: right"))
    #expect(second.text.contains("This is the first one."))
    let labels = try labels()
    #expect(labels.count == 3)
    #expect(labels[0] == first[0])
    #expect(Self.rule(labels[2]) == "phone")
    // The last answer on a finding counts.
    let summary = try review("", "--summary")
    #expect(
      summary.text.contains("phone          0      0       1     0          –"))
  }

  @Test func `a rule, a category or a lot chooses what is asked`() throws {
    #expect(try review("q\n", "--rule shouting").text.contains("1 of 1  advice  shouting"))
    #expect(try review("q\n", "--category tone").text.contains("1 of 3  serious  door-joke"))
    let sample = try review("q\n", "--sample 2").text
    #expect(sample.contains("1 of 2"))
    #expect(try review("q\n", "--sample 2").text == sample)
    let unknown = try review("q\n", "--rule shoutin")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("Did you mean `shouting`?"))
  }

  @Test(arguments: ["--summary ", "--export-passes passes.yaml ", ""])
  func `a rule or category without findings is told with those that have some`(
    _ task: String
  ) throws {
    let rule = try review("q\n", task + "--rule nosuch")
    #expect(rule.status == 2)
    #expect(
      rule.error.contains("The rules of its findings: `door-joke`, `phone` and `shouting`."))
    let category = try review("q\n", task + "--category nosuch")
    #expect(category.status == 2)
    #expect(category.error.contains("The categories of its findings: `data` and `tone`."))
    #expect(try review("q\n", task + "--category tome").error.contains("Did you mean `tone`?"))
  }

  @Test func `wrong findings are exported as examples`() throws {
    _ = try review("w\nw\nr\nw\n")
    let run = try review("", "--export-passes passes.yaml")
    #expect(run.status == 0)
    #expect(run.error.contains("bullets stand for hidden words"))
    let yaml = try program.folder.read("passes.yaml")
    #expect(yaml.contains("\nphone:\n  passes:\n    # Bullets stand"))
    #expect(yaml.contains("\nshouting:\n  passes:\n    - \"Shouting in the street\"\n"))
    #expect(!yaml.contains("900123"))
  }

  @Test(arguments: ["result.jsonl", "result.jsonl.labels.jsonl"])
  func `examples never replace the result or the answers`(_ file: String) throws {
    _ = try review("w\nw\nr\nw\n")
    let before = try program.folder.read(file)
    #expect(try review("", "--export-passes \(file)").status == 2)
    #expect(try program.folder.read(file) == before)
  }

  @Test(arguments: ["4f6c2d", #"{"id": "a", "text": "A draft"}"#, #"{"id":"a","text":"A draft"}"#])
  func `a file of something else is neither emptied nor added to`(_ content: String) throws {
    try program.folder.write(content, to: "other")
    let run = try review("r\nq\n", "--labels other")
    #expect(run.status == 2)
    #expect(run.error.contains("--labels"))
    #expect(try program.folder.read("other") == content)
  }

  @Test func `a file of answers that was cut in its first line is begun anew`() throws {
    try program.folder.write(#"{"id":"a","ru"#, to: "answers")
    #expect(try review("r\nq\n", "--labels answers").status == 0)
    #expect(try program.folder.read("answers").hasSuffix("\"answer\":\"right\"}\n"))
    #expect(try review("q\n", "--labels result.jsonl").status == 2)
  }

  @Test func `bad labels, a bad result and standard input are told with their place`() throws {
    try program.folder.write("{\"rule\":\"a\"}\n", to: "bad.jsonl")
    let labels = try review("", "--labels bad.jsonl --summary")
    #expect(labels.status == 2)
    #expect(labels.error.contains("bad.jsonl:1: A label has a rule"))
    let result = try program.run("audit", "review", "bad.jsonl")
    #expect(result.status == 2)
    #expect(result.error.contains("bad.jsonl:1: It is no line of an audit's result"))
    #expect(try program.run("audit", "review", "-").status == 64)
  }

  @Test func `two people cannot answer into one file at once`() throws {
    let terminal = try Terminal(program, ["audit", "review", "result.jsonl"])
    #expect(terminal.shows("[q]uit"))
    let second = try review("r\n")
    #expect(second.status == 2)
    #expect(second.error.contains("is in use"))
    terminal.press("q")
    #expect(terminal.wait() == 0)
  }

  // MARK: - At a terminal

  @Test func `at a terminal one key is enough, and the terminal is as before in the end`() throws {
    let terminal = try Terminal(program, ["audit", "review", "result.jsonl"])
    #expect(terminal.shows("1 of 4  stop  phone"))
    #expect(terminal.shows("[?] "))
    #expect(!terminal.isAsBefore)
    terminal.press("r")
    #expect(terminal.shows("right"))
    #expect(terminal.shows("2 of 4"))
    #expect(terminal.shows("[?] "))
    // An arrow and a letter that is not English are no keys.
    terminal.press("\u{1B}[B")
    #expect(terminal.shows("[?]"))
    terminal.press("é")
    #expect(terminal.shows("[?]"))
    terminal.press("b")
    #expect(terminal.shows("1 of 4"))
    #expect(terminal.shows("so far: right"))
    terminal.press("?")
    #expect(terminal.shows("the rule should have kept quiet"))
    terminal.press("w")
    #expect(terminal.shows("2 of 4"))
    terminal.press("q")
    #expect(terminal.shows("95 % interval"))
    #expect(terminal.wait() == 0)
    #expect(terminal.isAsBefore)
    #expect(try labels().count == 2)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func `a signal gives the terminal its ways back and keeps what was answered`(_ signal: Int32)
    throws
  {
    let terminal = try Terminal(program, ["audit", "review", "result.jsonl"])
    #expect(terminal.shows("[?] "))
    terminal.press("u")
    #expect(terminal.shows("2 of 4"))
    #expect(terminal.shows("[?] "))
    #expect(!terminal.isAsBefore)
    terminal.send(signal)
    #expect(terminal.wait() == 128 + signal)
    #expect(terminal.isAsBefore)
    #expect(try labels().count == 1)
  }

  @Test func `a kill at any moment loses no answer that was shown as kept`() throws {
    let terminal = try Terminal(program, ["audit", "review", "result.jsonl"])
    #expect(terminal.shows("[?] "))
    terminal.press("r")
    #expect(terminal.shows("2 of 4"))
    terminal.press("w")
    #expect(terminal.shows("3 of 4"))
    terminal.send(SIGKILL)
    _ = terminal.wait()
    #expect(try labels().count == 2)
    #expect(try review("q\n").text.contains("3 of 4"))
  }
}
