import TestSupport
import Testing

@testable import RiskEngine

struct PatternNotesTests {
  @Test func `notes are those of a dictionary, and none is left when they are forgotten`() {
    var random = SeededGenerator(seed: 61)
    var notes = PatternNotes()
    for _ in 0..<20 {
      var expected: [Int: Int32] = [:]
      for _ in 0..<Int.random(in: 0..<2_000, using: &random) {
        let pattern = Int.random(in: 0..<3_000, using: &random)
        expected[pattern] = Int32.random(in: -1...9, using: &random)
        notes[pattern] = expected[pattern]
      }
      for pattern in 0..<3_000 where notes[pattern] != expected[pattern] {
        Issue.record("\(pattern) is noted wrongly")
      }
      notes.clear()
    }
  }
}
