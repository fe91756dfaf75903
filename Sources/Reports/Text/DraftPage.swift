import PostText
import RiskEngine
import Rules

/// The words on one draft that was checked.
struct DraftPage {
  /// The most findings that are shown.
  private static let mostFindings = 5
  /// The columns of the labels in front of advice.
  private static let labelWidth = 9

  /// The draft's record.
  let record: Record
  /// The draft and its assessment.
  let checked: Record.Checked
  /// The report it belongs to.
  let report: Report
  /// The colours.
  let ink: Ink

  /// Writes everything there is to say.
  func write(on page: inout TextPage) {
    writeVerdict(on: &page)
    writeFindings(on: &page)
    writeAside(on: &page)
    list("Before it goes, ask yourself", checked.assessment.questions, on: &page)
    list("Not checked", checked.assessment.notChecked.map(Self.words), on: &page)
    if report.isExplained {
      ExplanationPage(checked: checked, report: report, ink: ink).write(on: &page)
    }
    if checked.assessment.verdict == .clear {
      page.blank()
      page.sentence(
        "Clear means that no rule matched. It is not an approval: the decision stays with you.")
    }
  }

  private func writeVerdict(on page: inout TextPage) {
    let assessment = checked.assessment
    let verdict = assessment.verdict
    page.paragraph(
      ink(Ink.style(of: verdict), verdict.rawValue.uppercased() + ":"), words(of: verdict))
    for note in assessment.explanation.notes {
      page.paragraph("", note, indent: 1)
    }
  }

  private func words(of verdict: Verdict) -> String {
    let isIncomplete = checked.assessment.isIncomplete
    switch verdict {
    case .clear:
      return isIncomplete
        ? "nothing found, but not everything could be checked." : "nothing found."
    case .advise: return "it can go; a look at this first would help."
    case .review: return "get a second pair of eyes."
    case .hold:
      let owner = checked.assessment.findings.first { $0.severity == .stop }?.rule.words.ask
      return "do not send until it is cleared by \(Self.withArticle(owner ?? "named owner"))."
    }
  }

  /// A role as it stands in a sentence: `the duty press officer`.
  private static func withArticle(_ role: String) -> String {
    let hasOne = ["the ", "your ", "a ", "an "].contains { role.utf8.starts(with: $0.utf8) }
    return hasOne ? role : "the " + role
  }

  private func writeFindings(on page: inout TextPage) {
    let findings = checked.assessment.findings
    let source = AuthorText(checked, showsSensitive: report.showsSensitive)
    for (place, finding) in findings.prefix(Self.mostFindings).enumerated() {
      page.blank()
      write(finding, number: place + 1, source: source, on: &page)
    }
    let more = findings.count - Self.mostFindings
    if more > 0 {
      page.blank()
      page.line("and \(more) more: --format json shows all")
    }
  }

  private func write(
    _ finding: Finding, number: Int, source: AuthorText, on page: inout TextPage
  ) {
    let words = finding.words
    let style = Ink.style(of: finding.severity)
    page.paragraph(
      "\(number). " + ink(style, finding.severity.rawValue.uppercased()),
      "\(finding.rule.title) [\(finding.rule.id)]")
    if let place = place(of: finding, source: source) {
      page.line("   " + ink(.dim, place))
    }
    for line in Snippet(
      of: finding.span, in: finding.part, source: source, width: page.width - 5
    ).lines {
      page.line("     " + line.text)
      if !line.carets.isEmpty {
        page.line("     " + ink(style, line.carets))
      }
    }
    let said: [(String, String?)] =
      [("reads as", words.readsAs), ("why", words.why), ("instead", words.advice)]
      + words.suggestions.map { ("try", "“\($0)”") } + [("ask", words.ask)]
    for case (let label, let text?) in said where !text.isEmpty {
      page.paragraph(ink(.bold, label), text, indent: 3, labelWidth: Self.labelWidth)
    }
  }

  /// Where a finding is, unless the draft has only one line to look at.
  private func place(of finding: Finding, source: AuthorText) -> String? {
    let location = FindingLocation(
      finding.part, span: finding.span, checked: checked, source: source)
    if let file = record.file, let start = location.start {
      return "\(TerminalText.shown(file)):\(start.line):\(start.column)"
    }
    return location.words
  }

  private func writeAside(on page: inout TextPage) {
    list(
      "Set aside by the author",
      checked.assessment.waived.map { "\($0.finding.rule.id): \($0.reason)" }, on: &page)
    if report.isExplained {
      list(
        "Found by rules on trial, not counted",
        checked.assessment.trials.map { "\($0.rule.id): \($0.rule.title)" }, on: &page)
    }
  }

  private func list(_ title: String, _ items: [String], on page: inout TextPage) {
    guard !items.isEmpty else { return }
    page.blank()
    page.line(ink(.bold, title))
    for item in items {
      page.paragraph("•", item, indent: 2)
    }
  }

  private static func words(of missing: Assessment.NotChecked) -> String {
    let rule = missing.rule.map { ", rule \($0)" } ?? ""
    return "\(missing.part)\(rule): \(missing.reason)"
  }
}
