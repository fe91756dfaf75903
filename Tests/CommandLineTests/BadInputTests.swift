import Foundation
import Testing

@Suite struct BadInputTests {
  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    return program
  }

  @Test(arguments: ["", " \n\t\r\n", "---\naccount: x\n---\n\n", "{\"text\": \" \"}"])
  func `an empty draft is not clear, there is nothing to check`(_ draft: String) throws {
    let run = try program().run("check", input: Data(draft.utf8))
    #expect(run.status == 2)
    #expect(run.error.contains("there is nothing to check"))
    #expect(!run.text.contains("CLEAR"))
  }

  @Test func `an empty text on the command line is nothing to check either`() throws {
    #expect(try program().run("check", "--text", "").status == 2)
  }

  @Test(arguments: ["--reply-to", "--quote", "--account", "--channel"])
  func `an option that an empty variable left empty is told, and takes nothing away`(
    _ option: String
  ) throws {
    let run = try program().run("check", "--text", "Exactly this", option, "")
    #expect(run.status == 64)
    #expect(run.error.contains("\(option) is empty"))
  }

  @Test func `a second text is told and not read alone`() throws {
    let run = try program().run("check", "--text", "Kicking down doors", "--text", "hi")
    #expect(run.status == 64)
    #expect(run.error.contains("Give --text once"))
  }

  @Test func `drafts in an array of JSON are read one by one, and not as text`() throws {
    let drafts = """
      [
        {"text": "K\\u0069cking down doors again"},
        {"text": "The road is open"}
      ]
      """
    let run = try program().run("check", "-q", input: Data(drafts.utf8))
    #expect(run.status == 1)
    #expect(run.text == "draft 1: review: door-joke\n")
    let broken = try program().run("check", input: Data(#"[{"text": "a"}, {"text": 5}]"#.utf8))
    #expect(broken.status == 2)
    #expect(broken.error.contains("`text` must be"))
  }

  @Test(arguments: ["a.jsonl", "a.JSON", "a.ndjson"])
  func `a file of JSON that begins otherwise is no text either`(_ file: String) throws {
    let program = try program()
    try program.folder.write("# x\n{\"text\": \"Kicking down doors\"}\n", to: file)
    let run = try program.run("check", "-q", file)
    #expect(run.status == 2)
    #expect(run.error.contains("\(file):1:1"))
    #expect(run.text.contains("door-joke"))
  }

  @Test(arguments: [#"{"text": "a""#, #"{"text": "a", "media": ["#, #"{"text": "a", "reply_to":"#])
  func `a line without its end does not swallow the next`(_ line: String) throws {
    let lines = line + "\n{\"text\": \"Kicking down doors\"}\n"
    let run = try program().run("check", "-q", input: Data(lines.utf8))
    #expect(run.status == 2)
    #expect(run.text.contains("door-joke"))
  }

  @Test func `ten megabytes are refused and not called clear`() throws {
    let run = try program().run("check", input: Data(repeating: 0x61, count: 10 << 20))
    #expect(run.status == 2)
    #expect(run.error.contains("more than 1 MiB, so it was not checked"))
  }

  @Test func `an input without end is refused after sixteen megabytes`() throws {
    let run = try program().shell("yes | \"$T\" check -")
    #expect(run.status == 2)
    #expect(run.error.contains("stdin: Could not be read: it has more than 16 MiB."))
  }

  @Test func `bytes that are not UTF-8 are named by offset, line and column`() throws {
    let draft = Data("One line.\nAn ü and ".utf8) + Data([0xC3, 0x28, 0x0A])
    let run = try program().run("check", input: draft)
    #expect(run.status == 2)
    #expect(run.error.contains("stdin:2:10: The text is not UTF-8 at byte 20."))
  }

  @Test func `a file of Windows with two bytes a letter is told to be saved as UTF-8`() throws {
    let run = try program().run("check", input: Data([0xFF, 0xFE, 0x48, 0x00]))
    #expect(run.status == 2)
    #expect(run.error.contains("save it as UTF-8"))
  }

  @Test func `a NUL byte is named with its place`() throws {
    let run = try program().run("check", input: Data("ab\ncd\0ef".utf8))
    #expect(run.status == 2)
    #expect(run.error.contains("stdin:2:3: A NUL byte stands at byte 5."))
  }

  @Test func `an unknown key of front matter is shown with the nearest one`() throws {
    let program = try program()
    try program.folder.write("---\naccont: x\n---\nHello\n", to: "a.md")
    let run = try program.run("check", "a.md")
    #expect(run.status == 2)
    #expect(run.error.contains("error[unknown-key]"))
    #expect(run.error.contains("a.md:2:1"))
    #expect(run.error.contains("^^^^^^"))
    #expect(run.error.contains("Did you mean `account`?"))
  }

  @Test func `front matter without an end is no draft`() throws {
    let run = try program().run("check", input: Data("---\naccount: x\nHello\n".utf8))
    #expect(run.status == 2)
    #expect(run.error.contains("`---` is missing"))
  }

  @Test func `all faults of front matter are told at once`() throws {
    let draft = "---\npurpose: mising-appeal\ncase_stage: guilty\nat: 2026-02-30\n---\nHello\n"
    let run = try program().run("check", input: Data(draft.utf8))
    #expect(run.status == 2)
    for place in ["stdin:2:10", "stdin:3:13", "stdin:4:5"] {
      #expect(run.error.contains(place))
    }
    #expect(run.error.contains("Did you mean `missing-appeal`?"))
  }

  @Test func `a rule that is not there cannot be set aside`() throws {
    let draft = "---\nwaive: [{rule: door-jok, reason: agreed}]\n---\nHello\n"
    let run = try program().run("check", input: Data(draft.utf8))
    #expect(run.status == 2)
    #expect(run.error.contains("Did you mean `door-joke`?"))
  }

  @Test func `a directory, a missing file and a forbidden one are told apart`() throws {
    let program = try program()
    try program.folder.write("x", to: "folder/file")
    let run = try program.run("check", "folder", "missing.txt")
    #expect(run.status == 2)
    #expect(run.error.contains("folder: Could not be read: it is a directory."))
    #expect(run.error.contains("missing.txt: Could not be read: there is no such file or folder."))
  }

  @Test func `a file without permission is told`() throws {
    let program = try program()
    try program.folder.write("x", to: "secret.txt")
    let run = try program.shell(
      "cp \"$T\" ./program && chmod 0 secret.txt && \(Program.unprivileged) ./program check secret.txt"
    )
    #expect(run.status == 2)
    #expect(run.error.contains("permission is denied"))
  }

  @Test func `rules in a folder that may not be looked into are told, not left out`() throws {
    let program = try program()
    let run = try program.shell(
      "cp \"$T\" ./program && ./program rules export shipped >/dev/null && chmod 0 shipped/tone && "
        + "echo 'Kicking doors in is fun' | \(Program.unprivileged) ./program check --rules shipped -"
    )
    #expect(run.status == 2)
    #expect(run.error.contains("cannot read the rules in shipped/tone: permission is denied"))
    #expect(run.text.isEmpty)
  }

  @Test func `one bad file does not hide the others`() throws {
    let program = try program()
    try program.folder.write("Kicking down doors again", to: "a.txt")
    try program.folder.write("The road is open", to: "b.txt")
    let run = try program.run("check", "a.txt", "missing.txt", "b.txt", "--format", "json")
    #expect(run.status == 2)
    let results = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(results.map { $0["i"] as? Int } == [0, 1, 2])
    #expect(results[0]["verdict"] as? String == "review")
    #expect((results[1]["error"] as? [String: Any])?["code"] as? String == "not-found")
    #expect(results[2]["verdict"] as? String == "clear")
  }

  @Test func `a line of JSON that is broken does not hide the next`() throws {
    let lines =
      "{\"text\": \"Road open\"}\n{\"text\": broken}\n{\"id\": 7, \"text\": \"Road shut\"}\n"
    let run = try program().run("check", "--format", "json", input: Data(lines.utf8))
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("error[not-json]: ") && run.error.contains("stdin:2:10"))
    let results = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(results.count == 3)
    #expect((results[1]["error"] as? [String: Any])?["code"] as? String == "not-json")
    #expect(results[2]["id"] as? String == "7")
  }

  @Test func `an unknown key of JSON is shown with the nearest one`() throws {
    let run = try program().run("check", input: Data("{\"txt\": \"Road open\"}".utf8))
    #expect(run.status == 2)
    #expect(run.error.contains("stdin:1:2"))
    #expect(run.error.contains("Did you mean `text`?"))
  }

  @Test func `a broken pack is told with all its faults`() throws {
    let program = try program()
    try program.folder.write("id: test-pack\nversoin: 1\ntitel: x\n", to: "broken/pack.yaml")
    let run = try program.run("check", "--rules", "broken", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("broken/pack.yaml:2:1"))
    #expect(run.error.contains("broken/pack.yaml:3:1"))
    #expect(run.error.contains("Did you mean `version`?"))
  }

  @Test func `a rule that backtracks without end is told as not checked`() throws {
    let program = try program()
    try program.folder.write(
      TestPack.rule(
        "slow", category: "tone", match: "pattern: 'never.*a.*a.*a.*a.*a.*a.*a.*[!?]'",
        flag: "[[never aaaaaaa!]]"),
      to: "pack/tone/slow.yaml")
    // What the pattern asks for is there, so that it has to be tried.
    let draft = "Hm? never " + String(repeating: "a", count: 500)
    let run = try program.run("check", "--text", draft, "--format", "json")
    #expect(run.status == 3)
    let result = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let missing = try #require(result["not_checked"] as? [[String: Any]])
    #expect(missing.map { $0["rule"] as? String } == ["slow"])
    let words = try program.run("check", "--text", draft)
    #expect(words.status == 3)
    #expect(words.text.contains("CLEAR: nothing found, but not everything could be checked."))
    #expect(words.text.contains("text, rule slow: "))
    // What was found still counts for more than what was not checked.
    #expect(try program.run("check", "--text", "Kicking down doors " + draft).status == 1)
  }

  @Test func `a folder of rules that is not there is told`() throws {
    let run = try program().run("check", "--rules", "nowhere", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.error.contains("there is no folder of rules at nowhere"))
  }

  @Test func `an argument that is not UTF-8 is wrong usage`() throws {
    let run = try program().shell("\"$T\" check --text \"$(printf 'a\\303b')\"")
    #expect(run.status == 64)
    #expect(run.error.contains("argument 3 is not UTF-8"))
  }
}
