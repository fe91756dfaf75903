/// The shares of posts that rules must keep to.
package struct EvaluationBudgets: Sendable, Equatable {
  /// The most ordinary posts that may be held.
  package var maxHold: Percentage?
  /// The most ordinary posts that may be sent to review, or held.
  package var maxReview: Percentage?
  /// The most ordinary posts in which anything may be found.
  package var maxAny: Percentage?
  /// The most ordinary posts that one rule alone may send to review, or hold.
  package var maxRuleReview: Percentage?
  /// The fewest risky posts whose main category must be found.
  package var minRecall: Percentage?

  /// No budget yet.
  package init() {}

  /// One budget held against what was measured.
  package struct Line: Sendable, Equatable {
    /// What is measured, in words.
    package var name: String
    /// The posts that count, of those that were measured.
    package var measured: Proportion
    /// The limit.
    package var limit: Percentage
    /// True for a least share, false for a most.
    package var isMinimum: Bool

    /// True when the measure is within the limit; never when nothing was measured.
    package var isKept: Bool {
      guard measured.total > 0 else { return false }
      let (share, bound) = (measured.count * 100_000, limit.thousandths * measured.total)
      return isMinimum ? share >= bound : share <= bound
    }
  }

  /// Every budget that is set, against the numbers; of the rules the worst, and each that is over.
  package func lines(for tally: EvaluationTally) -> [Line] {
    let ordinary = tally.ordinary
    let most: [(String, Percentage?, Int)] = [
      ("ordinary posts held", maxHold, ordinary.atLeast(.hold)),
      ("ordinary posts at review or worse", maxReview, ordinary.atLeast(.review)),
      ("ordinary posts with any finding", maxAny, ordinary.atLeast(.advise)),
    ]
    var lines = most.compactMap { name, limit, count in
      limit.map {
        Line(
          name: name, measured: Proportion(count, of: ordinary.posts), limit: $0, isMinimum: false)
      }
    }
    if let maxRuleReview { lines += ruleLines(for: tally, limit: maxRuleReview) }
    if let minRecall {
      lines.append(
        Line(
          name: "risky posts caught",
          measured: Proportion(tally.caught, of: tally.risky.posts), limit: minRecall,
          isMinimum: true))
    }
    return lines
  }

  private func ruleLines(for tally: EvaluationTally, limit: Percentage) -> [Line] {
    let sorted = tally.rules.filter { !$0.value.isTrial && $0.value.ordinaryReview > 0 }.sorted {
      ($1.value.ordinaryReview, $0.key) < ($0.value.ordinaryReview, $1.key)
    }
    let lines = sorted.map { id, rule in
      Line(
        name: "ordinary posts that rule \(id) alone sends to review",
        measured: Proportion(rule.ordinaryReview, of: tally.ordinary.posts), limit: limit,
        isMinimum: false)
    }
    let over = lines.filter { !$0.isKept }
    if !over.isEmpty { return over }
    return [
      lines.first
        ?? Line(
          name: "ordinary posts that any rule alone sends to review",
          measured: Proportion(0, of: tally.ordinary.posts), limit: limit, isMinimum: false)
    ]
  }
}
