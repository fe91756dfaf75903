/// What a line of a result says of a finding so that a baseline can know it: the rule, and a keyed hash of what it found.
package struct BaselineMark: Sendable, Equatable {
  /// The rule's id.
  package var rule: String
  /// The hash.
  package var hash: ContentHash

  /// Pairs a rule with the hash of what it found.
  package init(rule: String, hash: ContentHash) {
    self.rule = rule
    self.hash = hash
  }
}
