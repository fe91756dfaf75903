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
