import Foundation
import RiskEngine
import TestSupport
import Testing

@testable import Reports

struct AuditTextTests {
  private func text(
    _ records: [AuditedRecord] = AuditSamples.records,
    complaints: [AuditEnd.Complaint] = AuditSamples.complaints, look: TextReport.Look = .init()
  ) -> [UInt8] {
    let end = AuditEnd(
      tally: AuditSamples.tally(of: records), complaints: complaints, rules: AuditSamples.identity)
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

  @Test(arguments: 1...4)
  func `a terminal obeys nothing of what records hold`(_ seed: UInt64) {
    var records = GeneratedRecords.make(count: 60, seed: seed)
    for index in records.indices {
      records[index].id = "\u{1B}[31m\u{7}"
      records[index].source.file = "a\u{202E}b\nc"
    }
    let shown = String(decoding: text(records), as: UTF8.self)
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || !$0.disturbsTerminals })
  }
}
