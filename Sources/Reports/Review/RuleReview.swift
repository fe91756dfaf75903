package import RiskEngine

/// What people say of the findings of one rule.
package struct RuleReview: Sendable, Equatable {
  /// The rule's id.
  package let rule: String
  /// The findings that are right.
  package var right = 0
  /// The findings that are wrong.
  package var wrong = 0
  /// The findings that could be either.
  package var unsure = 0
  /// The findings without an answer.
  package var open = 0

  /// Nothing is said yet.
  package init(rule: String) {
    self.rule = rule
  }

  /// The findings with an answer.
  package var answered: Int {
    right + wrong + unsure
  }

  /// The right ones of those that are right or wrong.
  package var precision: Proportion {
    Proportion(right, of: right + wrong)
  }
}
