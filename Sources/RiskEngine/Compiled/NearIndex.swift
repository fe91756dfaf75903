import PCRE2
import Rules

/// For each pattern, the nearness that it is a leading item of and that can begin a finding.
///
/// Leading items are those that the prefilter can rule out. Words such as *you* or *a*, which stand in
/// most posts, are only looked for where the leading ones have been found.
struct NearIndex: Sendable {
  /// The nearness of each pattern, by number; most patterns have none.
  let users: [[Int]]
  /// How many leading items each nearness has; 0 for what is none.
  let itemCounts: [Int]

  /// Gathers the nearness of a program.
  init(_ patterns: [PatternSpec]) {
    var users = [[Int]](repeating: [], count: patterns.count)
    var counts = [Int](repeating: 0, count: patterns.count)
    for (index, spec) in patterns.enumerated() where spec.isTrigger {
      let items = Set(spec.nearness?.items ?? [])
      let ruledOut = items.filter { !patterns[$0].requirement.isAlways }
      let leading = ruledOut.isEmpty ? items : ruledOut
      counts[index] = leading.count
      for item in leading.sorted() { users[item].append(index) }
    }
    self.users = users
    itemCounts = counts
  }
}
