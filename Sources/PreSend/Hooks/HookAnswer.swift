/// What a hook besides ours answered.
package struct HookAnswer: Sendable {
  /// The name of the hook's file.
  package var name: String
  /// What it decided.
  package var decision: PreSendDecision
  /// True when it did not do its job: it ended oddly, took too long, or said nothing that can be read.
  package var isUnchecked: Bool
  /// Why it stands as it does, in one sentence; empty when it decided by itself.
  package var note: String
  /// What it said to people.
  package var words: String
}
