import RiskEngine
import Rules

/// Renders an audit as comma-separated values, record by record: one row for each finding, UTF-8, lines ended by CR LF.
package enum AuditCSV {
  private static let columns = [
    "i", "id", "file", "record", "line", "account", "time", "kind", "deleted", "verdict", "score",
    "rule", "category", "severity", "part", "match", "advice", "text", "error",
    "other_verdict",
  ]

  /// The line with the names of the columns.
  package static let header = CSVField.line(columns)

  /// What is to be told beside the table, which has no place for it: that it lists a part, and which; `nil` for the whole.
  package static func aside(_ end: AuditEnd) -> String? {
    AuditWords.choice(of: end.showing.filters)
  }

  /// The rows of a record.
  ///
  /// A post with findings has one row for each. One row without a rule tells of a record that could not be read, of a post
  /// that could not be checked in full, and of one whose findings are all filtered away. Other posts, and records that were
  /// left out, have none.
  package static func rows(of record: AuditedRecord) -> [UInt8] {
    switch record.outcome {
    case .checked(let post):
      let missing = post.notChecked.filter(\.isFailure)
        .map { "not checked: \($0.part): \($0.reason)" }.joined(separator: "\n")
      guard post.findings.isEmpty else {
        return post.findings.flatMap { row(record, post, $0, error: missing) }
      }
      let isWorthARow = post.verdict > .clear || !missing.isEmpty || post.replay != nil
      return isWorthARow ? row(record, post, nil, error: missing) : []
    case .failed(let failure):
      return row(record, nil, nil, error: "\(failure.code): \(failure.message)")
    case .skipped: return []
    }
  }

  private static func row(
    _ record: AuditedRecord, _ post: AuditedPost?, _ finding: AuditedFinding?, error: String
  ) -> [UInt8] {
    let source = record.source
    let part = finding?.part ?? "text"
    return CSVField.line([
      "\(record.index)", record.id ?? "", source.file, "\(source.record)", "\(source.line)",
      post?.account ?? "", post?.time ?? "", post?.kind ?? "",
      post.map { $0.isDeleted ? "yes" : "no" } ?? "", post?.verdict.rawValue ?? "",
      post.map { "\($0.score)" } ?? "", finding?.rule ?? "",
      finding?.category ?? "",
      finding?.severity.rawValue ?? "", finding?.part ?? "", finding?.match ?? "",
      finding?.advice ?? "", post?.shown.first { $0.part == part }?.text ?? "", error,
      post?.replay?.verdict.rawValue ?? "",
    ])
  }
}
