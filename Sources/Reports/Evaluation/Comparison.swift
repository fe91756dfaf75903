import RiskEngine

/// What other rules make otherwise of labelled posts.
package struct Comparison: Sendable {
  /// The rules in force.
  package var before: RulesIdentity
  /// The rules that they are compared with.
  package var after: RulesIdentity
  /// The sets in the order of reading.
  package var sets: [Pair]

  /// One set under both packs.
  package struct Pair: Sendable {
    /// The set under the rules in force.
    package var before: EvaluatedSet
    /// The same posts, in the same order, under the other rules.
    package var after: EvaluatedSet

    /// Pairs what two packs make of one set.
    package init(before: EvaluatedSet, after: EvaluatedSet) {
      self.before = before
      self.after = after
    }

    /// The posts that come out otherwise, in the order of the set.
    var changes: [PostChange] {
      zip(before.posts, after.posts).compactMap { PostChange(before: $0, after: $1) }
    }
  }

  /// Gathers a comparison.
  package init(before: RulesIdentity, after: RulesIdentity, sets: [Pair]) {
    self.before = before
    self.after = after
    self.sets = sets
  }

  /// The numbers of all posts under both packs.
  var tallies: (before: EvaluationTally, after: EvaluationTally) {
    (
      EvaluationTally(sets.flatMap(\.before.posts)), EvaluationTally(sets.flatMap(\.after.posts))
    )
  }

  /// What changes in all, in numbers.
  var totals: Totals {
    var totals = Totals()
    for change in sets.flatMap(\.changes) { totals.add(change) }
    return totals
  }

  /// How many posts change, and by which rules.
  struct Totals {
    /// The posts that come out otherwise.
    private(set) var changed = 0
    /// The posts with a worse verdict than before.
    private(set) var raised = 0
    /// The posts with a milder verdict than before.
    private(set) var lowered = 0
    /// The posts in which a rule finds something that it did not find before, by the rule's id.
    private(set) var added: [String: Int] = [:]
    /// The posts in which a rule no longer finds anything, by the rule's id.
    private(set) var removed: [String: Int] = [:]

    fileprivate mutating func add(_ change: PostChange) {
      changed += 1
      raised += change.after.verdict > change.before.verdict ? 1 : 0
      lowered += change.after.verdict < change.before.verdict ? 1 : 0
      for hit in change.added { added[hit.rule, default: 0] += 1 }
      for hit in change.removed { removed[hit.rule, default: 0] += 1 }
    }

    /// The rules that find more or less, by id.
    var rules: [(id: String, added: Int, removed: Int)] {
      Set(added.keys).union(removed.keys)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { ($0, added[$0] ?? 0, removed[$0] ?? 0) }
    }
  }
}
