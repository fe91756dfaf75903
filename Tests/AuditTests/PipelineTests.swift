import Archives
import Reports
import RiskEngine
import Testing

@testable import Audit

struct PipelineTests {
  private let bytes = AuditFixture.lines(count: 700, seed: 7)

  @Test func `the number of threads changes no byte`() throws {
    let one = try AuditFixture.batches(bytes, jobs: 1).flatMap(\.lines)
    for jobs in [2, 3, 8] {
      #expect(try AuditFixture.batches(bytes, jobs: jobs).flatMap(\.lines) == one)
    }
  }

  @Test func `a run that goes on at any batch ends with the same bytes`() throws {
    let whole = try AuditFixture.batches(bytes, jobs: 2)
    for cut in 0...whole.count {
      let done = whole[..<cut]
      let rest = try AuditFixture.batches(
        bytes, jobs: 2, skipping: cut, records: done.map(\.records.count).reduce(0, +))
      #expect(done.flatMap(\.lines) + rest.flatMap(\.lines) == whole.flatMap(\.lines))
    }
  }

  @Test func `every record is counted once, in the order of reading`() throws {
    let records = try AuditFixture.batches(bytes, jobs: 3).flatMap(\.records)
    #expect(records.map(\.index) == Array(0..<700))
    #expect(records.map(\.source.record) == Array(1...700))
    var tally = AuditTally()
    for record in records { tally.add(record) }
    #expect(tally.read == 700)
    #expect(tally.checked > 400)
    #expect(tally.failed > 50)
    #expect(tally.incomplete > 0)
  }

  @Test func `a line read back is the record that it was written for`() throws {
    let reader = try #require(ResultReader())
    for batch in try AuditFixture.batches(bytes, jobs: 2) {
      let lines = batch.lines.split(separator: UInt8(ascii: "\n"))
      #expect(lines.count == batch.records.count)
      for (line, record) in zip(lines, batch.records) {
        #expect(try reader.line(line) == .record(record))
      }
    }
  }

  @Test func `contacts are hidden in lines wherever they stand`() throws {
    let lines = String(
      decoding: try AuditFixture.batches(bytes, jobs: 2).flatMap(\.lines), as: UTF8.self)
    #expect(lines.contains("Idiots"))
    #expect(!lines.contains("900123"))
    #expect(!lines.contains("@someone"))
  }

  @Test func `a post without a date says that what depends on the day was not checked`() throws {
    let lines = [
      #"{"text": "Officers are out."}"#, #"{"text": "Officers are out.", "at": "2024-05-01"}"#,
    ]
    let records = try AuditFixture.batches(Array(lines.joined(separator: "\n").utf8), jobs: 1)
      .flatMap(\.records)
    let posts = records.compactMap { record -> AuditedPost? in
      if case .checked(let post) = record.outcome { post } else { nil }
    }
    #expect(posts.map { $0.notChecked.map(\.part) } == [["at"], []])
    // It is told and counted, and keeps no table without dates from being read in full.
    #expect(posts.allSatisfy { !$0.isIncomplete })
    let tally = records.reduce(into: AuditTally()) { $0.add($1) }
    #expect(tally.notChecked.sorted.map(\.value) == [1])
    #expect(tally.incomplete == 0)
  }

  @Test func `a delivery that fails ends the run with its reason`() throws {
    #expect(throws: AuditStop.unwritable("the disk is full")) {
      try AuditPipeline(AuditFixture.context(), jobs: 3).run(
        AuditFixture.reader(bytes), from: 0, shouldStop: { false }
      ) { _ throws(AuditStop) in throw .unwritable("the disk is full") }
    }
  }

  @Test func `who asks to stop gets what was delivered, and is told that it was not all`() throws {
    #expect(throws: AuditStop.interrupted) {
      try AuditPipeline(AuditFixture.context(), jobs: 2).run(
        AuditFixture.reader(bytes), from: 0, shouldStop: { true }
      ) { _ throws(AuditStop) in }
    }
  }
}
