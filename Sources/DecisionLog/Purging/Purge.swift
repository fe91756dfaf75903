/// What a purge removes.
package struct Purge: Sendable, Equatable {
  /// How many posts lose the words that were kept.
  package var texts: Int
  /// How many decisions, and approvals and reviews of them, lose what they say.
  package var bodies: Int
  /// How many decisions stay although they are old, since they await a review.
  package var awaiting: Int
  /// The entry that tells of the purge; `nil` when there was nothing to remove, or when nothing was to be removed yet.
  package var entry: EntryID?
}
