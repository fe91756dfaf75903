import Reports
import Testing

@testable import Audit

/// The political sides that a post names go along with it, and with nothing else.
struct SidesLineTests {
  private func record(_ text: String) throws -> (record: AuditedRecord, line: String) {
    let bytes = Array("{\"id\": \"a\", \"text\": \"\(text)\"}\n".utf8)
    let batches = try AuditFixture.batches(bytes, jobs: 1)
    let record = try #require(batches.first?.records.first)
    return (record, String(decoding: batches.flatMap(\.lines), as: UTF8.self))
  }

  @Test func `the sides of a post reach its record and its line, sorted`() throws {
    let (record, line) = try record("The Labour and Conservative candidates opened the fair.")
    guard case .checked(let post) = record.outcome else {
      Issue.record("not checked")
      return
    }
    #expect(post.sides == ["conservative", "labour"])
    #expect(line.contains(#""sides":["conservative","labour"]"#))
    let rules = post.findings.map(\.rule)
    #expect(!rules.contains("labour") && !rules.contains("conservative"))
    let reader = try #require(ResultReader())
    let bytes = Array(line.utf8).dropLast()
    #expect(try reader.line(bytes) == .record(record))
  }

  @Test func `a post that names none says nothing of sides`() throws {
    let (record, line) = try record("Green Lane is closed.")
    guard case .checked(let post) = record.outcome else {
      Issue.record("not checked")
      return
    }
    #expect(post.sides == [])
    #expect(!line.contains("sides"))
  }
}
