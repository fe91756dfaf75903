/// A second look at a held post: it holds for exactly the words and the rules of the decision that it names.
package struct Approval: Sendable, Equatable {
  /// The decision that was looked at.
  package var decision: EntryID
  /// Who looked.
  package var by: String
  /// Why the post may go.
  package var reason: String
  /// What stands for the words that were approved.
  package var contentHash: String
  /// The rules that had found something and may be passed over now.
  package var rules: [String]

  /// Gathers an approval.
  package init(
    decision: EntryID, by: String, reason: String, contentHash: String, rules: [String]
  ) {
    self.decision = decision
    self.by = by
    self.reason = reason
    self.contentHash = contentHash
    self.rules = rules
  }
}
