import Foundation
import Testing

@Suite struct CheckTests {
  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    return program
  }

  private func result(_ run: Program.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  @Test func `exit codes follow the verdict and the threshold`() throws {
    let program = try program()
    let table: [(text: String, failOn: String, status: Int32)] = [
      ("The road is open", "advise", 0), ("Shouting again", "review", 0),
      ("Shouting again", "advise", 1), ("Kicking down doors", "review", 1),
      ("Kicking down doors", "hold", 0), ("Ring 07700 900123", "hold", 1),
    ]
    for (text, failOn, status) in table {
      let run = try program.run("check", "--text", text, "--fail-on", failOn)
      #expect(run.status == status, "\(text) at \(failOn)")
    }
  }

  @Test(arguments: [
    ["check", "--fail-on", "clear"], ["check", "--text", "a", "file"], ["check", "--at", "soon"],
    ["check", "-", "-"], ["check", "--colour", "always"], ["rules", "lst"], ["chek"],
  ])
  func `wrong usage ends with 64`(_ arguments: [String]) throws {
    let line = (["\"$T\""] + arguments).joined(separator: " ")
    #expect(try program().shell(line).status == 64)
  }

  @Test func `a mistyped command gets the nearest one`() throws {
    let program = try program()
    #expect(try program.run("chekc").error.contains("Did you mean `check`?"))
    let help = try program.run("help", "rules", "shwo")
    #expect(help.status == 64)
    #expect(help.error.contains("Did you mean `show`?"))
    #expect(try program.run("rules", "exprot").error.contains("Did you mean `export`?"))
    #expect(try program.run("check", "--formt", "json").error.contains("--format"))
  }

  @Test(arguments: [
    ("check --formt json --text x", "--format"), ("check --text x --formt json", "--format"),
    ("check --txt x --formt=json", "--text"), ("send d.md --dryrun", "--dry-run"),
    ("audit --fo", "--format"), ("audit --fo csv posts", "--format"),
    ("audit run --min-sev stop", "--min-severity"), ("rules test --add-rulse pack", "--add-rules"),
    ("log approve --reson x", "--reason"),
  ])
  func `a mistyped option gets the nearest one, whatever stands beside it`(
    line: String, option: String
  ) throws {
    let program = try program()
    let run = try program.shell("$T \(line)")
    #expect(run.status == 64)
    #expect(run.error.hasPrefix("Error: Unknown option '--"), "\(run.error)")
    #expect(run.error.contains("Did you mean '\(option)'?"), "\(run.error)")
    #expect(run.error.contains("Usage: tweetlint \(line.prefix { $0 != "-" && $0 != " " })"))
  }

  @Test func `words that only look like an option are no slip`() throws {
    let program = try program()
    let both = try program.run("check", "--text", "a", "file")
    #expect(both.error.contains("Give either --text or files"))
    let far = try program.run("check", "--zzzzzzzz", "--text", "a", "file")
    #expect(far.error.contains("Error: Unknown option '--zzzzzzzz'\n"), "\(far.error)")
    let command = try program.run("send", "--", "cat", "--formt")
    #expect(!command.error.contains("--formt"), "\(command.error)")
  }

  @Test func `a reply is read with the post that it answers`() throws {
    let program = try program()
    let draft =
      "---\nreply_to: {author: someone, text: The Mayor has no idea}\n---\nExactly this.\n"
    #expect(try program.run("check", input: Data(draft.utf8)).status == 1)
    #expect(try program.run("check", "--text", "Exactly this.").status == 0)
    let reply = try program.run(
      "check", "--text", "Exactly this.", "--reply-to", "The Mayor has no idea")
    #expect(reply.status == 1)
    #expect(reply.text.contains("HOLD: do not send until it is cleared by the duty press officer."))
  }

  @Test func `a post without a day is of the day in London, wherever the machine thinks it is`()
    throws
  {
    var program = try program()
    let days = try ["AAA-14", "AAA+12"].map { zone in
      program.environment["TZ"] = zone
      let run = try program.run("check", "--text", "Good morning", "--format", "json")
      let result = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
      return try #require(result?["at"] as? String)
    }
    #expect(days[0] == days[1])
  }

  @Test func `places are those of the file`() throws {
    let program = try program()
    try program.folder.write(
      "\u{FEFF}---\r\nchannel: x\r\n---\r\n\r\nGood morning.\r\n---\r\nWe ❤️ kicking down doors\r\n",
      to: "thread.md")
    let run = try program.run("check", "thread.md", "--format", "github")
    #expect(run.text.contains("file=thread.md,line=7,endLine=7,col=7,endColumn=25,"))
    let shown = try program.run("check", "thread.md").text
    #expect(shown.contains("thread.md:7:7"))
    #expect(shown.contains("\n     We ❤️ kicking down doors\n           ^^^^^^^^^^^^^^^^^^\n"))
  }

  @Test func `the digest is of the words that will be sent`() throws {
    let run = try program().run("check", "--format", "json", input: Data("abc\n".utf8))
    #expect(
      try result(run)["text_sha256"] as? String
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: [["check"], ["rules", "show"], ["hook", "run", "pre-send"]])
  func `the help of a command tells by which names it is called`(_ names: [String]) throws {
    let program = try program()
    for arguments in [names + ["--help"], ["help"] + names] {
      let run = try program.run(arguments)
      #expect(run.status == 0)
      #expect(run.text.contains("USAGE: tweetlint \(names.joined(separator: " ")) "))
    }
  }

  @Test(arguments: ["2026-05-07T25:00", "2026-05-07T10:61", "2026-05-07Tnoon"])
  func `a time that no clock shows is turned away, wherever it is given`(_ time: String) throws {
    let program = try program()
    let option = try program.run("check", "--text", "Hello", "--at", time)
    #expect(option.status == 64)
    #expect(option.error.contains("--at: \(time) is no day or time"))
    let matter = try program.run("check", input: Data("---\nat: \(time)\n---\nHello\n".utf8))
    #expect(matter.status == 2)
    #expect(matter.error.contains("stdin:2:5") && matter.error.contains("2026-05-07T09:00"))
  }

  @Test func `the day that counted is told, today's when none was given`() throws {
    let program = try program()
    let given = try program.run(
      "check", "--text", "Hello", "--at", "2026-05-07T09:00", "--format", "json")
    #expect(try result(given)["at"] as? String == "2026-05-07")
    let today = try program.run("check", "--text", "Hello", "--format", "json")
    #expect((try result(today)["at"] as? String)?.utf8.count == 10)
  }

  @Test func `words of sensitive rules are hidden unless asked for`() throws {
    let program = try program()
    for format in ["text", "json", "sarif", "github"] {
      let text = "Ring 07700 900123"
      #expect(try !program.run("check", "--text", text, "--format", format).text.contains("900123"))
      let open = try program.run("check", "--text", text, "--format", format, "--show-sensitive")
      #expect(open.text.contains("900123"))
    }
  }

  @Test func `a rule can be set aside with a reason`() throws {
    let draft = "---\nwaive: [{rule: door-joke, reason: agreed}]\n---\nKicking down doors\n"
    let run = try program().run("check", "--format", "json", input: Data(draft.utf8))
    #expect(run.status == 0)
    let waived = try #require(try result(run)["waived"] as? [[String: Any]])
    #expect(waived.first?["waiver"] as? String == "agreed")
  }

  @Test func `text that begins with a brace is text`() throws {
    let run = try program().run("check", input: Data("{Name} has been found safe".utf8))
    #expect(run.status == 0)
  }

  @Test func `quiet output has one line for each draft that is not clear`() throws {
    let program = try program()
    try program.folder.write("Kicking down doors", to: "a.txt")
    try program.folder.write("The road is open", to: "b.txt")
    #expect(try program.run("check", "-q", "a.txt", "b.txt").text == "a.txt: review: door-joke\n")
  }

  @Test func `several files are an array and one is an object`() throws {
    let program = try program()
    try program.folder.write("The road is open", to: "a.txt")
    let one = try program.run("check", "--format", "json", "a.txt")
    #expect(try result(one)["file"] as? String == "a.txt")
    let two = try program.run("check", "--format", "json", "a.txt", "a.txt")
    #expect(try JSONSerialization.jsonObject(with: two.output) is [Any])
  }

  @Test func `a life at risk is never held back`() throws {
    let run = try program().run("check", "--text", "Ring 07700 900123", "--life-at-risk")
    #expect(!run.text.contains("HOLD"))
  }
}
