import PCRE2
import PostText
import Rules

/// Answers a rule's conditions, those about the draft as a whole only once for all its matches.
struct SettledConditions {
  /// A bit for each condition that has been answered.
  private var known: UInt64 = 0
  /// The bits of those that hold.
  private var holding: UInt64 = 0

  /// Which of a rule's conditions are meant.
  enum Kind: Int {
    case when, unless, weaker, stronger
  }

  /// Whether a condition, the one of this number among those of its kind, holds for the match of a test.
  mutating func holds(
    _ condition: ConditionSpec, _ kind: Kind, _ index: Int, _ test: PlaceTest,
    of view: borrowing PostView, with evidence: inout Evidence
  ) throws(MatchFailure) -> Bool {
    // There is room for sixteen of each kind; further ones are only answered more often.
    guard condition.reach == .draft, index < 16 else {
      return try test.holds(condition, of: view, with: &evidence)
    }
    let bit: UInt64 = 1 << UInt64(kind.rawValue * 16 + index)
    if known & bit != 0 { return holding & bit != 0 }
    let answer = try test.holds(condition, of: view, with: &evidence)
    known |= bit
    if answer { holding |= bit }
    return answer
  }
}
