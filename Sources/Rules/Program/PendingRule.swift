/// A rule of a program whose lines are still being read.
struct PendingRule {
  var id: String
  var title: String
  var category: String
  var severity: Severity?
  var confidence: Int
  var status: Rule.Status
  var isSensitive: Bool
  var spares: Set<OwnValueKind>
  var words: Rule.Advice?
  var alternatives: [AlternativeSpec] = []
  var conditions: [String: [ConditionSpec]] = [:]
  var kinds: [KindSpec] = []

  /// The rule; `nil` when its words are missing.
  var spec: RuleSpec? {
    words.map { words in
      RuleSpec(
        card: RuleCard(
          id: id, title: title, category: category, severity: severity, confidence: confidence,
          status: status, isSensitive: isSensitive, words: words),
        alternatives: alternatives, when: conditions["when"] ?? [],
        unless: conditions["unless"] ?? [], weaker: conditions["weaker"] ?? [],
        stronger: conditions["stronger"] ?? [], kinds: kinds, spares: spares)
    }
  }
}
