import Rules

/// For each pattern, the nearness that it is an item of and that can begin a finding.
struct NearIndex: Sendable {
  /// The nearness of each pattern, by number; most patterns have none.
  let users: [[Int]]
  /// How many different items each nearness has; 0 for what is none.
  let itemCounts: [Int]

  /// Gathers the nearness of a program.
  init(_ patterns: [PatternSpec]) {
    var users = [[Int]](repeating: [], count: patterns.count)
    var counts = [Int](repeating: 0, count: patterns.count)
    for (index, spec) in patterns.enumerated() where spec.isTrigger {
      let items = Set(spec.nearness?.items ?? [])
      counts[index] = items.count
      for item in items.sorted() { users[item].append(index) }
    }
    self.users = users
    itemCounts = counts
  }
}
