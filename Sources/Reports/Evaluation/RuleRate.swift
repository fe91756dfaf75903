import JSON
package import RiskEngine
package import Rules

/// How often one rule speaks, measured.
package struct RuleRate: Sendable, Equatable {
  /// The rule's id.
  package var rule: String
  /// The ordinary posts that were measured.
  package var ordinary: Int
  /// The ordinary posts in which the rule found something.
  package var flagged: Int
  /// The ordinary posts that it alone sends to review, or holds.
  package var review: Int
  /// The risky posts that expect its category, first or further down.
  package var riskyExpecting: Int
  /// The posts of these in which it found something.
  package var riskyRight: Int
  /// The risky posts that expect other categories and in which it found something.
  package var riskyOther: Int

  /// Gathers what was measured.
  package init(
    rule: String, ordinary: Int, flagged: Int, review: Int, riskyExpecting: Int, riskyRight: Int,
    riskyOther: Int
  ) {
    self.rule = rule
    self.ordinary = ordinary
    self.flagged = flagged
    self.review = review
    self.riskyExpecting = riskyExpecting
    self.riskyRight = riskyRight
    self.riskyOther = riskyOther
  }

  /// The rate of a rule in counted posts.
  package init(_ card: RuleCard, in tally: EvaluationTally) {
    let numbers = tally.rule(card.id)
    self.init(
      rule: card.id, ordinary: tally.ordinary.posts, flagged: numbers.ordinary,
      review: numbers.ordinaryReview,
      riskyExpecting: tally.categories[card.category]?.expecting ?? 0,
      riskyRight: numbers.right, riskyOther: numbers.other)
  }

  /// The share of ordinary posts in which the rule found something.
  package var share: Proportion {
    Proportion(flagged, of: ordinary)
  }

  /// Of the risky posts in which it found something, those that expect its category.
  package var precision: Proportion {
    Proportion(riskyRight, of: riskyRight + riskyOther)
  }

  /// Of the risky posts that expect its category, those in which it found something.
  package var recall: Proportion {
    Proportion(riskyRight, of: riskyExpecting)
  }

  /// Writes the rate, its derived numbers included.
  func write(to writer: inout JSONWriter) {
    let bounds = share.boundsPerThousand
    writer.member("rule", rule)
    writer.member("ordinary", ordinary)
    writer.member("flagged", flagged)
    writer.member("review", review)
    writer.member("per_1000", hundredths: share.hundredthsPerThousand)
    writer.member("low", hundredths: bounds.low)
    writer.member("high", hundredths: bounds.high)
    writer.member("risky_expecting", riskyExpecting)
    writer.member("risky_right", riskyRight)
    writer.member("risky_other", riskyOther)
    writer.member("precision_percent", percent: precision)
    writer.member("recall_percent", percent: recall)
  }
}
