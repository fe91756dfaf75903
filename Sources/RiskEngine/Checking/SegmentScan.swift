import Prefilter
import Rules

/// What could match in one segment: the triggers that the prefilter's finds lead to, and answers about any other
/// pattern.
///
/// A checker keeps some of these and uses each for one segment after another; scanning allocates nothing.
struct SegmentScan: ~Copyable {
  /// The segment of the view that was scanned; `nil` at first.
  private(set) var segment: Int?
  /// What the prefilter found out.
  let candidates: CandidateScratch

  private let graph: PatternGraph
  private let patterns: PatternSet
  /// The nodes of the graph, to be read without counting references.
  private let nodes: UnsafePointer<PatternGraph.Node>
  private let steps: UnsafePointer<UInt32>
  private let memory: UnsafeMutablePointer<Memory>

  /// Plain memory: stored properties would be checked for exclusive access at every step.
  private struct Memory: BitwiseCopyable {
    /// The bit of the segment's kind.
    var kind: UInt32 = 0
    /// The kind of the draft.
    var draft: DraftKinds = []
    /// The triggers that could match.
    let reached: UnsafeMutablePointer<UInt32>
    var reachedCount = 0
  }

  init(graph: PatternGraph, patterns: PatternSet) {
    self.graph = graph
    self.patterns = patterns
    nodes = graph.nodes.start
    steps = graph.steps.start
    candidates = CandidateScratch(patternCount: graph.count)
    memory = .allocate(capacity: 1)
    memory.initialize(to: Memory(reached: .allocate(capacity: graph.count + 1)))
  }

  deinit {
    memory.pointee.reached.deallocate()
    memory.deallocate()
  }

  /// Forgets which segment was scanned.
  mutating func reset() {
    segment = nil
  }

  /// Scans a segment in place of the one before.
  mutating func scan(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, kind: UInt32, draft: DraftKinds
  ) {
    segment = number
    memory.pointee.kind = kind
    memory.pointee.draft = draft
    memory.pointee.reachedCount = 0
    patterns.scan(text, kind: kind, into: candidates)
    guard candidates.isTrusted else {
      for pattern in 0..<graph.count where nodes[pattern].isTrigger {
        if isWanted(pattern), mayMatch(pattern) { note(pattern) }
      }
      return
    }
    let slots = graph.slots.start
    for slot in candidates.foundSlots where slot < graph.leadingSlotCount {
      let pattern = Int(slots[Int(slot)])
      climb(from: pattern, slot: Int(slot))
    }
  }

  /// The triggers that could match, each once.
  var triggers: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: memory.pointee.reached, count: memory.pointee.reachedCount)
  }

  /// The slots that the segment could match at all, however rarely they are asked for.
  func allSlots() -> UnsafeBufferPointer<UInt32> {
    for slot in 0..<graph.slots.count { patterns.ask(for: slot, candidates) }
    return candidates.foundSlots
  }

  /// Whether a pattern could match in the segment; `false` is certain.
  func mayMatch(_ pattern: Int) -> Bool {
    mayMatch(pattern, around: nil)
  }

  /// The terms of a list that could match in the segment, each once.
  func terms(of list: Int) -> [Int] {
    guard candidates.isTrusted else {
      return graph.items(of: list).map { Int($0.pattern) }.filter { mayMatch($0) }
    }
    var terms: [Int] = []
    forEachTerm(of: list) { term in
      if !terms.contains(term) { terms.append(term) }
      return true
    }
    return terms
  }

  // MARK: - Asking

  private func mayMatch(_ pattern: Int, around words: UInt64?) -> Bool {
    if let known = candidates.answer(for: pattern) { return known }
    let answer = isPossible(pattern, words)
    candidates.remember(answer, of: pattern)
    return answer
  }

  private func isPossible(_ pattern: Int, _ words: UInt64?) -> Bool {
    let node = nodes + pattern
    let kind = memory.pointee.kind
    guard node.pointee.kinds & kind != 0 else { return false }
    if node.pointee.isExpression {
      return patterns.mayMatch(pattern, around: words, kind: kind, candidates)
    }
    if node.pointee.isNear {
      return areNear(pattern) && graph.items(of: pattern).allSatisfy { mayMatch(Int($0.pattern)) }
    }
    guard candidates.isTrusted else { return true }
    patterns.ask(for: Int(node.pointee.slot), candidates)
    if candidates.isCertain(Int(node.pointee.slot)) { return true }
    var hasTerm = false
    forEachTerm(of: pattern) { _ in
      hasTerm = true
      return false
    }
    return hasTerm
  }

  /// Visits the terms of a list that could match, some of them several times.
  private func forEachTerm(of list: Int, _ visit: (Int) -> Bool) {
    let slot = Int(nodes[list].slot)
    patterns.ask(for: slot, candidates)
    if candidates.isCrowded(slot) {
      for item in graph.items(of: list) where mayMatch(Int(item.pattern)) {
        if !visit(Int(item.pattern)) { return }
      }
      return
    }
    var isDone = false
    candidates.forEachTerm(of: slot) { term, words in
      isDone = mayMatch(term, around: words) && !visit(term)
      return !isDone
    }
    guard !isDone, candidates.isOpen(slot) else { return }
    for term in patterns.openTerms(of: list) where mayMatch(Int(term)) {
      if !visit(Int(term)) { return }
    }
  }

  /// Whether the items of a nearness could stand near each other, as far as places of literals tell.
  private func areNear(_ near: Int) -> Bool {
    guard candidates.isTrusted else { return true }
    let items = graph.items(of: near)
    for item in items where item.slot != PatternGraph.noSlot {
      patterns.ask(for: Int(item.slot), candidates)
      if candidates.words(of: Int(item.slot)) == 0 { return false }
    }
    // Of more than two, those between may be of any length.
    guard items.count == 2, items[0].slot != PatternGraph.noSlot,
      items[1].slot != PatternGraph.noSlot
    else { return true }
    let reach = candidates.bits(forWords: graph.distances(of: near).within + 1)
    return candidates.words(of: Int(items[0].slot)).spread(by: reach)
      & candidates.words(of: Int(items[1].slot)) != 0
  }

  // MARK: - Climbing

  /// Notes the triggers that begin with a pattern which may match, as its slot or its items tell.
  private func climb(from pattern: Int, slot: Int?) {
    let node = nodes + pattern
    let end = Int(node[1].firstStep)
    var step = Int(node.pointee.firstStep)
    guard node.pointee.isTrigger || step < end, node.pointee.kinds & memory.pointee.kind != 0,
      isWanted(pattern)
    else { return }
    if node.pointee.isTrigger {
      let words = slot.flatMap { candidates.isOpen($0) ? nil : candidates.words(of: $0) }
      if mayMatch(pattern, around: words) { note(pattern) }
    }
    while step < end {
      let target = Int(steps[step])
      step += 1
      guard isWanted(target) else { continue }
      let isReached =
        nodes[target].isNear ? areNear(target) && mayMatch(target) : mayMatch(pattern)
      if isReached, candidates.visit(target) { climb(from: target, slot: nil) }
    }
  }

  /// Whether some trigger that a pattern is or leads to could hold in such a draft.
  @inline(__always)
  private func isWanted(_ pattern: Int) -> Bool {
    nodes[pattern].drafts.rawValue & memory.pointee.draft.rawValue != 0
  }

  private func note(_ pattern: Int) {
    memory.pointee.reached[memory.pointee.reachedCount] = UInt32(truncatingIfNeeded: pattern)
    memory.pointee.reachedCount += 1
  }
}
