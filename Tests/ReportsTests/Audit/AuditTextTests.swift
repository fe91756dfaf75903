import Foundation
import JSON
import RiskEngine
import TestSupport
import Testing

@testable import Reports

struct AuditTextTests {
  private func text(
    _ records: [AuditedRecord] = AuditSamples.records,
    complaints: [AuditEnd.Complaint] = AuditSamples.complaints,
    showing: AuditEnd.Showing = AuditEnd.Showing(), look: TextReport.Look = .init()
  ) -> [UInt8] {
    let end = AuditEnd(
      tally: AuditSamples.tally(of: records), complaints: complaints, rules: AuditSamples.identity,
      showing: showing)
    return AuditText(end, worst: AuditSamples.worst(of: records), look: look).rendered()
  }

  @Test func `the summary says the counts first, then the worst`() {
    AuditSamples.golden(text(), "audit.txt")
  }

  @Test func `a summary in colour says the same words`() throws {
    let coloured = String(decoding: text(look: .init(usesColour: true)), as: UTF8.self)
    let plain = coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(plain != coloured)
    #expect(Array(plain.utf8) == text())
  }

  @Test func `quiet leaves the counts and what is wrong`() {
    AuditSamples.golden(text(look: .init(isQuiet: true)), "audit-quiet.txt")
  }

  /// Records that could not be read, as a table with a damaged end gives them.
  static let unread = (0..<23).map { number in
    AuditedRecord(
      index: number, id: number == 1 ? "17" : nil,
      source: .init(file: "posts.csv", record: number + 1, line: number + 2),
      outcome: .failed(
        Record.Failure(code: "no-text", message: "Nothing to read, number \(number).")))
  }

  @Test func `the first records that could not be read are listed with where and why`() {
    let shown = String(
      decoding: text(Self.unread.reversed(), look: .init(width: 200)), as: UTF8.self)
    #expect(shown.contains("could not be read: 23 no-text"))
    #expect(
      shown.contains("! posts.csv:3 (record 2, id 17): Nothing to read, number 1. [no-text]\n"))
    #expect(shown.contains("number 19.") && !shown.contains("number 20."))
    #expect(shown.contains("  … and 3 more\n"))
    let few = String(decoding: text(Array(Self.unread.prefix(20))), as: UTF8.self)
    #expect(!few.contains("more\n"))
  }

  @Test(arguments: [
    "private", "shared-address", "not-a-post", "before-since", "after-until", "other-account",
    "other-kind",
  ])
  func `a reason for leaving records out is told in words`(_ reason: String) {
    let record = AuditedRecord(
      index: 0, id: nil, source: .init(file: "f", record: 1, line: 1), outcome: .skipped(reason))
    let shown = String(decoding: text([record], look: .init(width: 200)), as: UTF8.self)
    #expect(shown.contains("left out: 1 \(reason): "))
  }

  @Test func `nothing read is said in one line`() {
    let shown = String(decoding: text([], complaints: []), as: UTF8.self)
    #expect(shown.hasPrefix("0 records read: 0 checked, 0 left out, 0 could not be read.\n"))
  }

  @Test(arguments: [false, true])
  func `a summary of a part says that it is one, and what it shows`(_ isQuiet: Bool) {
    let shown = String(
      decoding: text(
        showing: .init(isSensitiveShown: true, filters: ["posts since 2024-01-01"]),
        look: .init(width: 200, isQuiet: isQuiet)), as: UTF8.self)
    #expect(shown.contains("Not everything is listed here: only posts since 2024-01-01.\n"))
    #expect(shown.contains("sensitive rules found are shown"))
  }

  @Test(arguments: 1...4)
  func `a terminal obeys nothing of what records hold`(_ seed: UInt64) {
    var records = GeneratedRecords.make(count: 60, seed: seed)
    for index in records.indices {
      records[index].id = "\u{1B}[31m\u{7}"
      records[index].source.file = "a\u{202E}b\nc"
    }
    let shown = String(
      decoding: text(records, showing: .init(filters: ["\u{1B}[31m\u{7}"])), as: UTF8.self)
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || !$0.disturbsTerminals })
  }
}
