package import Reports
import RiskEngine
import Rules

/// A finding that a person is asked about.
package struct ReviewItem: Sendable {
  /// The record that it stands in.
  package let record: AuditedRecord
  /// The post of the record.
  package let post: AuditedPost
  /// The finding.
  package let finding: AuditedFinding
  /// What tells it from others.
  package let key: ReviewKey

  /// True when this one is asked about first: the worse one, then the one that stands first.
  func comes(before other: ReviewItem) -> Bool {
    if finding.severity != other.finding.severity {
      return finding.severity > other.finding.severity
    }
    if post.verdict != other.post.verdict { return post.verdict > other.post.verdict }
    if post.score != other.post.score { return post.score > other.post.score }
    if record.index != other.record.index { return record.index < other.record.index }
    if finding.part != other.finding.part {
      return finding.part.utf8.lexicographicallyPrecedes(other.finding.part.utf8)
    }
    return finding.span.lowerBound != other.finding.span.lowerBound
      ? finding.span.lowerBound < other.finding.span.lowerBound
      : finding.rule.utf8.lexicographicallyPrecedes(other.finding.rule.utf8)
  }
}
