package import Reports

/// What an audit met of its baseline, and what it met besides.
///
/// All of it is told by the records, so that an audit which goes on where another ended comes to the same.
package struct BaselineTally: Sendable {
  private let baseline: Baseline
  private let gathersNew: Bool
  /// How often each entry was met, in their order.
  private var met: [UInt32]
  private var fresh = EntryPile()
  private var tally = BaselineCounts()

  /// Begins to count; new findings are kept when the baseline is to grow by them.
  package init(_ baseline: Baseline, gathersNew: Bool) {
    self.baseline = baseline
    self.gathersNew = gathersNew
    met = Array(repeating: 0, count: baseline.entries.count)
  }

  /// Counts the findings of a record.
  package mutating func add(_ record: borrowing AuditedRecord) {
    guard case .checked(let post) = record.outcome else { return }
    tally.known += post.known.count
    tally.new += post.new.count
    tally.knownPosts += post.isKnown ? 1 : 0
    for mark in post.known {
      if let place = baseline.place(of: mark.hash), met[place] < .max { met[place] += 1 }
    }
    guard gathersNew else { return }
    for mark in post.new { fresh.add(mark) }
  }

  /// The counts so far.
  package var counts: BaselineCounts {
    var counts = tally
    for (entry, met) in zip(baseline.entries, met) {
      if met < entry.count { counts.stale += Int(entry.count - met) }
      if met > entry.count { counts.repeated += Int(met - entry.count) }
    }
    return counts
  }

  /// The findings of each rule that the baseline counts and that were not met, sorted by the rules' ids.
  package var stale: [(rule: String, count: Int)] {
    var counts: [Int: Int] = [:]
    for (entry, met) in zip(baseline.entries, met) where met < entry.count {
      counts[Int(entry.rule), default: 0] += Int(entry.count - met)
    }
    return counts.map { (baseline.rules[$0.key], $0.value) }
      .sorted { $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8) }
  }

  /// How a baseline changes, in findings.
  package struct Change: Sendable, Equatable {
    /// The findings that it counts from now on.
    package var added: Int
    /// The findings that it counts no more.
    package var removed: Int

    /// Counts what comes and goes.
    package init(added: Int = 0, removed: Int = 0) {
      self.added = added
      self.removed = removed
    }
  }

  /// The baseline with what is stale taken out, or what is new put in, or both.
  package mutating func updated(
    takingOutStale: Bool, puttingInNew: Bool
  ) -> (baseline: Baseline, change: Change) {
    var change = Change()
    var rules = baseline.rules
    var entries: [Baseline.Entry] = []
    for (entry, met) in zip(baseline.entries, met) {
      var entry = entry
      if met < entry.count, takingOutStale {
        change.removed += Int(entry.count - met)
        entry.count = met
      } else if met > entry.count, puttingInNew {
        change.added += Int(met - entry.count)
        entry.count = met
      }
      if entry.count > 0 { entries.append(entry) }
    }
    if puttingInNew {
      var numbers: [String: UInt32] = [:]
      for (number, rule) in rules.enumerated() { numbers[rule] = UInt32(number) }
      let added = fresh.entries { rule in
        if let known = numbers[rule] { return known }
        rules.append(rule)
        numbers[rule] = UInt32(rules.count - 1)
        return UInt32(rules.count - 1)
      }
      change.added += added.reduce(0) { $0 + Int($1.count) }
      entries += added
    }
    return (Baseline(keyID: baseline.keyID, rules: rules, entries: entries), change)
  }
}

/// New entries in the order of their coming, put together now and then.
private struct EntryPile {
  private var rules: [String: UInt32] = [:]
  private var pile: [Baseline.Entry] = []
  /// The entries at the beginning that are sorted and put together.
  private var settled = 0

  /// Takes in a finding.
  mutating func add(_ mark: BaselineMark) {
    let next = UInt32(rules.count)
    let rule = rules[mark.rule] ?? next
    if rule == next { rules[mark.rule] = next }
    pile.append(Baseline.Entry(hash: mark.hash, rule: rule, count: 1))
    if pile.count > 2 * settled + 4_096 { settle() }
  }

  /// The entries, each hash once, with the rules' numbers that `number` gives them.
  mutating func entries(_ number: (String) -> UInt32) -> [Baseline.Entry] {
    settle()
    var numbers = [UInt32](repeating: 0, count: rules.count)
    for (rule, own) in rules.sorted(by: { $0.value < $1.value }) {
      numbers[Int(own)] = number(rule)
    }
    return pile.map { Baseline.Entry(hash: $0.hash, rule: numbers[Int($0.rule)], count: $0.count) }
  }

  private mutating func settle() {
    pile.sort { $0.hash < $1.hash }
    var end = 0
    for place in pile.indices {
      if end > 0, pile[end - 1].hash == pile[place].hash {
        let (sum, isTooLarge) = pile[end - 1].count.addingReportingOverflow(pile[place].count)
        pile[end - 1].count = isTooLarge ? .max : sum
      } else {
        pile[end] = pile[place]
        end += 1
      }
    }
    pile.removeSubrange(end...)
    settled = end
  }
}
