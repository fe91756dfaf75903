package import RiskEngine
package import Rules

/// What a table says of a post of which something is listed.
package struct FlaggedRow: Sendable {
  /// The most scalars of its text that are kept.
  private static let mostText = 240

  /// The post's own identifier.
  package var id: String?
  /// Where the record stands.
  package var source: AuditedRecord.Source
  /// The account that published it.
  package var account: String?
  /// When it was published.
  package var time: String?
  /// Whose words it spreads.
  package var kind: String
  /// True when it had been deleted.
  package var isDeleted: Bool
  /// The verdict.
  package var verdict: Verdict
  /// The score.
  package var score: Int
  /// The rules that found something, worst first, with the worst severity of each.
  package var rules: [(id: String, title: String, severity: Severity)]
  /// The categories of what was found, without repetition.
  package var categories: [String]
  /// The part in which the worst was found, as it may be shown.
  package var text: MarkedText

  /// Takes from a post what the table says of it.
  init(_ record: AuditedRecord, _ post: AuditedPost) {
    (id, source) = (record.id, record.source)
    (account, time, kind, isDeleted) = (post.account, post.time, post.kind, post.isDeleted)
    (verdict, score) = (post.verdict, post.score)
    rules = []
    categories = []
    for finding in post.findings {
      if !rules.contains(where: { $0.id == finding.rule }) {
        rules.append((finding.rule, finding.title, finding.severity))
      }
      if !categories.contains(finding.category) { categories.append(finding.category) }
    }
    let part = post.findings.first?.part
    let shown = post.shown.first { $0.part == part }
    text = MarkedText(
      shown?.text ?? "", marks: post.findings.filter { $0.part == part }.map(\.span),
      most: Self.mostText)
  }
}
