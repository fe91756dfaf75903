import Foundation
import GRDB
import Testing

@testable import DecisionLog

@Suite struct DecisionTests {
  private let test: TestLog

  init() throws {
    test = try TestLog()
  }

  @Test func `a decision is read as it was written, also by the next program`() throws {
    let decision = Decision.sample()
    let id = try test.open().append(decision)
    #expect(id.description == "D-1")
    let found = try #require(try test.open().decision(id))
    #expect(found.decision == decision)
    #expect(found.at > 1_700_000_000_000)
    #expect(try test.open().decision(EntryID(sequence: 2)) == nil)
  }

  @Test func `an approval holds for the words and the rules of the decision that it names`() throws
  {
    let log = try test.open()
    let hash = log.contentHash(of: [Array("Some words".utf8)])
    let held = try log.append(.sample(contentHash: hash))
    let approval = try log.approve(held, by: "ben", reason: "I know the case")
    let found = try log.approvals(for: hash)
    #expect(found.map(\.id) == [approval])
    #expect(found.map(\.author) == ["anna"])
    #expect(
      found.map(\.approval) == [
        Approval(
          decision: held, by: "ben", reason: "I know the case", contentHash: hash,
          rules: ["force-relish.doors"])
      ])
    #expect(try log.approvals(for: log.contentHash(of: [Array("Some word".utf8)])).isEmpty)
  }

  @Test(arguments: [Decision.Outcome.allowed, .warned, .overridden, .approved, .lifeAtRisk])
  func `what does not wait for anybody cannot be approved`(_ outcome: Decision.Outcome) throws {
    let log = try test.open()
    let id = try log.append(.sample(outcome: outcome))
    #expect(throws: LogFault.self) { try log.approve(id, by: "ben", reason: "I know the case") }
    #expect(throws: LogFault.unknown(EntryID(sequence: 9))) {
      try log.approve(EntryID(sequence: 9), by: "ben", reason: "I know the case")
    }
  }

  @Test func `what stands for words depends on how they are divided, and on the key`() throws {
    let log = try test.open()
    let pieces = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""]]
    let hashes = pieces.map { log.contentHash(of: $0.map { Array($0.utf8) }) }
    #expect(Set(hashes).count == 4)
    #expect(hashes.allSatisfy { $0.utf8.count == 64 })
    let other = try TestLog().open()
    #expect(other.contentHash(of: [Array("abc".utf8)]) != hashes[2])
  }

  @Test(arguments: [
    ("anna", "anna"), ("anna", "Anna"), ("anna", " anna "), ("Zo\u{EB}", "zoe\u{308}"),
    ("anna", "\u{A0}anna\n"), ("anna", "anna\u{200B}"), ("an\u{AD}na", "anna"),
    ("anna", "\u{202E}anna"),
  ])
  func `the second person is never the author`(_ author: String, _ approver: String) throws {
    let log = try test.open()
    #expect(throws: LogFault.self) {
      try log.append(.sample(author: author, approver: approver))
    }
    #expect(try log.append(.sample(author: author, approver: "ben")).sequence == 1)
  }

  @Test func `the database itself refuses an author as the second person`() throws {
    _ = try test.open().append(.sample(approver: "ben"))
    let queue = try DatabaseQueue(path: test.path)
    #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO entries(sequence, at, kind, body, body_sha256, mac)
            SELECT 2, at, kind, json_set(body, '$.approver', 'anna'), body_sha256, mac FROM entries
            """)
      }
    }
  }
}
