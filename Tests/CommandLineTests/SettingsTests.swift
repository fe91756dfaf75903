import Foundation
import Testing

@Suite struct SettingsTests {
  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    program.environment["TWEETLINT_CONFIG"] = nil
    return program
  }

  @Test func `the nearest settings file above counts`() throws {
    let program = try program()
    try program.folder.write("rules: pack\nfail_on: hold\n", to: ".tweetlint.yaml")
    try program.folder.write("", to: "drafts/deep/x")
    let run = try program.shell("cd drafts/deep && \"$T\" config show")
    #expect(run.status == 0)
    #expect(run.text.contains("fail_on: hold"))
    #expect(run.text.contains(".tweetlint.yaml:2"))
  }

  @Test func `a settings file that leads nowhere is told, not passed over for the next`() throws {
    let program = try program()
    try program.folder.write("fail_on: hold\n", to: ".tweetlint.yaml")
    let run = try program.shell(
      "mkdir drafts && cd drafts && ln -s gone .tweetlint.yaml && \"$T\" config show")
    #expect(run.status == 2)
    #expect(run.error.contains(".tweetlint.yaml: there is no such file"))
  }

  @Test(.enabled(if: geteuid() == 0))
  func `settings that somebody else put above the folder are not followed`() throws {
    let program = try program()
    try program.folder.write("fail_on: hold\n", to: ".tweetlint.yaml")
    try program.folder.write("", to: "drafts/x")
    let planted = try program.shell("chown 65534 .tweetlint.yaml; cd drafts && \"$T\" config show")
    #expect(planted.status == 2)
    #expect(planted.error.contains("--config"))
    let named = try program.shell("cd drafts && \"$T\" config show --config ../.tweetlint.yaml")
    #expect(named.text.contains("fail_on: hold"))
    let shared = try program.shell("chown 65534 drafts; cd drafts && \"$T\" config show")
    #expect(shared.text.contains("fail_on: hold"))
  }

  @Test func `the search ends at the root of a repository`() throws {
    let program = try program()
    try program.folder.write("fail_on: hold\n", to: ".tweetlint.yaml")
    try program.folder.write("", to: "repository/.git/HEAD")
    let run = try program.shell("cd repository && \"$T\" config show")
    #expect(run.text.contains("settings file: none"))
    #expect(run.text.contains("fail_on: review   # built in"))
  }

  @Test func `an option beats the environment, which beats the folder, which beats the user's own`()
    throws
  {
    var program = try program()
    try program.folder.write("format: sarif\n", to: "home/tweetlint/config.yaml")
    program.environment["XDG_CONFIG_HOME"] = program.folder.url.path + "/home"
    #expect(try program.run("config", "show").text.contains("format: sarif"))
    try program.folder.write("format: github\n", to: ".tweetlint.yaml")
    #expect(try program.run("config", "show").text.contains("format: github"))
    try program.folder.write("format: json\n", to: "named.yaml")
    program.environment["TWEETLINT_CONFIG"] = "named.yaml"
    #expect(try program.run("config", "show").text.contains("format: json   # named.yaml:1"))
    try program.folder.write("fail_on: advise\n", to: "given.yaml")
    let given = try program.run("config", "show", "--config", "given.yaml", "--color", "never")
    #expect(given.text.contains("fail_on: advise   # given.yaml:1"))
    #expect(given.text.contains("color: never   # option --color"))
  }

  @Test func `a relative folder of the environment counts for nothing, wherever it is looked for`()
    throws
  {
    var program = try program()
    try program.folder.write("format: sarif\n", to: "near/tweetlint/config.yaml")
    try program.folder.write("format: json\n", to: ".config/tweetlint/config.yaml")
    program.environment["XDG_CONFIG_HOME"] = "near"
    program.environment["XDG_STATE_HOME"] = "near"
    let shown = try program.run("config", "show").text
    let home = program.folder.url.path
    #expect(shown.contains("format: json"))
    #expect(shown.contains("log: \(home)/.local/state/tweetlint/decisions.sqlite"))
    #expect(shown.contains("key: \(home)/.config/tweetlint/decisions.key"))
    let installed = try program.run("hook", "install", "--global")
    #expect(installed.text.contains("installed \(home)/.config/tweetlint/hooks/pre-send"))
  }

  @Test func `every fault of a settings file is told with its place`() throws {
    let program = try program()
    try program.folder.write(
      "fail_no: hold\naccount: {kind: locl}\nformat: xml\n", to: ".tweetlint.yaml")
    let run = try program.run("check", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.error.contains(".tweetlint.yaml:1:1"))
    #expect(run.error.contains("Did you mean `fail_on`?"))
    #expect(run.error.contains("Did you mean `local`?"))
    #expect(run.error.contains(".tweetlint.yaml:3:9"))
  }

  @Test(arguments: [
    "{bands: {review: 90, hold: 20}}", "{bands: {hold: 20}}", "{points: {caution: 90}}",
  ])
  func `weights and bands that do not rise are turned away, with those of the pack`(
    _ scoring: String
  ) throws {
    let program = try program()
    try program.folder.write("rules: pack\nscoring: \(scoring)\n", to: ".tweetlint.yaml")
    let run = try program.run("check", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.error.contains(".tweetlint.yaml: with `scoring`, "))
    #expect(try program.run("config", "show").status == 2)
  }

  @Test func `a settings file that was named must be there`() throws {
    let run = try program().run("check", "--config", "nowhere.yaml", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.error.contains("cannot read the settings nowhere.yaml: there is no such file"))
  }

  @Test func `a rule can be switched off, and only one that is there`() throws {
    let program = try program()
    try program.folder.write("rules: pack\ndisable: [door-joke]\n", to: ".tweetlint.yaml")
    #expect(try program.run("check", "--text", "Kicking down doors").status == 0)
    #expect(try program.run("rules", "list").text.contains("Rule door-joke (switched off)"))
    try program.folder.write("rules: pack\ndisable: [dor-joke]\n", to: ".tweetlint.yaml")
    let run = try program.run("check", "--text", "Kicking down doors")
    #expect(run.status == 2)
    #expect(run.error.contains("Did you mean `door-joke`?"))
  }

  @Test func `a rule that pre_send names must be there`() throws {
    let program = try program()
    try program.folder.write(
      "rules: pack\npre_send:\n  rules: {door-jok: never, phone: reason}\n", to: ".tweetlint.yaml")
    let run = try program.run("check", "--text", "Some quiet words")
    #expect(run.status == 2)
    #expect(run.error.contains(".tweetlint.yaml:3:11"), "\(run.error)")
    #expect(run.error.contains("There is no rule `door-jok` for `pre_send` to name."))
    #expect(run.error.contains("Did you mean `door-joke`?"))
    try program.folder.write(
      "rules: pack\npre_send:\n  rules: {door-joke: never}\n", to: ".tweetlint.yaml")
    #expect(try program.run("check", "--text", "Some quiet words").status == 0)
  }

  @Test func `weights and bands can be changed`() throws {
    let program = try program()
    try program.folder.write(
      "rules: pack\nscoring: {points: {advice: 80, caution: 80, serious: 80}, bands: {hold: 80}}\n",
      to: ".tweetlint.yaml")
    let run = try program.run("check", "--text", "Shouting again")
    #expect(run.status == 1)
    #expect(run.text.contains("HOLD"))
  }

  @Test func `rules of a folder beside the settings are found from anywhere`() throws {
    let program = try program()
    try program.folder.write("rules: pack\n", to: ".tweetlint.yaml")
    try program.folder.write("", to: "drafts/x")
    let run = try program.shell("cd drafts && \"$T\" check --text 'Kicking down doors'")
    #expect(run.status == 1)
  }
}
