import Foundation
import GRDB
import Testing

@testable import DecisionLog

@Suite struct PurgeTests {
  private let test: TestLog

  init() throws {
    test = try TestLog()
  }

  private func holds(_ words: String) throws -> Bool {
    try test.bytes().range(of: Data(words.utf8)) != nil
  }

  private func sealed() throws -> [String] {
    let queue = try DatabaseQueue(path: test.path)
    return try queue.read { try String.fetchAll($0, sql: "SELECT sealed FROM texts") }
  }

  @Test func `what is purged leaves no byte behind, and the chain holds`() throws {
    let log = try test.open(keepsText: true)
    _ = try log.append(.sample(author: "canary-author", text: "Some words"))
    _ = try log.approve(EntryID(sequence: 1), by: "canary-approver", reason: "canary-reason")
    test.pass(days: 10)
    _ = try log.append(.sample(author: "young-author", text: "Other words"))
    let old = try #require(try sealed().first)
    #expect(try holds("canary-author") && holds(old))
    let plan = try log.purge(
      textsOlderThan: 5, decisionsOlderThan: 8, by: "carl", isDryRun: true)
    #expect(plan == Purge(texts: 1, bodies: 2, awaiting: 0, entry: nil))
    #expect(try holds("canary-author") && holds(old))
    let done = try log.purge(
      textsOlderThan: 5, decisionsOlderThan: 8, by: "carl", isDryRun: false)
    #expect(done == Purge(texts: 1, bodies: 2, awaiting: 0, entry: EntryID(sequence: 4)))
    for words in ["canary-author", "canary-approver", "canary-reason", old] {
      #expect(try !holds(words), "\(words)")
    }
    #expect(try holds("young-author"))
    let found = try log.verify()
    #expect(found.flaw == nil)
    #expect(found.purged == 2)
    #expect(try log.decision(EntryID(sequence: 1)) == nil)
    #expect(throws: LogFault.self) {
      try log.approve(EntryID(sequence: 1), by: "ben", reason: "I know the case")
    }
  }

  @Test func `words go before the decision that they belong to`() throws {
    let log = try test.open(keepsText: true)
    let id = try log.append(.sample(text: "Some words"))
    test.pass(days: 100)
    _ = try log.purge(textsOlderThan: 90, decisionsOlderThan: 2_555, by: "carl", isDryRun: false)
    #expect(try log.verify().flaw == nil)
    let shown = try log.show(id, withText: true, by: "carl")
    #expect(shown.text == nil)
    #expect(shown.decision.decision?.author == "anna")
  }

  @Test func `what awaits a review stays, with its words`() throws {
    let log = try test.open(keepsText: true)
    let id = try log.append(.sample(text: "Some words", outcome: .lifeAtRisk))
    test.pass(days: 10)
    #expect(
      try log.purge(textsOlderThan: 1, decisionsOlderThan: 1, by: "carl", isDryRun: false)
        == Purge(texts: 0, bodies: 0, awaiting: 1, entry: nil))
    _ = try log.review(id, by: "ben", reason: "It was right to send it")
    #expect(
      try log.purge(textsOlderThan: 1, decisionsOlderThan: 1, by: "carl", isDryRun: false)
        == Purge(texts: 1, bodies: 1, awaiting: 0, entry: EntryID(sequence: 3)))
    #expect(try log.verify().flaw == nil)
  }

  @Test func `a purge does not cover what it did not name`() throws {
    let log = try test.open()
    for _ in 1...3 { _ = try log.append(.sample()) }
    test.pass(days: 10)
    _ = try log.append(.sample())
    _ = try log.purge(textsOlderThan: 5, decisionsOlderThan: 5, by: "carl", isDryRun: false)
    #expect(try log.verify().flaw == nil)
    try test.tamper("UPDATE entries SET body = NULL WHERE sequence = 4")
    #expect(try log.verify().flaw == LogFlaw(entry: EntryID(sequence: 4), kind: .bodyMissing))
  }

  @Test func `a log that was changed is not purged`() throws {
    let log = try test.open()
    for _ in 1...2 { _ = try log.append(.sample()) }
    test.pass(days: 10)
    try test.tamper("UPDATE entries SET at = at + 1 WHERE sequence = 2")
    #expect(throws: LogFault.self) {
      try log.purge(textsOlderThan: 5, decisionsOlderThan: 5, by: "carl", isDryRun: false)
    }
  }
}
