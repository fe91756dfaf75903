import Foundation
import GRDB
import Testing

@testable import DecisionLog

@Suite struct SharingTests {
  private let test: TestLog

  init() throws {
    test = try TestLog()
  }

  @Test func `several tasks with several connections write one chain`() async throws {
    let logs = try [test.open(), test.open(keepsText: true)]
    let ids = try await withThrowingTaskGroup(of: [EntryID].self) { group in
      for task in 0..<4 {
        group.addTask {
          try (0..<25).map { number in
            try logs[task % 2].append(
              .sample(author: "author \(task)", text: "Words \(task) \(number)"))
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids.map(\.sequence)) == Set(1...100))
    let found = try logs[0].verify()
    #expect(found.flaw == nil)
    #expect(found.entries == 100)
  }

  @Test func `programs that open a new log at the same moment share it`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { _ = try test.open().append(.sample()) }
      }
      try await group.waitForAll()
    }
    #expect(try test.open().verify() == Verification(entries: 4, purged: 0, flaw: nil))
  }

  @Test func `every connection makes what it writes stay, and wipes what it removes`() throws {
    for _ in 1...3 {
      let log = try test.open()
      let levels = try log.file.perform { db in
        try ["synchronous", "secure_delete", "temp_store"].map {
          try Int.fetchOne(db, sql: "PRAGMA \($0)")
        }
      }
      #expect(levels == [2, 1, 2])
      #expect(try log.file.perform { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }
  }

  @Test func `an entry that could not be written whole is not there at all`() throws {
    let log = try test.open(keepsText: true)
    _ = try log.append(.sample(text: "Words"))
    // The words of the next entry have no place, so that writing fails after the entry itself.
    try test.tamper("INSERT INTO texts VALUES (2, 'in the way')")
    #expect(throws: LogFault.self) { try log.append(.sample(text: "Words")) }
    try test.tamper("DELETE FROM texts WHERE sequence = 2")
    #expect(try log.verify() == Verification(entries: 1, purged: 0, flaw: nil))
  }
}
