import Testing

@testable import DecisionLog

@Suite struct RandomDecisionTests {
  @Test func `whatever a decision holds, it is read as it was written`() throws {
    let test = try TestLog()
    let log = try test.open()
    var decisions = RandomDecisions(seed: 5)
    for _ in 0..<300 {
      let decision = decisions.next()
      let id = try log.append(decision)
      let found = try #require(try log.decision(id)).decision
      #expect(found == decision)
      // Equality of texts takes some different texts for the same.
      #expect(Array(found.author.utf8) == Array(decision.author.utf8))
    }
    #expect(try log.verify() == Verification(entries: 300, purged: 0, flaw: nil))
  }
}
