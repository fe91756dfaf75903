/// A circumstance that opens, silences, weakens or strengthens a rule.
package struct Condition: Sendable {
  /// What must be found.
  package var matcher: Matcher
  /// How near to the finding it must stand; anywhere in the draft when `nil`.
  package var distance: Distance?
  /// On which side of the finding.
  package var side: Side
  /// The severity that follows, for `weaker` and `stronger`.
  package var to: Severity?

  /// Makes a condition.
  package init(
    _ matcher: Matcher, distance: Distance? = nil, side: Side = .either, to: Severity? = nil
  ) {
    self.matcher = matcher
    self.distance = distance
    self.side = side
    self.to = to
  }

  /// A distance from a finding.
  package enum Distance: Sendable, Equatable {
    /// At most so many words between.
    case words(Int)
    /// In the same sentence.
    case sentence
  }

  /// A side of a finding.
  package enum Side: String, Sendable, CaseIterable {
    case before, after, either
  }
}
