/// What an entry of the log tells of.
package enum EntryKind: String, Sendable, CaseIterable {
  /// What was decided about a post.
  case decision
  /// A second look at a post that was held.
  case approval
  /// A later look at a post that went at once since a life was at risk.
  case review
  /// Somebody looked at the history.
  case read
  /// Somebody took the head or the entries out of the log.
  case export
  /// What was old was removed.
  case purge
}
