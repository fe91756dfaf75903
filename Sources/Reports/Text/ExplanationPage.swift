import PostText
import RiskEngine
import Rules

/// The words on how a draft's score and verdict came about, every point of it.
struct ExplanationPage {
  /// The draft and its assessment.
  let checked: Record.Checked
  /// The report it belongs to.
  let report: Report
  /// The colours.
  let ink: Ink

  /// Writes the whole calculation.
  func write(on page: inout TextPage) {
    let assessment = checked.assessment
    let explanation = assessment.explanation
    page.blank()
    page.line(ink(.bold, "How the verdict came about"))
    for finding in assessment.findings {
      write(finding, on: &page)
    }
    for points in explanation.categories {
      page.paragraph(
        "•",
        "category \(points.category): \(points.sum) points, at most "
          + "\(report.cap(of: points.category)), counted \(points.counted)", indent: 2)
    }
    page.paragraph("•", formula(), indent: 2)
    let scoring = report.manifest.scoring
    page.paragraph(
      "•",
      "the score alone asks for: \(explanation.band.rawValue) "
        + "(advise above 0, review from \(scoring.review), hold from \(scoring.hold))", indent: 2)
    page.paragraph(
      "•", "the worst finding asks for at least: \(explanation.floor.rawValue)", indent: 2)
    page.paragraph("•", "verdict: \(assessment.verdict.rawValue)", indent: 2)
    page.paragraph(
      "•",
      "rules: \(report.manifest.id) \(report.manifest.version), sha256 \(report.rulesSHA256)",
      indent: 2)
    page.paragraph("•", "text: sha256 \(checked.textSHA256)", indent: 2)
  }

  private func write(_ finding: Finding, on page: inout TextPage) {
    let weight = report.manifest.scoring.points(of: finding.severity)
    page.paragraph(
      "•",
      "\(finding.rule.id) in \(finding.part) at bytes \(finding.span.lowerBound) to "
        + "\(finding.span.upperBound): \(finding.severity.rawValue), \(weight) points × "
        + "\(finding.confidence) % = \(finding.points)", indent: 2)
    for reason in finding.reasons {
      page.paragraph("-", reason, indent: 4)
    }
  }

  private func formula() -> String {
    let counted = checked.assessment.explanation.categories.map(\.counted).filter { $0 > 0 }
    guard !counted.isEmpty else { return "score: 0" }
    let factors = counted.map { "(1 − \($0)/100)" }.joined(separator: " × ")
    return "score: 100 × (1 − \(factors)) = \(checked.assessment.score)"
  }
}
