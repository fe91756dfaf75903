/// What output needs to know of a rule: its name, its words, its category.
package final class RuleCard: Sendable {
  /// The rule's id.
  package let id: String
  /// The title for people.
  package let title: String
  /// The category's id.
  package let category: String
  /// The severity without conditions; `nil` for a rule that only asks or is observed.
  package let severity: Severity?
  /// How sure a match is, 1 to 100 per cent.
  package let confidence: Int
  /// What becomes of what it finds.
  package let status: Rule.Status
  /// True when the matched words are redacted in output.
  package let isSensitive: Bool
  /// What is said to the officer, and the ids of the works behind it.
  package let words: Rule.Advice

  /// Takes from a rule what output needs.
  package init(
    id: String, title: String, category: String, severity: Severity?, confidence: Int,
    status: Rule.Status = .live, isSensitive: Bool, words: Rule.Advice
  ) {
    self.id = id
    self.title = title
    self.category = category
    self.severity = severity
    self.confidence = confidence
    self.status = status
    self.isSensitive = isSensitive
    self.words = words
  }
}
