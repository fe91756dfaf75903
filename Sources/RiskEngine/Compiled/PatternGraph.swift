import Rules

/// How patterns are made of each other: which lists a term belongs to, which nearness a list is an item of.
///
/// When the prefilter says which terms are possible in a segment, walking up this graph says which lists,
/// nearness and triggers are; whatever is not reached has no match there, and costs nothing.
struct PatternGraph: Sendable {
  /// A step up from a pattern.
  struct Step: BitwiseCopyable, Sendable {
    /// What the pattern is an item of, by number.
    let target: UInt32
    /// For nearness, the bit of the item; for a list, zero: any of its terms is enough.
    let bit: UInt32
  }

  /// All steps, pattern by pattern.
  let steps: FrozenBuffer<Step>
  /// Where each pattern's steps begin, and the end of the last.
  let firsts: FrozenBuffer<UInt32>
  /// The bits that nearness needs; zero for what is none.
  let needs: FrozenBuffer<UInt32>
  /// The segments that each pattern is matched against, as ``SegmentKinds``.
  let kinds: FrozenBuffer<UInt32>
  /// How many patterns there are.
  let count: Int

  /// Gathers the steps of a program's patterns, whose items all stand before them.
  init(_ patterns: [PatternSpec], kinds: [UInt32]) {
    var parents = [[Step]](repeating: [], count: patterns.count)
    var needs = [UInt32](repeating: 0, count: patterns.count)
    for (index, pattern) in patterns.enumerated() {
      switch pattern.body {
      case .expression: break
      case .anyOf(let items):
        for item in items { parents[item].append(Step(target: UInt32(index), bit: 0)) }
      case .near(let near):
        for (place, item) in near.items.enumerated() {
          parents[item].append(Step(target: UInt32(index), bit: 1 << UInt32(place)))
        }
        needs[index] = 1 << UInt32(near.items.count) - 1
      }
    }
    var firsts: [UInt32] = [0]
    for steps in parents { firsts.append(firsts[firsts.count - 1] + UInt32(steps.count)) }
    self.steps = FrozenBuffer(parents.flatMap { $0 })
    self.firsts = FrozenBuffer(firsts)
    self.needs = FrozenBuffer(needs)
    self.kinds = FrozenBuffer(kinds)
    count = patterns.count
  }
}
