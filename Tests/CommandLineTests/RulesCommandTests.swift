import Foundation
import Testing

@Suite struct RulesCommandTests {
  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    return program
  }

  @Test func `the list names every rule with its severity`() throws {
    let text = try program().run("rules", "list").text
    #expect(text.contains("door-joke  serious   Rule door-joke\n"))
    #expect(text.hasSuffix("4 rules, test-pack 2.0.0\n"))
  }

  @Test func `the list is there for programs too`() throws {
    let run = try program().run("rules", "list", "--format", "json")
    let list = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(list["pack"] as? String == "test-pack")
    let rules = try #require(list["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["agreeing", "door-joke", "phone", "shouting"])
  }

  @Test func `a rule is shown with the posts that prove it`() throws {
    let text = try program().run("rules", "show", "door-joke").text
    #expect(text.hasPrefix("door-joke: Rule door-joke\n"))
    #expect(text.contains("1 Kicking down doors again"))
    #expect(text.contains("Leaves alone"))
  }

  @Test func `a mistyped rule gets the nearest one`() throws {
    let run = try program().run("rules", "show", "dor-joke")
    #expect(run.status == 2)
    #expect(run.error.contains("Did you mean `door-joke`?"))
  }

  @Test func `a sound pack has no fault and a broken one is told with all its faults`() throws {
    let program = try program()
    let sound = try program.run("rules", "lint", "pack")
    #expect(sound.status == 0)
    #expect(sound.text.hasPrefix("4 rules"))
    try program.folder.write("id: shouting\nmach: []\n", to: "pack/tone/shouting.yaml")
    let broken = try program.run("rules", "lint", "pack")
    #expect(broken.status == 2)
    #expect(broken.error.contains("pack/tone/shouting.yaml:2:1"))
    #expect(broken.error.contains("Did you mean `match`?"))
  }

  @Test func `a term that is never found fails, and notes do only when asked to`() throws {
    let program = try program()
    try program.folder.write(
      "id: idle\ntitle: Idle\nsource: House list\nterms: [raid]\n", to: "pack/lists/idle.yaml")
    let noted = try program.run("rules", "lint", "pack")
    #expect(noted.status == 0)
    #expect(noted.error.isEmpty)
    #expect(noted.text.contains("note[unused]: No rule uses the list `idle`."))
    #expect(noted.text.contains(" --> pack/lists/idle.yaml:1:5\n  1 | id: idle\n    |     ^^^^\n"))
    #expect(noted.text.hasSuffix("4 rules, 1 lists, 0 scopes: no fault, 1 note\n"))
    let strict = try program.run("rules", "lint", "--strict", "pack")
    #expect(strict.status == 2)
    #expect(strict.error.contains("note[unused]"))
    try program.folder.write(
      "id: idle\ntitle: Idle\nsource: House list\nterms:\n  - \"a raid (at|colou?r)\"\n",
      to: "pack/lists/idle.yaml")
    let failed = try program.run("rules", "lint", "pack")
    #expect(failed.status == 2)
    #expect(failed.error.contains("error[never-matches]"))
    #expect(failed.error.contains("pack/lists/idle.yaml:5:22"))
  }

  @Test func `examples are run, and one that fails is shown where it stands`() throws {
    let program = try program()
    let sound = try program.run("rules", "test", "pack")
    #expect(sound.status == 0)
    #expect(sound.text == "rules: 4, examples: 40, all as they should be\n")
    #expect(try program.run("rules", "test", "pack", "--rule", "phone").text.hasPrefix("rules: 1,"))
    #expect(
      try program.run("rules", "test", "pack", "--rule", "phon").error.contains(
        "Did you mean `phone`?"))
    try program.folder.write(
      TestPack.rule(
        "shouting", category: "tone", match: "words: [yelling]", flag: "[[Shouting]]"),
      to: "pack/tone/shouting.yaml")
    let broken = try program.run("rules", "test", "pack")
    #expect(broken.status == 2)
    #expect(broken.error.contains("error[flag-not-found]"))
    #expect(broken.error.contains("pack/tone/shouting.yaml:12:"))
    #expect(broken.error.contains("1 [[Shouting]]"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are there for every shell`(_ shell: String) throws {
    let run = try program().run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.text.contains("add-rules"))
  }

  @Test func `a new rule is written once and never over another`() throws {
    let program = try program()
    let first = try program.run("rules", "new", "my-rule", "--family", "tone", "--dir", "pack")
    #expect(first.status == 0)
    #expect(try program.folder.read("pack/tone/my-rule.yaml").hasPrefix("id: my-rule\n"))
    let second = try program.run("rules", "new", "my-rule", "--family", "tone", "--dir", "pack")
    #expect(second.status == 2)
    #expect(second.error.contains("already; nothing was written"))
    #expect(try program.run("rules", "new", "../evil").status == 64)
  }

  @Test func `a new rule can be read at once, and takes a category of its family`() throws {
    let program = try program()
    #expect(
      try program.run("rules", "new", "my-rule", "--family", "data", "--dir", "pack").status == 0)
    #expect(try program.folder.read("pack/data/my-rule.yaml").contains("category: data "))
    #expect(try program.run("rules", "lint", "pack").status == 0)
    let taken = try program.run("rules", "new", "phone", "--family", "tone", "--dir", "pack")
    #expect(taken.status == 2)
    #expect(taken.error.contains("there is a rule `phone` already"))
    #expect(try program.run("rules", "new", "mine", "--dir", "more").status == 0)
    let added = try program.folder.read("more/tone/mine.yaml")
    #expect(!added.contains("category: mine"))
    let wrong = try program.run(
      "rules", "new", "other", "--dir", "pack", "--category", "tome")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("Did you mean `tone`?"))
  }

  @Test func `a folder may be named with a slash behind it`() throws {
    let run = try program().run("rules", "export", "mine/")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
  }

  @Test func `the built-in pack can be exported, read back and used`() throws {
    let program = try program()
    let run = try program.run("rules", "export", "mine")
    #expect(run.status == 0)
    #expect(try program.run("rules", "lint", "mine").status == 0)
    // Read from YAML or from inside the program, the rules are the same and have the same digest.
    let shipped = try Program().run("rules", "list", "--format", "json")
    let exported = try program.run("rules", "list", "--format", "json", "--rules", "mine")
    #expect(shipped.output == exported.output)
    let again = try program.run("rules", "export", "mine")
    #expect(again.status == 2)
    #expect(again.error.contains("is not empty; nothing was written"))
  }

  @Test func `further rules can be added to a pack`() throws {
    let program = try program()
    try program.folder.write(
      TestPack.rule("extra", category: "tone", match: "words: [extra]", flag: "[[extra]]"),
      to: "more/tone/extra.yaml")
    let run = try program.run("check", "--add-rules", "more", "--text", "Something extra")
    #expect(run.status == 1)
    #expect(run.text.contains("[extra]"))
  }

  @Test func `an observed rule is listed and tested, and no check shows it`() throws {
    let program = try program()
    let plain = try program.run("check", "--text", "A gate and a door")
    try program.folder.write(
      """
      id: gates
      title: Gates
      category: tone
      status: observed
      match: [{words: [gate]}]
      examples:
        flags: ["[[gate]] 1", "[[gate]] 2", "[[gate]] 3", "[[gate]] 4", "[[gate]] 5"]
        passes: ["1", "2", "3", "4", "5"]

      """, to: "pack/tone/gates.yaml")
    #expect(try program.run("check", "--text", "A gate and a door").text == plain.text)
    for format in ["json", "sarif", "github"] {
      let run = try program.run("check", "--format", format, "--text", "A gate and a door")
      #expect(run.status == 0)
      #expect(!run.text.lowercased().contains("gates"), "\(format)")
    }
    #expect(try program.run("rules", "list").text.contains("gates      observed  Gates\n"))
    let list = try program.run("rules", "list", "--format", "json").text
    #expect(list.contains(#""severity":null,"confidence":1,"status":"observed""#))
    let page = try program.run("rules", "show", "gates").text
    #expect(page.contains("observed: counted in audits, never shown on a post"))
    #expect(!page.contains("severity"))
    #expect(try program.run("rules", "lint", "--strict", "pack").status == 0)
    #expect(try program.run("rules", "test", "pack").text.hasPrefix("rules: 5, examples: 50,"))
  }

  @Test func `the version names program and rules`() throws {
    let text = try program().run("--version").text
    #expect(text.hasPrefix("tweetlint "))
    #expect(text.contains("(rules: uk-police "))
  }
}
