import RiskEngine
import Rules

extension AuditText {
  /// The most findings of a post that are shown.
  private static let mostFindings = 3
  /// The columns of the labels in front of advice.
  private static let labelWidth = 8

  /// Writes the worst posts, each with its place, what was found and what to do.
  func writeWorst(on page: inout TextPage) {
    guard !posts.isEmpty else { return }
    let shown = posts.prefix(Self.mostPosts)
    let flagged = end.tally.flagged
    heading(
      flagged > shown.count
        ? "The \(shown.count) worst of \(Wording.grouped(flagged)) posts with a finding"
        : "Posts with a finding, worst first", on: &page)
    for (place, record) in shown.enumerated() {
      guard case .checked(let post) = record.outcome else { continue }
      page.blank()
      write(post, of: record, number: place + 1, on: &page)
    }
  }

  private func write(
    _ post: AuditedPost, of record: AuditedRecord, number: Int, on page: inout TextPage
  ) {
    page.paragraph(
      "\(number). " + ink(Ink.style(of: post.verdict), post.verdict.rawValue.uppercased()),
      AuditWords.heading(of: post))
    page.line("   " + ink(.dim, TerminalText.shown(AuditWords.place(of: record))))
    for finding in post.findings.prefix(Self.mostFindings) { write(finding, on: &page) }
    let more = post.findings.count - Self.mostFindings
    if more > 0 { page.line("   and \(Wording.count(more, "more finding", "more findings"))") }
  }

  private func write(_ finding: AuditedFinding, on page: inout TextPage) {
    page.paragraph(
      ink(Ink.style(of: finding.severity), finding.severity.rawValue.uppercased()),
      "\(finding.title) [\(finding.rule)]", indent: 3)
    let words = finding.match.utf8.isEmpty ? "" : "“\(finding.match)”"
    let said = [("words", words), ("reads as", finding.readsAs), ("instead", finding.advice)]
    for (label, text) in said where !text.isEmpty {
      page.paragraph(ink(.bold, label), text, indent: 5, labelWidth: Self.labelWidth)
    }
  }
}
