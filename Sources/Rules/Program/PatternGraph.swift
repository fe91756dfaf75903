internal import PCRE2
package import Prefilter

/// How patterns are made of each other: which lists a term belongs to, which nearness a list is an item of.
///
/// When the prefilter says which terms are possible in a segment, walking up this graph says which lists,
/// nearness and triggers are; whatever is not reached has no match there, and costs nothing.
package struct PatternGraph: Sendable {
  /// What is known of a pattern, side by side for the cache's sake.
  package struct Node: BitwiseCopyable, Sendable {
    /// Where its steps begin; they end where the next pattern's begin.
    package let firstStep: UInt32
    /// The number of its distances, when it is a nearness.
    package let near: UInt32
    /// The readings that it is matched against, as ``ReadingSet``.
    package let kinds: UInt32
    /// Whether its matches trigger alternatives of rules.
    package let isTrigger: Bool
    /// Whether it is an expression.
    package let isExpression: Bool
    /// Whether it is an expression whose matches validators must accept.
    package let isValidated: Bool
    /// Whether it is a nearness.
    package let isNear: Bool
  }

  /// How near the items of a nearness stand to each other.
  package struct Near: BitwiseCopyable, Sendable {
    /// Where its items begin; they end where the next one's begin.
    let firstItem: UInt32
    /// The most words between neighbours.
    package let within: UInt16
    /// Whether the items must come in the order given.
    package let isOrdered: Bool
    /// Whether a sentence end may lie between.
    package let crossesSentences: Bool
  }

  /// An item of a nearness.
  package struct Item: BitwiseCopyable, Sendable {
    /// The pattern.
    package let pattern: UInt32
    /// Its place among the items as the rule names them.
    package let place: UInt32
  }

  /// Where steps lead, pattern by pattern: from a term to its lists, and from a nearness's rarest item to it.
  package let steps: FrozenBuffer<UInt32>
  /// The items of every nearness, the rarest first.
  let items: FrozenBuffer<Item>
  /// The distances of every nearness, and one more at the end.
  let nears: FrozenBuffer<Near>
  /// All patterns, and one more node at the end.
  package let nodes: FrozenBuffer<Node>
  /// How many patterns there are.
  package var count: Int { nodes.count - 1 }

  /// The items of a nearness, the rarest first.
  package func items(of near: Int) -> UnsafeBufferPointer<Item> {
    let number = Int(nodes.start[near].near)
    let range = Int(nears.start[number].firstItem)..<Int(nears.start[number + 1].firstItem)
    return UnsafeBufferPointer(rebasing: items.elements[range])
  }

  /// How near the items of a nearness stand to each other.
  package func distances(of near: Int) -> Near {
    nears.start[Int(nodes.start[near].near)]
  }

  /// Gathers the steps of a program's patterns, whose items all stand before them.
  ///
  /// - Parameters:
  ///   - patterns: The patterns.
  ///   - requirements: What each expression requires, by the number of its pattern.
  ///   - triggers: Which of them trigger alternatives of rules.
  init(_ patterns: [PatternSpec], requirements: [Requirement], triggers: [Bool]) {
    var steps = [[UInt32]](repeating: [], count: patterns.count)
    var items: [Item] = []
    var nears: [Near] = []
    var rates: [Double] = []
    for (index, pattern) in patterns.enumerated() {
      switch pattern.body {
      case .expression:
        rates.append(requirements[index].expectedRate)
      case .anyOf(let terms):
        rates.append(min(terms.reduce(0) { $0 + rates[$1] }, 1))
        for term in terms { steps[term].append(UInt32(index)) }
      case .near(let near):
        nears.append(Near(near, firstItem: items.count))
        let sorted = Self.sorted(near.items, patterns, rates)
        items += sorted
        rates.append(rates[Int(sorted[0].pattern)])
        steps[Int(sorted[0].pattern)].append(UInt32(index))
      }
    }
    let end = NearSpec(items: [], within: 0, isOrdered: false, crossesSentences: false)
    nears.append(Near(end, firstItem: items.count))
    self.steps = FrozenBuffer(steps.flatMap { $0 })
    self.items = FrozenBuffer(items)
    self.nears = FrozenBuffer(nears)
    nodes = FrozenBuffer(Self.nodes(patterns, steps.map(\.count), triggers))
  }

  /// The items of a nearness in the order in which they are best looked for: the rarest first, and of those as
  /// rare lists before expressions, which cost more.
  private static func sorted(
    _ items: [Int], _ patterns: [PatternSpec], _ rates: [Double]
  ) -> [Item] {
    let costs = items.map { rates[$0] + (patterns[$0].expression == nil ? 0 : 0.1) }
    return items.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.map {
      Item(pattern: UInt32(items[$0]), place: UInt32($0))
    }
  }

  private static func nodes(
    _ patterns: [PatternSpec], _ stepCounts: [Int], _ triggers: [Bool]
  ) -> [Node] {
    var nodes: [Node] = []
    nodes.reserveCapacity(patterns.count + 1)
    var firstStep: UInt32 = 0
    var near: UInt32 = 0
    for (index, pattern) in patterns.enumerated() {
      var isNear = false
      if case .near = pattern.body { isNear = true }
      nodes.append(
        Node(
          firstStep: firstStep, near: near, kinds: pattern.readings.rawValue,
          isTrigger: triggers[index], isExpression: pattern.expression != nil,
          isValidated: pattern.expression?.validators.isEmpty == false, isNear: isNear))
      firstStep += UInt32(stepCounts[index])
      near += isNear ? 1 : 0
    }
    nodes.append(
      Node(
        firstStep: firstStep, near: near, kinds: 0, isTrigger: false, isExpression: false,
        isValidated: false, isNear: false))
    return nodes
  }

  // MARK: - Ready-made

  func write(to writer: inout TableWriter) {
    writer.write(steps.elements)
    writer.write(items.elements)
    writer.write(nears.elements)
    writer.write(nodes.elements)
  }

  init?(_ reader: inout TableReader) {
    guard let steps = reader.read(UInt32.self), let items = reader.read(Item.self),
      let nears = reader.read(Near.self), let nodes = reader.read(Node.self), nodes.count > 0
    else { return nil }
    self.steps = steps
    self.items = items
    self.nears = nears
    self.nodes = nodes
  }
}

extension PatternGraph.Near {
  fileprivate init(_ near: NearSpec, firstItem: Int) {
    self.firstItem = UInt32(firstItem)
    within = UInt16(clamping: near.within)
    isOrdered = near.isOrdered
    crossesSentences = near.crossesSentences
  }
}
