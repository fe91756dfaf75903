import Foundation
import Testing

/// What the settings of an account change about the shipped rules.
@Suite struct AccountSettingsTests {
  private func program(_ settings: String) throws -> Program {
    let program = try Program()
    try program.folder.write(settings, to: ".tweetlint.yaml")
    return program
  }

  /// The rules that find something in a text.
  private func rules(_ program: Program, _ arguments: String..., text: String) throws -> Set<String>
  {
    let words = ["\"$T\" check --format json --fail-on hold", "--text \"$TEXT\""] + arguments
    var program = program
    program.environment["TEXT"] = text
    let run = try program.shell(words.joined(separator: " "))
    let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]], "\(run.error)")
    return Set(findings.compactMap { $0["rule"] as? String })
  }

  private static let own = """
    account:
      handle: NorthmarchPolice
      kind: corporate
      nation: wales
      stations:
        - {name: Northmarch Police House, address: 1 Station Road, postcode: CF10 3NN}
      hotlines: ["07700 900555"]
      emails: [northmarch.desk@gmail.com]
    accounts:
      NorthmarchCardiff: {kind: local, nation: wales, bilingual: true, hotlines: ["07700 900666"]}

    """

  @Test(arguments: [
    ("private-phone", "Text our team on 07700 900555.", "Text our team on 07700 900556."),
    ("private-email", "Write to northmarch.desk@gmail.com", "Write to jo.bloggs77@gmail.com"),
    (
      "home-address", "Her home is the old house at 1 Station Road, CF10 3NN",
      "Her home is the old house at 14 Station Road, CF10 3NR"
    ),
    (
      "private-account", "Follow this suspect on insta @NorthmarchPolice",
      "Follow this suspect on insta @jo_bloggs"
    ),
    (
      "private-account", "Follow this suspect on insta @NorthmarchCardiff",
      "Follow this suspect on insta @NorthmarchCardiff2"
    ),
  ])
  func `the force's own is no private person's`(rule: String, own: String, other: String) throws {
    let none = try Program()
    #expect(try rules(none, text: own).contains(rule))
    let program = try program(Self.own)
    #expect(try !rules(program, text: own).contains(rule))
    #expect(try rules(program, text: other).contains(rule))
  }

  @Test func `an account knows its own values and those of the force`() throws {
    let program = try program(Self.own)
    for number in ["07700 900555", "07700 900666"] {
      let text = "Text our team on \(number)."
      #expect(
        try !rules(program, "--account NorthmarchCardiff", text: text).contains("private-phone"))
    }
    // The number of one account is not that of another.
    #expect(try rules(program, text: "Text us on 07700 900666.").contains("private-phone"))
  }

  @Test func `an English post is told of only where the account has a duty to post in Welsh`()
    throws
  {
    let program = try program(Self.own)
    let text = "The road is closed, please find another way."
    #expect(try rules(program, "--account NorthmarchCardiff", text: text) == ["welsh-missing"])
    #expect(try rules(program, text: text).isEmpty)
    let welsh = "Mae'r ffordd ar gau, dewch o hyd i ffordd arall. The road is closed."
    #expect(try rules(program, "--account NorthmarchCardiff", text: welsh).isEmpty)
  }

  @Test func `days of mourning in the settings turn on the rules for them`() throws {
    let text = "Win a teddy in our draw."
    let program = try program(
      "mourning: [{from: 2031-03-01, to: 2031-03-10, what: a state funeral}]\n")
    let rule = "cheer-in-mourning"
    #expect(try rules(program, "--at 2031-03-05", text: text).contains(rule))
    #expect(try !rules(program, "--at 2031-03-11", text: text).contains(rule))
    #expect(try !rules(try Program(), "--at 2031-03-05", text: text).contains(rule))
    let now = try self.program("mourning: true\n")
    #expect(try rules(now, text: text).contains(rule))
  }

  @Test(arguments: ["NorthmarchCardiff", "@northmarchcardiff", "NORTHMARCHCARDIFF"])
  func `an account is known however its handle is written`(handle: String) throws {
    let program = try program(Self.own)
    let text = "The road is closed, please find another way."
    #expect(try rules(program, "--account \(handle)", text: text) == ["welsh-missing"])
    try program.folder.write("{\"text\":\"\(text)\"}\n", to: "posts.jsonl")
    let audit = try program.run(
      "audit", "posts.jsonl", "--of-account", handle, "--format", "jsonl", "--quiet")
    #expect(audit.text.contains("welsh-missing"), "\(audit.text)\(audit.error)")
    let convert = try program.shell(
      "\"$T\" convert posts.jsonl --of-account \(handle) -o parts --compression gzip && zcat parts/*"
    )
    #expect(!convert.text.contains("\"@"), "\(convert.text)\(convert.error)")
    #expect(convert.text.contains("orthmarchcardiff") || handle != "@northmarchcardiff")
  }

  @Test func `one account cannot be named twice`() throws {
    let program = try program("accounts: {Force: {kind: local}, FORCE: {kind: named}}\n")
    let run = try program.run("check", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.error.contains("`FORCE` is the same account as `Force`"))
  }

  @Test func `what is in force is shown`() throws {
    let shown = try program(Self.own).run("config", "show").text
    #expect(
      shown.contains(
        "stations: [{name: Northmarch Police House, address: 1 Station Road, postcode: CF10 3NN}]"))
    #expect(shown.contains("hotlines: [07700 900555]"))
    #expect(shown.contains("hotlines: [07700 900666, 07700 900555]"))
    #expect(shown.contains("handles: [NorthmarchPolice, NorthmarchCardiff]"))
    #expect(shown.contains("emails: [northmarch.desk@gmail.com]"))
  }

  @Test(arguments: [
    (
      "stations: [{name: Central}]", "one word, which others share",
      "such as `Northmarch Police Station`"
    ),
    (
      "stations: [{address: \"1 Station Road, CF10 3NN\"}]", "ends with a postcode",
      "`postcode: CF103NN`"
    ),
    ("stations: [{postcode: CF10}]", "`CF10` is not a full postcode", "such as `SW1A 2JL`"),
    ("stations: [{}]", "This station says nothing", "`name`, `address` or `postcode`"),
    ("stations: [{nmae: Northmarch House}]", "has no key `nmae`", "Did you mean `name`?"),
    ("stations: Northmarch House", "`stations` must be a list", "Write `[…]`"),
    ("hotlines: [01632960001]", "must be a text", "Put it in quotes"),
    ("hotlines: [\"0163\"]", "`0163` is not a telephone number", "Write it as it is dialled"),
    (
      "hotlines: [\"call 101\"]", "`call 101` is not a telephone number",
      "Write it as it is dialled"
    ),
    ("handles: [\"@North march\"]", "not the name of an account", "`\"@NorthmarchPolice\"`"),
    (
      "emails: [gmail.com]", "Anybody may have an address at `gmail.com`", "Write the whole address"
    ),
    ("emails: [\"desk\"]", "neither an e-mail address nor a domain", "`northmarch.police.uk`"),
    ("hotline: [\"101\"]", "no key `hotline`", "Did you mean `hotlines`?"),
  ])
  func `a value that spares too much is turned away with its place`(
    line: String, message: String, hint: String
  ) throws {
    let run = try program("account:\n  kind: local\n  \(line)\n").run("check", "--text", "Hello")
    #expect(run.status == 2)
    #expect(run.error.contains(".tweetlint.yaml:3:"), "\(run.error)")
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.error.contains(hint), "\(run.error)")
  }
}
