import Foundation
import GRDB
import Testing

@testable import DecisionLog

@Suite struct HistoryTests {
  private let test: TestLog

  init() throws {
    test = try TestLog()
  }

  private func found(_ change: (inout LogFilter) -> Void) throws -> [Int] {
    var filter = LogFilter()
    change(&filter)
    return try test.open().history(filter, by: "carl", for: .list).map(\.id.sequence)
  }

  private func bodies(of kind: String) throws -> [String] {
    try DatabaseQueue(path: test.path).read { db in
      try String.fetchAll(
        db, sql: "SELECT body FROM entries WHERE kind = ? ORDER BY sequence", arguments: [kind])
    }
  }

  @Test func `decisions are found by author, account, outcome and time`() throws {
    let log = try test.open()
    _ = try log.append(.sample(author: "anna", outcome: .held))
    test.pass(days: 1)
    _ = try log.append(.sample(author: "ben", outcome: .allowed))
    let moment = try #require(try log.decision(EntryID(sequence: 2))).at
    #expect(try found { _ in } == [1, 2])
    #expect(try found { $0.author = "ben" } == [2])
    #expect(try found { $0.outcome = .held } == [1])
    #expect(try found { $0.account = "other" } == [])
    #expect(try found { $0.since = moment } == [2])
    #expect(try found { $0.until = moment } == [1])
  }

  @Test func `each look at the history is recorded: who, for what, and what was asked for`() throws
  {
    let log = try test.open(keepsText: true)
    let id = try log.append(.sample(text: "Words"))
    _ = try found { $0.author = "anna" }
    _ = try log.show(id, by: "dora")
    _ = try log.show(id, withText: true, by: "dora")
    _ = try log.show(id, by: "dora", for: .copy)
    #expect(
      try bodies(of: "read") == [
        #"{"by":"carl","what":"list","filter":{"author":"anna"}}"#,
        #"{"by":"dora","what":"show","decision":1,"text":false}"#,
        #"{"by":"dora","what":"show","decision":1,"text":true}"#,
        #"{"by":"dora","what":"copy","decision":1,"text":false}"#,
      ])
    _ = try log.head(by: "carl")
    _ = try log.beginExport(by: "carl")
    #expect(
      try bodies(of: "export") == [
        #"{"by":"carl","what":"head"}"#, #"{"by":"carl","what":"entries"}"#,
      ])
  }

  @Test func `decisions are read while another program writes`() throws {
    let writer = try test.open()
    _ = try writer.append(.sample())
    let reader = try test.open()
    let before = try reader.decisions(LogFilter()).map(\.id)
    let meanwhile = try writer.file.change { db in
      _ = try writer.append(.read, Array("{}".utf8), in: db)
      return try reader.decisions(LogFilter())
    }
    #expect(meanwhile.map(\.id) == before)
    #expect(before == [EntryID(sequence: 1)])
  }

  @Test func `a life at risk stays in the queue until somebody has reviewed it`() throws {
    let log = try test.open()
    let first = try log.append(.sample(outcome: .lifeAtRisk))
    _ = try log.append(.sample(outcome: .lifeAtRisk))
    _ = try log.append(.sample(outcome: .held))
    #expect(try found { $0.isAwaitingReview = true } == [1, 2])
    _ = try log.review(first, by: "ben", reason: "It was right to send it")
    #expect(try found { $0.isAwaitingReview = true } == [2])
    #expect(throws: LogFault.self) {
      try log.review(first, by: "ben", reason: "It was right to send it")
    }
    #expect(throws: LogFault.self) {
      try log.review(EntryID(sequence: 3), by: "ben", reason: "It was right to send it")
    }
    let shown = try log.show(first, by: "carl").decision
    #expect(shown.answers.map(\.by) == ["ben"])
    #expect(!shown.isAwaitingReview)
  }

  @Test func `entries are taken out in lines, each with the body that its digest is of`() throws {
    let log = try test.open()
    for _ in 1...1_200 { _ = try log.append(.sample()) }
    let last = try log.beginExport(by: "carl")
    var lines: [UInt8] = []
    var sequence = 0
    while sequence < last.sequence {
      let portion = try log.lines(after: sequence, upTo: last)
      #expect(portion.last > sequence)
      lines += portion.bytes
      sequence = portion.last
    }
    let objects = try lines.split(separator: UInt8(ascii: "\n")).map {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
    #expect(objects.count == 1_201)
    #expect(objects.map { $0?["sequence"] as? Int } == Array(1...1_201))
    #expect((objects.last??["body"] as? [String: Any])?["what"] as? String == "entries")
    #expect((objects.first??["mac"] as? String)?.utf8.count == 64)
  }
}
