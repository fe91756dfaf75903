package import Rules

/// A labelled post and what rules made of it.
package struct EvaluatedPost: Sendable, Equatable {
  /// The post's own identifier.
  package var id: String
  /// What a reader says of it.
  package var label: PostLabel
  /// What the rules say of it.
  package var verdict: Verdict
  /// The rules that found something, sorted by their ids.
  package var hits: [RuleHit]
  /// True when something of it could not be checked.
  package var isIncomplete: Bool

  /// Gathers what is known of a post; the hits may come in any order.
  package init(
    id: String, label: PostLabel, verdict: Verdict, hits: [RuleHit], isIncomplete: Bool = false
  ) {
    self.id = id
    self.label = label
    self.verdict = verdict
    self.hits = hits.sorted { $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8) }
    self.isIncomplete = isIncomplete
  }

  /// True when what the reader named first was found, at any severity.
  ///
  /// Where nobody named a category there is no telling what ought to be found; then a post counts as caught when
  /// it is sent to review, since a hint on housekeeping would not have helped.
  package var isCaught: Bool {
    guard let main = label.categories.first else { return label != .ordinary && verdict >= .review }
    return finds(main)
  }

  /// True when any of the categories that the reader named was found.
  package var isCaughtAnyhow: Bool {
    label.categories.isEmpty ? isCaught : label.categories.contains(where: finds)
  }

  private func finds(_ category: String) -> Bool {
    hits.contains { $0.category == category && !$0.isTrial }
  }
}

/// A rule that found something in a post.
package struct RuleHit: Sendable, Equatable {
  /// The rule's id.
  package var rule: String
  /// The rule's category.
  package var category: String
  /// The severity of what it found.
  package var severity: Severity
  /// The verdict that the post would get if this rule alone had found something.
  package var verdictAlone: Verdict
  /// True for a rule on trial, which counts towards no verdict.
  package var isTrial: Bool

  /// Gathers what is known of a hit.
  package init(
    rule: String, category: String, severity: Severity, verdictAlone: Verdict,
    isTrial: Bool = false
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.verdictAlone = verdictAlone
    self.isTrial = isTrial
  }
}
