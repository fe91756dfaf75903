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

  /// What is known of a pattern, side by side for the cache's sake.
  package struct Node: BitwiseCopyable, Sendable {
    /// Where its steps begin; they end where the next pattern's begin.
    package let firstStep: UInt32
    /// The readings that it is matched against, as ``ReadingSet``.
    package let kinds: UInt32
    /// The bits that nearness needs; zero for what is none.
    package let needs: UInt32
    /// What it is.
    package let traits: Traits
  }

  /// What a pattern is.
  package struct Traits: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// Its matches trigger alternatives of rules.
    package static let trigger = Traits(rawValue: 1)
    /// It is an expression.
    package static let expression = Traits(rawValue: 2)
  }

  /// All steps, pattern by pattern.
  package let steps: FrozenBuffer<Step>
  /// All patterns, and one more node at the end.
  package let nodes: FrozenBuffer<Node>
  /// How many patterns there are.
  package var count: Int { nodes.count - 1 }

  /// Gathers the steps of a program's patterns, whose items all stand before them.
  init(_ patterns: [PatternSpec], triggers: [Bool]) {
    var firsts = [UInt32](repeating: 0, count: patterns.count + 1)
    for pattern in patterns {
      for item in pattern.items { firsts[item + 1] += 1 }
    }
    for index in patterns.indices { firsts[index + 1] += firsts[index] }
    var ends = firsts
    var steps = [Step](
      repeating: Step(target: 0, bit: 0), count: Int(firsts[patterns.count]))
    var nodes: [Node] = []
    nodes.reserveCapacity(patterns.count + 1)
    for (index, pattern) in patterns.enumerated() {
      var needs: UInt32 = 0
      var traits: Traits = triggers[index] ? .trigger : []
      switch pattern.body {
      case .expression: traits.insert(.expression)
      case .anyOf: break
      case .near(let near): needs = 1 << UInt32(near.items.count) - 1
      }
      for (place, item) in pattern.items.enumerated() {
        let bit: UInt32 = needs == 0 ? 0 : 1 << UInt32(place)
        steps[Int(ends[item])] = Step(target: UInt32(index), bit: bit)
        ends[item] += 1
      }
      nodes.append(
        Node(
          firstStep: firsts[index], kinds: pattern.readings.rawValue, needs: needs,
          traits: traits))
    }
    nodes.append(Node(firstStep: firsts[patterns.count], kinds: 0, needs: 0, traits: []))
    self.steps = FrozenBuffer(steps)
    self.nodes = FrozenBuffer(nodes)
  }

  // MARK: - Ready-made

  func write(to writer: inout TableWriter) {
    writer.write(steps.elements)
    writer.write(nodes.elements)
  }

  init?(_ reader: inout TableReader) {
    guard let steps = reader.read(Step.self), let nodes = reader.read(Node.self),
      nodes.count > 0
    else { return nil }
    self.steps = steps
    self.nodes = nodes
  }
}
