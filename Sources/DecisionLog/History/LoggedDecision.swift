/// A decision of the history, with what was said of it since.
package struct LoggedDecision: Sendable, Equatable {
  /// The entry.
  package var id: EntryID
  /// When it was written, in milliseconds since 1970.
  package var at: Int64
  /// The decision; `nil` when it was removed on schedule.
  package var decision: Decision?
  /// What was said of it since, oldest first.
  package var answers: [Answer]
  /// True when the words of the post are kept.
  package var hasText: Bool

  /// True when a life was at risk, and nobody has reviewed it yet.
  package var isAwaitingReview: Bool {
    decision?.outcome == .lifeAtRisk && !answers.contains { $0.kind == .review }
  }

  /// An approval or a review.
  package struct Answer: Sendable, Equatable {
    /// The entry.
    package var id: EntryID
    /// When it was written, in milliseconds since 1970.
    package var at: Int64
    /// An approval or a review.
    package var kind: EntryKind
    /// Who said it.
    package var by: String
    /// What was said.
    package var reason: String
  }
}
