import Rules

/// A match of a rule that may become its finding.
struct Candidate {
  /// The severity after conditions; `nil` for a rule that only asks.
  var severity: Severity?
  /// How sure it is, in per cent.
  var confidence: Int
  /// The points before the category's cap.
  var points: Int
  /// The number of the part in the view.
  var part: Int
  /// The author's own bytes in the part.
  var span: Range<Int>
  /// What moved the severity, for explanations.
  var reasons: [String]

  /// Whether a rule should rather show this match than another of its own.
  ///
  /// The order is total, so that the choice does not depend on which was found first.
  func isStronger(than other: Candidate) -> Bool {
    if severity != other.severity { return (severity?.rank ?? -1) > (other.severity?.rank ?? -1) }
    if points != other.points { return points > other.points }
    if part != other.part { return part < other.part }
    if span.lowerBound != other.span.lowerBound {
      return span.lowerBound < other.span.lowerBound
    }
    if span.upperBound != other.span.upperBound { return span.upperBound > other.span.upperBound }
    if confidence != other.confidence { return confidence > other.confidence }
    return reasons.lexicographicallyPrecedes(other.reasons) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}
