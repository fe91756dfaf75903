internal import PCRE2
package import Prefilter

/// How patterns are made of each other: which lists a term belongs to, which nearness a list is an item of.
///
/// The prefilter says which lists a text could hold, and which expressions that stand on their own. Walking up this
/// graph from those with which a trigger begins says which triggers it could match.
package final class PatternGraph: Sendable {
  /// What is known of a pattern, side by side for the cache's sake.
  package struct Node: BitwiseCopyable, Sendable {
    /// Where its steps begin; they end where the next pattern's begin.
    package let firstStep: UInt32
    /// Where its items begin; they end where the next pattern's begin.
    let firstItem: UInt32
    /// The readings that it is matched against, as ``ReadingSet``.
    package let kinds: UInt32
    /// Its number among the patterns whose places are reckoned with; ``noSlot`` for any other.
    package let slot: UInt32
    /// The most words between neighbours, when it is a nearness.
    let within: UInt16
    /// The drafts in which some trigger that it is or leads to can hold.
    package let drafts: DraftKinds
    /// Whether its matches trigger alternatives of rules.
    package let isTrigger: Bool
    /// Whether every text is scanned for it; otherwise a slot is looked for when somebody asks.
    package let isScanned: Bool
    /// Whether it is an expression.
    package let isExpression: Bool
    /// Whether it is an expression whose matches validators must accept.
    package let isValidated: Bool
    /// Whether it is a nearness.
    package let isNear: Bool
    /// Whether it is a nearness whose items must come in the order given.
    let isOrdered: Bool
    /// Whether it is a nearness in which a sentence end may lie between the items.
    let crossesSentences: Bool
  }

  /// Stands for a pattern that has no slot: a term that serves lists only, or a nearness.
  package static let noSlot = UInt32.max

  /// How near the items of a nearness stand to each other.
  package struct Distances: Sendable {
    /// The most words between neighbours.
    package let within: Int
    /// Whether the items must come in the order given.
    package let isOrdered: Bool
    /// Whether a sentence end may lie between.
    package let crossesSentences: Bool
  }

  /// What a list or a nearness is made of.
  package struct Item: BitwiseCopyable, Sendable {
    /// The pattern.
    package let pattern: UInt32
    /// Its slot, or ``PatternGraph/noSlot``.
    package let slot: UInt32
    /// Its place among the items as the rule names them.
    package let place: UInt32
  }

  /// Where steps lead, pattern by pattern, on the way to triggers: from a nearness's rarest item to it, and from a
  /// combination to the lists that it is a term of.
  package let steps: FrozenBuffer<UInt32>
  /// The terms of every list, and the items of every nearness, the rarest first.
  let items: FrozenBuffer<Item>
  /// All patterns, and one more node at the end.
  package let nodes: FrozenBuffer<Node>
  /// The pattern of every slot.
  package let slots: FrozenBuffer<UInt32>
  /// How many slots, the first ones, are of triggers or have steps.
  package let leadingSlotCount: Int
  /// How many patterns there are.
  package var count: Int { nodes.count - 1 }

  /// The terms of a list, or the items of a nearness with the rarest first.
  package func items(of pattern: Int) -> UnsafeBufferPointer<Item> {
    let range = Int(nodes.start[pattern].firstItem)..<Int(nodes.start[pattern + 1].firstItem)
    return UnsafeBufferPointer(rebasing: items.elements[range])
  }

  /// How near the items of a nearness stand to each other.
  package func distances(of near: Int) -> Distances {
    let node = nodes.start[near]
    return Distances(
      within: Int(node.within), isOrdered: node.isOrdered,
      crossesSentences: node.crossesSentences)
  }

  /// Gathers the steps of a program's patterns, whose items all stand before them.
  ///
  /// - Parameters:
  ///   - patterns: The patterns.
  ///   - requirements: What each expression requires, by the number of its pattern.
  ///   - triggers: For those that trigger alternatives of rules, the drafts in which some of these can hold.
  init(_ patterns: [PatternSpec], requirements: [Requirement], triggers: [DraftKinds?]) {
    var rates: [Double] = []
    let places = patterns.enumerated().map { index, pattern -> [Int] in
      rates.append(Self.rate(of: pattern, requirements[index], rates))
      return Self.places(of: pattern, rates, patterns)
    }
    let steps = Self.steps(patterns, places, triggers)
    let drafts = Self.drafts(steps, triggers)
    let leads = patterns.indices.map { triggers[$0] != nil || !steps[$0].isEmpty }
    let isScanned = Self.isScanned(patterns, leads)
    let slots = Self.slots(of: patterns, leads, isScanned)
    let numbers = Self.numbers(of: slots, patternCount: patterns.count)
    let items = zip(patterns, places).map { pattern, places in
      places.map { place in
        let item = pattern.items[place]
        return Item(pattern: UInt32(item), slot: numbers[item], place: UInt32(place))
      }
    }
    self.steps = FrozenBuffer(steps.flatMap { $0 })
    self.items = FrozenBuffer(items.flatMap { $0 })
    self.slots = FrozenBuffer(slots.map { UInt32($0) })
    leadingSlotCount = slots.count { leads[$0] }
    var nodes: [Node] = []
    nodes.reserveCapacity(patterns.count + 1)
    var (firstStep, firstItem): (UInt32, UInt32) = (0, 0)
    for (index, pattern) in patterns.enumerated() {
      nodes.append(
        Node(
          pattern, firstStep: firstStep, firstItem: firstItem, slot: numbers[index],
          drafts: drafts[index], isTrigger: triggers[index] != nil, isScanned: isScanned[index]))
      firstStep += UInt32(steps[index].count)
      firstItem += UInt32(items[index].count)
    }
    let end = PatternSpec(.anyOf([]), readings: [])
    nodes.append(
      Node(
        end, firstStep: firstStep, firstItem: firstItem, slot: Self.noSlot, drafts: [],
        isTrigger: false, isScanned: false))
    self.nodes = FrozenBuffer(nodes)
  }

  /// Which patterns every text is scanned for: triggers, what leads to them, and what must then stand near.
  ///
  /// To look for the lists of conditions alone when they are asked for costs less than to note them in every text.
  private static func isScanned(_ patterns: [PatternSpec], _ leads: [Bool]) -> [Bool] {
    var isScanned = leads
    for (index, pattern) in patterns.enumerated() where leads[index] {
      if case .near(let near) = pattern.body {
        for item in near.items { isScanned[item] = true }
      }
    }
    return isScanned
  }

  /// The patterns that have a slot: those from which the way to triggers begins, then others that texts are scanned
  /// for, then those that are looked for when somebody asks.
  private static func slots(
    of patterns: [PatternSpec], _ leads: [Bool], _ isScanned: [Bool]
  ) -> [Int] {
    var isWanted = isScanned
    for (index, pattern) in patterns.enumerated() {
      switch pattern.body {
      case .expression: break
      case .anyOf: isWanted[index] = true
      case .near(let near): for item in near.items { isWanted[item] = true }
      }
    }
    let wanted = patterns.indices.filter { index in
      if case .near = patterns[index].body { false } else { isWanted[index] }
    }
    return wanted.filter { leads[$0] } + wanted.filter { isScanned[$0] && !leads[$0] }
      + wanted.filter { !isScanned[$0] }
  }

  private static func numbers(of slots: [Int], patternCount: Int) -> [UInt32] {
    var numbers = [UInt32](repeating: noSlot, count: patternCount)
    for (slot, pattern) in slots.enumerated() { numbers[pattern] = UInt32(slot) }
    return numbers
  }

  /// How often posts have a pattern, by a rough guess, from how often they have those before it.
  private static func rate(
    of pattern: PatternSpec, _ requirement: Requirement, _ rates: [Double]
  ) -> Double {
    switch pattern.body {
    case .expression: requirement.expectedRate
    case .anyOf(let terms): min(terms.reduce(0) { $0 + rates[$1] }, 1)
    case .near(let near): near.items.map { rates[$0] }.min() ?? 1
    }
  }

  /// The places of a pattern's items in the order in which they are best looked for: of a nearness the rarest first,
  /// and of those as rare lists before expressions, which cost more.
  private static func places(
    of pattern: PatternSpec, _ rates: [Double], _ patterns: [PatternSpec]
  ) -> [Int] {
    let items = pattern.items
    guard case .near = pattern.body else { return Array(items.indices) }
    let costs = items.map { rates[$0] + (patterns[$0].expression == nil ? 0 : 0.1) }
    return items.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
  }

  /// The steps of every pattern, as far as they lead to triggers.
  private static func steps(
    _ patterns: [PatternSpec], _ places: [[Int]], _ triggers: [DraftKinds?]
  ) -> [[UInt32]] {
    var steps = [[UInt32]](repeating: [], count: patterns.count)
    var leads = triggers.map { $0 != nil }
    for index in patterns.indices.reversed() where leads[index] {
      let items = patterns[index].items
      let beginnings: [Int]
      switch patterns[index].body {
      case .expression: beginnings = []
      // The prefilter itself leads from an expression to its lists.
      case .anyOf: beginnings = items.filter { patterns[$0].expression == nil }
      case .near: beginnings = places[index].prefix(1).map { items[$0] }
      }
      for item in beginnings {
        leads[item] = true
        steps[item].append(UInt32(index))
      }
    }
    return steps.map { $0.sorted() }
  }

  /// The drafts in which some trigger that each pattern is or leads to can hold.
  private static func drafts(_ steps: [[UInt32]], _ triggers: [DraftKinds?]) -> [DraftKinds] {
    var drafts = triggers.map { $0 ?? [] }
    // Steps lead to later patterns.
    for index in steps.indices.reversed() {
      for step in steps[index] { drafts[index].formUnion(drafts[Int(step)]) }
    }
    return drafts
  }

  // MARK: - Ready-made

  func write(to writer: inout TableWriter) {
    writer.write(steps.elements)
    writer.write(items.elements)
    writer.write(nodes.elements)
    writer.write(slots.elements)
    writer.write([UInt64(leadingSlotCount)])
  }

  init?(_ reader: inout TableReader) {
    guard let steps = reader.read(UInt32.self), let items = reader.read(Item.self),
      let nodes = reader.read(Node.self), nodes.count > 0,
      let slots = reader.read(UInt32.self), let leading = reader.read(UInt64.self),
      leading.count == 1, leading.start[0] <= slots.count
    else { return nil }
    self.steps = steps
    self.items = items
    self.nodes = nodes
    self.slots = slots
    leadingSlotCount = Int(leading.start[0])
  }
}

extension PatternGraph.Node {
  fileprivate init(
    _ pattern: PatternSpec, firstStep: UInt32, firstItem: UInt32, slot: UInt32, drafts: DraftKinds,
    isTrigger: Bool, isScanned: Bool
  ) {
    self.firstStep = firstStep
    self.firstItem = firstItem
    self.slot = slot
    self.drafts = drafts
    self.isTrigger = isTrigger
    self.isScanned = isScanned
    kinds = pattern.readings.rawValue
    isExpression = pattern.expression != nil
    isValidated = pattern.expression?.validators.isEmpty == false
    if case .near(let near) = pattern.body {
      (isNear, isOrdered, crossesSentences) = (true, near.isOrdered, near.crossesSentences)
      within = UInt16(clamping: near.within)
    } else {
      (isNear, isOrdered, crossesSentences, within) = (false, false, false, 0)
    }
  }
}
