import JSON
import TestSupport
import Testing

@testable import DecisionLog

@Suite struct SequenceSetTests {
  @Test func `a set of entries knows exactly those that were put into it`() {
    var lot = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let parts = (0..<3).map { _ in
        (1...60).filter { _ in Bool.random(using: &lot) }.shuffled(using: &lot)
      }
      var set = SequenceSet()
      for part in parts { set.add(SequenceSet(part), before: 100) }
      let known = Set(parts.joined())
      #expect((0...70).allSatisfy { set.contains($0) == known.contains($0) })
      #expect(set.ranges.reduce(0) { $0 + $1.count } == known.count)
    }
  }

  @Test func `the largest number ends a range, and what is no range of entries is left out`() throws
  {
    let document = try #require(JSONDocument())
    let top = Int.max
    let read = SequenceSet(
      try document.parse(Array("[[5,\(top)],[\(top),\(top)],[-\(top),1],[7,6],[1]]".utf8)))
    #expect(read.ranges == [5...top])
  }

  @Test func `what does not end before a place is not added`() {
    var set = SequenceSet([1, 2])
    set.add(SequenceSet([4, 5, 7]), before: 7)
    #expect(set.ranges == [1...2, 4...5])
  }
}
