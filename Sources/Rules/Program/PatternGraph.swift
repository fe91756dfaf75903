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
    /// Where its items begin, when it is a nearness; they end where the next pattern's begin.
    package let firstItem: UInt32
    /// The readings that it is matched against, as ``ReadingSet``.
    package let kinds: UInt32
    /// Whether its matches trigger alternatives of rules.
    package let isTrigger: Bool
    /// Whether it is an expression.
    package let isExpression: Bool
    /// Whether it is a nearness.
    package let isNear: Bool
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
  package let items: FrozenBuffer<Item>
  /// All patterns, and one more node at the end.
  package let nodes: FrozenBuffer<Node>
  /// How many patterns there are.
  package var count: Int { nodes.count - 1 }

  /// The items of a nearness, the rarest first.
  package func items(of near: Int) -> UnsafeBufferPointer<Item> {
    let range = Int(nodes.start[near].firstItem)..<Int(nodes.start[near + 1].firstItem)
    return UnsafeBufferPointer(rebasing: items.elements[range])
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
    var firstItems: [UInt32] = []
    var rates: [Double] = []
    for (index, pattern) in patterns.enumerated() {
      firstItems.append(UInt32(items.count))
      switch pattern.body {
      case .expression:
        rates.append(requirements[index].expectedRate)
      case .anyOf(let terms):
        rates.append(min(terms.reduce(0) { $0 + rates[$1] }, 1))
        for term in terms { steps[term].append(UInt32(index)) }
      case .near(let near):
        let sorted = Self.sorted(near.items, patterns, rates)
        items += sorted
        rates.append(rates[Int(sorted[0].pattern)])
        steps[Int(sorted[0].pattern)].append(UInt32(index))
      }
    }
    firstItems.append(UInt32(items.count))
    self.steps = FrozenBuffer(steps.flatMap { $0 })
    self.items = FrozenBuffer(items)
    nodes = FrozenBuffer(Self.nodes(patterns, steps.map(\.count), firstItems, triggers))
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
    _ patterns: [PatternSpec], _ stepCounts: [Int], _ firstItems: [UInt32], _ triggers: [Bool]
  ) -> [Node] {
    var nodes: [Node] = []
    nodes.reserveCapacity(patterns.count + 1)
    var firstStep: UInt32 = 0
    for (index, pattern) in patterns.enumerated() {
      var (isExpression, isNear) = (false, false)
      switch pattern.body {
      case .expression: isExpression = true
      case .anyOf: break
      case .near: isNear = true
      }
      nodes.append(
        Node(
          firstStep: firstStep, firstItem: firstItems[index], kinds: pattern.readings.rawValue,
          isTrigger: triggers[index], isExpression: isExpression, isNear: isNear))
      firstStep += UInt32(stepCounts[index])
    }
    nodes.append(
      Node(
        firstStep: firstStep, firstItem: firstItems[patterns.count], kinds: 0, isTrigger: false,
        isExpression: false, isNear: false))
    return nodes
  }

  // MARK: - Ready-made

  func write(to writer: inout TableWriter) {
    writer.write(steps.elements)
    writer.write(items.elements)
    writer.write(nodes.elements)
  }

  init?(_ reader: inout TableReader) {
    guard let steps = reader.read(UInt32.self), let items = reader.read(Item.self),
      let nodes = reader.read(Node.self), nodes.count > 0
    else { return nil }
    self.steps = steps
    self.items = items
    self.nodes = nodes
  }
}
