import Foundation
import Testing

/// What every form of output says of details that add up.
@Suite struct CountedKindsTests {
  private static let text =
    "The girl, 14, a pupil at Denby High, was sexually assaulted by her stepfather."
  private static let together =
    "Taken together, the relation, the school, the age and the offence can tell"
  private static let takeOut = "Take out at least the relation and the school."

  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    let match = """
      some: [{words: [nurse], name: the job}, {words: [mill lane], name: the street}]
          at_least: 2
          in: [text, quote]
      """
    try program.folder.write(
      TestPack.rule(
        "adding-up", category: "data", match: match, flag: "A [[nurse of Mill Lane]]",
        extra: "sensitive: true"
      ).replacing("Write it otherwise.", with: "\"{identifiers}: take out {take_out}.\""),
      to: "pack/data/adding-up.yaml")
    return program
  }

  @Test func `the words on a screen name what was found and what to take out`() throws {
    let run = try Program().run("check", "--text", Self.text)
    let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(Self.together))
    #expect(words.contains(Self.takeOut))
  }

  @Test func `JSON names them in its words and in fields of their own`() throws {
    let run = try Program().run("check", "--format", "json", "--text", Self.text)
    let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["rule"] as? String == "jigsaw-identification" })
    #expect(
      finding["identifiers"] as? [String]
        == ["the relation", "the school", "the age", "the offence"])
    #expect(finding["take_out"] as? [String] == ["the relation", "the school"])
    #expect((finding["advice"] as? String)?.contains(Self.takeOut) == true)
    #expect((finding["reads_as"] as? String)?.contains(Self.together) == true)
    for other in findings where other["rule"] as? String != "jigsaw-identification" {
      #expect(other["identifiers"] == nil)
    }
  }

  @Test(arguments: ["sarif", "github"])
  func `other programs are told the same`(format: String) throws {
    let run = try Program().run("check", "--format", format, "--text", Self.text)
    #expect(run.text.contains(Self.together))
    #expect(run.text.contains(Self.takeOut))
    #expect(!run.text.contains("{identifiers}"))
    #expect(!run.text.contains("{take_out}"))
  }

  @Test func `SARIF, lists and the handbook speak of the rule in general words`() throws {
    let program = try Program()
    let sarif = try program.run("check", "--format", "sarif", "--text", Self.text).text
    #expect(sarif.contains("Take out at least two of them."))
    let shown = try program.run("rules", "show", "jigsaw-identification").text
    #expect(shown.contains("Taken together, these details can tell"))
    let list = try program.run("rules", "list", "--format", "json").text
    #expect(list.contains("Take out at least two of them."))
    #expect(try program.run("rules", "export", "--format", "html", "book.html").status == 0)
    let page = try String(
      contentsOf: program.folder.url.appendingPathComponent("book.html"), encoding: .utf8)
    #expect(page.contains("Take out at least two of them."))
    #expect(page.contains("at least 2 kinds of these, each counted once"))
    #expect(page.contains("settings name as the force&#39;s own: telephone numbers."))
    #expect(!page.contains("{take_out}"))
  }

  @Test func `a sensitive rule names kinds and shows no words`() throws {
    let program = try program()
    let text = "A nurse of Mill Lane"
    for format in ["json", "sarif", "github", "text"] {
      let run = try program.run("check", "--format", format, "--text", text)
      #expect(
        run.text.contains("the job and the street: take out the job and the street."), "\(format)")
      #expect(!run.text.contains("“nurse”"))
      #expect(!run.text.contains("\"match\":\"nurse\""))
    }
  }

  @Test func `details in a quoted post count, and only the author's own are to be taken out`()
    throws
  {
    let run = try program().run(
      "check", "--format", "json", "--text", "A nurse", "--quote", "He lives in Mill Lane")
    #expect(run.text.contains("\"identifiers\":[\"the job\",\"the street\"]"))
    #expect(run.text.contains("\"take_out\":[\"the job\"]"))
  }
}
