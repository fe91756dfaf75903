import Prefilter
import Rules

/// What could match in one segment: the candidates of the prefilter, and what they reach in the graph.
///
/// A checker keeps some of these and uses each for one segment after another; scanning allocates nothing.
final class SegmentScan {
  /// The segment of the view that was scanned; `nil` at first.
  private(set) var segment: Int?
  /// The candidates, by number.
  let candidates: CandidateScratch

  private let graph: PatternGraph
  private let memory: Memory

  /// A term that could match, chained to the one before it of the same list.
  private struct Term: BitwiseCopyable {
    let pattern: UInt32
    let previous: Int32
  }

  /// Plain memory: stored properties would be checked for exclusive access at every step.
  private struct Memory {
    /// For every pattern that is reached: the last of its terms that could match, or ``end``.
    let lastTerms: ZeroedMemory<Int32>
    let reached: UnsafeMutablePointer<UInt32>
    /// The nearness of which the rarest item could match.
    let pending: UnsafeMutablePointer<UInt32>
    let terms: UnsafeMutablePointer<Term>
    /// How many patterns are reached, nearness pending and terms chained.
    let counts: UnsafeMutablePointer<Int>
  }

  /// What stands for a pattern that is not reached, and for the end of a chain; terms count from 1 on.
  private static let isMissing: Int32 = 0
  private static let end: Int32 = -1

  init(graph: PatternGraph) {
    self.graph = graph
    let count = graph.count + 1
    candidates = CandidateScratch(patternCount: graph.count)
    memory = Memory(
      lastTerms: ZeroedMemory(count: count), reached: .allocate(capacity: count),
      pending: .allocate(capacity: count),
      terms: .allocate(capacity: graph.steps.count + 2), counts: .allocate(capacity: 3))
    memory.counts.initialize(repeating: 0, count: 3)
  }

  deinit {
    memory.lastTerms.free()
    memory.reached.deallocate()
    memory.pending.deallocate()
    memory.terms.deallocate()
    memory.counts.deallocate()
  }

  /// Forgets which segment was scanned.
  func reset() {
    segment = nil
  }

  /// Scans a segment in place of the one before.
  func scan(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, kind: UInt32, with patterns: PatternSet
  ) {
    segment = number
    clear()
    patterns.scan(text, kind: kind, into: candidates)
    for index in 0..<candidates.touchedCount {
      let pattern = Int(candidates.touched[index])
      if candidates.isReady(pattern) { reach(pattern, kind: kind) }
    }
    settle(kind: kind)
  }

  /// The patterns that could match, lists and nearness among them, each once.
  var reached: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: memory.reached, count: memory.counts[0])
  }

  /// Whether a pattern could match in the segment.
  func isReached(_ pattern: Int) -> Bool {
    memory.lastTerms[pattern] != Self.isMissing
  }

  /// Visits the terms of a list that could match in the segment, each once.
  func forEachTerm<Failure: Error>(
    of list: Int, _ visit: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    var term = memory.lastTerms[list]
    while term > 0 {
      try visit(Int(memory.terms[Int(term)].pattern))
      term = memory.terms[Int(term)].previous
    }
  }

  private func clear() {
    for index in 0..<memory.counts[0] {
      memory.lastTerms[Int(memory.reached[index])] = Self.isMissing
    }
    memory.counts.update(repeating: 0, count: 3)
  }

  /// Reaches each nearness of which all items could match; one may be an item of another.
  private func settle(kind: UInt32) {
    var isChanged = true
    while isChanged {
      isChanged = false
      var index = 0
      while index < memory.counts[1] {
        let near = Int(memory.pending[index])
        index += 1
        if !isReached(near), graph.items(of: near).allSatisfy({ isReached(Int($0.pattern)) }) {
          reach(near, kind: kind)
          isChanged = true
        }
      }
    }
  }

  /// Notes that a pattern could match, and what follows from that.
  private func reach(_ pattern: Int, kind: UInt32) {
    let memory = memory
    if memory.lastTerms[pattern] == Self.isMissing {
      memory.lastTerms[pattern] = Self.end
      memory.reached[memory.counts[0]] = UInt32(truncatingIfNeeded: pattern)
      memory.counts[0] &+= 1
    }
    let nodes = graph.nodes.start
    let steps = graph.steps.start
    var index = Int(nodes[pattern].firstStep)
    let end = Int(nodes[pattern + 1].firstStep)
    while index < end {
      let target = Int(steps[index])
      index &+= 1
      let node = nodes[target]
      guard node.kinds & kind != 0 else { continue }
      if node.isNear {
        memory.pending[memory.counts[1]] = UInt32(truncatingIfNeeded: target)
        memory.counts[1] &+= 1
      } else {
        if memory.lastTerms[target] == Self.isMissing { reach(target, kind: kind) }
        memory.counts[2] &+= 1
        memory.terms[memory.counts[2]] = Term(
          pattern: UInt32(truncatingIfNeeded: pattern), previous: memory.lastTerms[target])
        memory.lastTerms[target] = Int32(truncatingIfNeeded: memory.counts[2])
      }
    }
  }
}
