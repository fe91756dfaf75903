package import Prefilter

/// How patterns are made of each other: which lists a term belongs to, which nearness a list is an item of.
///
/// When the prefilter says which terms are possible in a segment, walking up this graph says which lists,
/// nearness and triggers are; whatever is not reached has no match there, and costs nothing.
package struct PatternGraph: Sendable {
  /// A step up from a pattern.
  package struct Step: BitwiseCopyable, Sendable {
    /// What the pattern is an item of, by number.
    package let target: UInt32
    /// For nearness, the bit of the item; for a list, zero: any of its terms is enough.
    package let bit: UInt32
  }

  /// All steps, pattern by pattern.
  package let steps: FrozenBuffer<Step>
  /// Where each pattern's steps begin, and the end of the last.
  package let firsts: FrozenBuffer<UInt32>
  /// The bits that nearness needs; zero for what is none.
  package let needs: FrozenBuffer<UInt32>
  /// The readings that each pattern is matched against, as ``ReadingSet``.
  package let kinds: FrozenBuffer<UInt32>
  /// How many patterns there are.
  package var count: Int { kinds.count }

  /// Gathers the steps of a program's patterns, whose items all stand before them.
  init(_ patterns: [PatternSpec]) {
    var firsts = [UInt32](repeating: 0, count: patterns.count + 1)
    var needs = [UInt32](repeating: 0, count: patterns.count)
    for (index, pattern) in patterns.enumerated() {
      for item in pattern.items { firsts[item + 1] += 1 }
      if case .near(let near) = pattern.body { needs[index] = 1 << UInt32(near.items.count) - 1 }
    }
    for index in patterns.indices { firsts[index + 1] += firsts[index] }
    var ends = firsts
    var steps = [Step](
      repeating: Step(target: 0, bit: 0), count: Int(firsts[patterns.count]))
    for (index, pattern) in patterns.enumerated() {
      for (place, item) in pattern.items.enumerated() {
        let bit: UInt32 = needs[index] == 0 ? 0 : 1 << UInt32(place)
        steps[Int(ends[item])] = Step(target: UInt32(index), bit: bit)
        ends[item] += 1
      }
    }
    self.steps = FrozenBuffer(steps)
    self.firsts = FrozenBuffer(firsts)
    self.needs = FrozenBuffer(needs)
    self.kinds = FrozenBuffer(patterns.map(\.readings.rawValue))
  }

  // MARK: - Ready-made

  func write(to writer: inout TableWriter) {
    writer.write(steps.elements)
    writer.write(firsts.elements)
    writer.write(needs.elements)
    writer.write(kinds.elements)
  }

  init?(_ reader: inout TableReader) {
    guard let steps = reader.read(Step.self), let firsts = reader.read(UInt32.self),
      let needs = reader.read(UInt32.self), let kinds = reader.read(UInt32.self)
    else { return nil }
    self.steps = steps
    self.firsts = firsts
    self.needs = needs
    self.kinds = kinds
  }
}
