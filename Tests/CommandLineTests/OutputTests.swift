import Foundation
import Testing

@Suite struct OutputTests {
  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    return program
  }

  @Test func `a full disk is told and is no success`() throws {
    let run = try program().shell("\"$T\" check --text 'The road is open' > /dev/full")
    #expect(run.status == 2)
    #expect(run.error.contains("could not write the output: the disk is full"))
  }

  @Test func `help that cannot be written is no success`() throws {
    let run = try program().shell("\"$T\" --help > /dev/full")
    #expect(run.status == 2)
    #expect(run.error.contains("the disk is full"))
  }

  @Test func `a reader that goes away ends the program quietly`() throws {
    // The reader is gone before the program begins to write.
    let line = "{ sleep 0.3; \"$T\" check --text 'The road is open'; echo \"code $?\" >&2; } | true"
    let run = try program().shell(line)
    #expect(run.error == "code 141\n")
  }

  @Test func `a closed standard output is told`() throws {
    let run = try program().shell("\"$T\" check --text 'The road is open' >&-")
    #expect(run.status == 2)
    #expect(run.error.contains("could not write the output: the stream is not open"))
  }

  @Test func `a closed standard error does not keep the program from its result`() throws {
    let run = try program().shell("\"$T\" check --text 'The road is open' 2>&-")
    #expect(run.status == 0)
    #expect(run.text.contains("CLEAR"))
  }

  @Test(arguments: [
    ["check", "a.md", "-o", "a.md"], ["check", "a.md", "-o", "./settings.yaml"],
    ["evaluate", "cases.jsonl", "-o", "cases.jsonl"],
    ["evaluate", "cases.jsonl", "--record", "cases.jsonl"],
    ["evaluate", "cases.jsonl", "--record", "new.json", "-o", "new.json"],
  ])
  func `an output never replaces what the command reads, nor another output`(
    _ words: [String]
  ) throws {
    let program = try program()
    let files = [
      "a.md": "The road is open\n",
      "cases.jsonl": #"{"id": "f1", "text": "The road is open", "expect": []}"# + "\n",
      "settings.yaml": "rules: pack\n",
    ]
    for (path, text) in files { try program.folder.write(text, to: path) }
    let run = try program.run(words)
    #expect(run.status == 2)
    #expect(run.error.contains("name another file") || run.error.contains("a file of its own"))
    for (path, text) in files { #expect(try program.folder.read(path) == text) }
  }

  @Test func `an output that is a link goes where the link leads, and the link stays`() throws {
    let program = try program()
    try program.folder.write("old\n", to: "real.txt")
    let run = try program.shell(
      """
      chmod 600 real.txt && ln -s real.txt link && "$T" check --text 'The road is open' -o link && \
      test -L link && stat -c %a real.txt && cat real.txt
      """)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("600\n"))
    #expect(run.text.contains("CLEAR"))
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func `an output that is standard output goes on from where that is`(_ path: String) throws {
    let program = try program()
    try program.folder.write("before\n", to: "log")
    for command in ["check --text 'The road is open'", "audit cases.jsonl --format jsonl -q"] {
      try program.folder.write(
        #"{"id": "1", "text": "The road is open"}"# + "\n", to: "cases.jsonl")
      let run = try program.shell("\"$T\" \(command) -o \(path) >> log")
      #expect(run.status == 0, "\(run.error)")
    }
    let log = try program.folder.read("log")
    #expect(log.hasPrefix("before\n"))
    #expect(log.contains("CLEAR"))
    #expect(log.contains("\"type\":\"end\""))
  }

  @Test(arguments: ["decisions.sqlite", "decisions.key", "pack/pack.yaml", "folder/tweets.js"])
  func `an output never replaces what the settings name, nor a file of a folder that is read`(
    _ file: String
  ) throws {
    let program = try program()
    try program.folder.write(
      "rules: pack\ndecisions: {log: decisions.sqlite, key: decisions.key}\n", to: "settings.yaml")
    try program.folder.write("The road is open\n", to: "a.md")
    for kept in ["decisions.sqlite", "decisions.key", "folder/tweets.js"] {
      try program.folder.write("kept\n", to: kept)
    }
    let before = try program.folder.read(file)
    let words =
      file.hasPrefix("folder") ? ["audit", "folder", "-o", file] : ["check", "a.md", "-o", file]
    #expect(try program.run(words).status == 2)
    #expect(try program.folder.read(file) == before)
  }

  @Test func `a dash is no name of an output`() throws {
    let program = try program()
    let run = try program.run("check", "--text", "The road is open", "-o", "-")
    #expect(run.status == 2)
    #expect(run.error.contains("results go to standard output"))
    #expect(throws: (any Error).self) { try program.folder.read("-") }
    let nowhere = try program.run(
      "evaluate", "cases.jsonl", "--record", "/dev/null", "-o", "/dev/null")
    #expect(!nowhere.error.contains("two outputs"))
  }

  @Test func `results go to a file whole or not at all`() throws {
    let program = try program()
    let run = try program.run(
      "check", "--text", "The road is open", "--format", "json", "-o", "result.json")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try program.folder.read("result.json").contains("\"verdict\":\"clear\""))
    let full = try program.run("check", "--text", "The road is open", "-o", "/dev/full")
    #expect(full.status == 2)
    #expect(full.error.contains("could not write /dev/full: the disk is full"))
    let nowhere = try program.run("check", "--text", "The road is open", "-o", "no/where.txt")
    #expect(nowhere.status == 2)
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.url.path)
    #expect(left.sorted() == ["pack", "result.json", "settings.yaml"])
  }

  @Test func `colours are used when they are wanted and never when they are not`() throws {
    var program = try program()
    let escape = "\u{1B}["
    #expect(try !program.run("check", "--text", "Hello").text.contains(escape))
    #expect(try program.run("check", "--text", "Hello", "--color", "always").text.contains(escape))
    program.environment["NO_COLOR"] = "1"
    #expect(try !program.run("check", "--text", "Hello").text.contains(escape))
    #expect(try program.run("check", "--text", "Hello", "--color", "always").text.contains(escape))
  }

  @Test func `a terminal gets colours unless NO_COLOR says otherwise`() throws {
    var program = try program()
    for (value, isColoured) in [("", true), ("1", false)] {
      program.environment["NO_COLOR"] = value
      let terminal = try Terminal(program, ["check", "--text", "Kicking down doors"])
      #expect(terminal.shows("\u{1B}[", within: isColoured ? 20 : 2) == isColoured)
      #expect(terminal.wait() == 1)
    }
  }

  @Test func `places in a line of JSON are counted in scalars, and those on standard input told`()
    throws
  {
    let draft = #"{"id": "👮👮👮", "text": "Kicking down doors"}"# + "\n"
    let run = try program().run("check", "--format", "sarif", "-", input: Data(draft.utf8))
    let log = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let first = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(first["columnKind"] as? String == "unicodeCodePoints")
    #expect(run.text.contains(#""region":{"startLine":1,"startColumn":23}"#))
  }

  @Test func `the same input gives the same output byte for byte`() throws {
    let program = try program()
    for format in ["text", "json", "sarif", "github"] {
      let runs = try (0..<3).map { _ in
        try program.run(
          "check", "--text", "Kicking down doors, ring 07700 900123", "--format", format,
          "--explain"
        ).output
      }
      #expect(runs[0] == runs[1] && runs[1] == runs[2])
      #expect(!runs[0].isEmpty)
    }
  }

  @Test func `names of files cannot steer the terminal`() throws {
    let program = try program()
    try program.folder.write("Kicking down doors", to: "a\u{1B}[31m.txt")
    let run = try program.run("check", "a\u{1B}[31m.txt", "missing\u{1B}.txt")
    #expect(!run.text.contains("\u{1B}"))
    #expect(!run.error.contains("\u{1B}"))
  }
}
