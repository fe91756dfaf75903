import Archives
import PostText
import Reports
import Rules
import Testing

@testable import Audit

struct FilterTests {
  private let bytes = AuditFixture.lines(count: 300, seed: 11)

  private func records(_ filter: AuditFilter) throws -> [AuditedRecord] {
    try AuditFixture.batches(bytes, jobs: 2, filter: filter).flatMap(\.records)
  }

  private func checked(_ records: [AuditedRecord]) -> [AuditedPost] {
    records.compactMap { if case .checked(let post) = $0.outcome { post } else { nil } }
  }

  @Test func `days bound what is checked, and what is left out says why`() throws {
    var filter = AuditFilter()
    filter.since = CalendarDay("2020-09-15")
    filter.until = CalendarDay("2020-09-16")
    let records = try records(filter)
    let days = Set(checked(records).compactMap { $0.time.flatMap { CalendarDay($0) } })
    #expect(days.map(\.description).sorted() == ["2020-09-15", "2020-09-16"])
    #expect(records.contains { $0.outcome == .skipped("before-since") })
    #expect(records.contains { $0.outcome == .skipped("after-until") })
  }

  @Test func `a kind or an account chooses posts`() throws {
    var filter = AuditFilter()
    filter.kinds = [.reply]
    #expect(Set(checked(try records(filter)).map(\.kind)) == ["reply"])
    filter = AuditFilter()
    filter.accounts = ["somebodyelse"]
    #expect(checked(try records(filter)).isEmpty)
    filter.accounts = ["northmarchpolice"]
    #expect(!checked(try records(filter)).isEmpty)
  }

  @Test func `a category chooses findings and leaves the verdict alone`() throws {
    var filter = AuditFilter()
    filter.categories = ["force-relish"]
    let all = checked(try records(AuditFilter()))
    let chosen = checked(try records(filter))
    #expect(chosen.map(\.verdict) == all.map(\.verdict))
    #expect(Set(chosen.flatMap(\.findings).map(\.category)) == ["force-relish"])
    filter = AuditFilter()
    filter.minSeverity = .serious
    #expect(checked(try records(filter)).flatMap(\.findings).allSatisfy { $0.severity >= .serious })
  }
}
