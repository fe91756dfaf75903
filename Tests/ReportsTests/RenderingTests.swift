import Foundation
import JSON
import PostText
import Rules
import TestSupport
import Testing

@testable import Reports
@testable import RiskEngine

@Suite struct RenderingTests {
  private static let several = Samples.report(
    [
      Samples.everything(),
      Samples.record("Road open.", Samples.assessment(.clear, 0), file: "b.txt", index: 1),
      Record(
        index: 2, file: "c.txt",
        outcome: .failed(
          Record.Failure(code: "not-utf8", message: "c.txt is not UTF-8", line: 3, column: 7))),
    ], isExplained: true)
  private static let one = Samples.report([Samples.everything()], isList: false)

  private func text(_ report: Report, look: TextReport.Look = .init()) -> [UInt8] {
    TextReport(report, look: look).rendered()
  }

  @Test func `text says the verdict first and then why`() {
    Golden.expect(text(Self.one), "everything.txt")
  }

  @Test func `text in colour says the same words`() throws {
    let coloured = text(Self.one, look: .init(usesColour: true))
    Golden.expect(coloured, "everything-colour.txt")
    let sequences = try Regex("\u{1B}\\[[0-9;]*m")
    let plain = String(decoding: coloured, as: UTF8.self).replacing(sequences, with: "")
    #expect(Array(plain.utf8) == text(Self.one))
  }

  @Test func `a clear draft is told that this is no approval`() {
    let report = Samples.report("Road open.", Samples.assessment(.clear, 0))
    Golden.expect(text(report), "clear.txt")
  }

  @Test func `explained text shows every point`() {
    Golden.expect(text(Self.several), "several-explained.txt")
  }

  @Test func `quiet text has one line for each draft that is not clear`() {
    Golden.expect(text(Self.several, look: .init(isQuiet: true)), "several-quiet.txt")
  }

  @Test func `only the first five findings are shown in words`() {
    let words = (1...8).map { "word\($0)" }
    let draft = words.joined(separator: " ")
    let findings = words.map { Samples.finding(Samples.relish, $0, in: draft) }
    let report = Samples.report(draft, Samples.assessment(.review, 40, findings))
    let shown = String(decoding: text(report), as: UTF8.self)
    #expect(shown.contains("5. SERIOUS"))
    #expect(!shown.contains("6. SERIOUS"))
    #expect(shown.contains("and 3 more: --format json"))
  }

  @Test func `json is the schema of one result`() {
    Golden.expect(JSONReport(Self.one).rendered(), "everything.json")
  }

  @Test func `json of several drafts is an array`() throws {
    let bytes = JSONReport(Self.several).rendered()
    Golden.expect(bytes, "several-explained.json")
    let array = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
    #expect(array?.count == 3)
  }

  @Test func `github commands cannot be broken by what they carry`() throws {
    let draft = "::error::50%\r\n::stop-commands::x"
    let finding = Samples.finding(Samples.relish, draft, in: draft)
    let report = Samples.report(
      draft, Samples.assessment(.review, 36, [finding]), file: "a,b:c%\n.txt")
    let lines = String(decoding: GitHubReport(report).rendered(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    #expect(lines.count == 2)
    #expect(lines[0].contains("file=a%2Cb%3Ac%25%0A.txt,line=1,endLine=2,col=1,endColumn=19,"))
    #expect(lines[0].contains("::“::error::50%25%0D%0A::stop-commands::x”%0A"))
  }

  @Test func `github output points at the author's lines`() {
    Golden.expect(GitHubReport(Self.several).rendered(), "several.github")
  }

  @Test func `every form hides the words of sensitive rules`() {
    for bytes in Self.everyForm(of: Self.several) {
      let shown = String(decoding: bytes, as: UTF8.self)
      #expect(!shown.contains("900123"))
    }
    let open = Samples.report([Samples.everything()], isList: false, showsSensitive: true)
    #expect(String(decoding: JSONReport(open).rendered(), as: UTF8.self).contains("900123"))
  }

  /// A report on a draft whose first number a rule names, and the whole of which another does.
  private static func report(of draft: String) -> Report {
    let findings = [
      Samples.finding(Samples.phone, "07700 900123", in: draft),
      Samples.finding(Samples.relish, draft, in: draft),
    ]
    return Samples.report(draft, Samples.assessment(.hold, 100, findings))
  }

  @Test func `a second number that the rule does not name is hidden as well`() {
    let report = Self.report(
      of: "Kicking down doors: ring 07700 900123 or 07700 900456, or a.person@example.org")
    for bytes in Self.everyForm(of: report) {
      let shown = String(decoding: bytes, as: UTF8.self)
      #expect(!shown.contains("900456"))
      #expect(!shown.contains("a.person"))
    }
    #expect(
      String(decoding: JSONReport(report).rendered(), as: UTF8.self)
        .contains("Kicking down doors: ring ••••• •••••• or ••••• •••••••"))
  }

  @Test(arguments: [
    "0161 - 496 - 0123", "0161 – 496 – 0123", "(0161) / 496 0123", "07700 . 900456",
  ])
  func `signs between the groups of a number do not show it`(_ number: String) {
    let report = Self.report(of: "Kicking down doors: ring 07700 900123 or \(number) today")
    for bytes in Self.everyForm(of: report) {
      let shown = String(decoding: bytes, as: UTF8.self)
      #expect(!shown.contains("0123 ") && !shown.contains("900456"))
    }
  }

  @Test func `no form lets a terminal obey the author`() {
    let draft = "a\u{1B}]0;x\u{7}b \u{202E}doors\u{9B}2J"
    let finding = Samples.finding(Samples.relish, draft, in: draft)
    var assessment = Samples.assessment(.review, 36, [finding])
    assessment.questions = ["what \u{1B}[2J?"]
    assessment.notChecked = [
      .init(part: "text\u{1B}", rule: nil, reason: "\u{9B}2J", isFailure: true)
    ]
    let report = Samples.report(
      [Samples.record(draft, assessment, file: "bad\u{1B}[31m\u{202E}.txt")], isExplained: true)
    for bytes in Self.everyForm(of: report) {
      let disturbing = String(decoding: bytes, as: UTF8.self).unicodeScalars
        .filter { $0 != "\n" && $0.disturbsTerminals }
      #expect(disturbing.isEmpty)
    }
  }

  @Test func `the same report is the same bytes`() {
    #expect(Self.everyForm(of: Self.several) == Self.everyForm(of: Self.several))
  }

  private static func everyForm(of report: Report) -> [[UInt8]] {
    [
      TextReport(report, look: .init()).rendered(),
      TextReport(report, look: .init(isQuiet: true)).rendered(), JSONReport(report).rendered(),
      SARIFReport(report).rendered(), GitHubReport(report).rendered(),
    ]
  }
}
