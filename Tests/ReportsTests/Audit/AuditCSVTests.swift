import JSON
import RiskEngine
import TestSupport
import Testing

@testable import Reports

struct AuditCSVTests {
  private func file(_ records: [AuditedRecord]) -> [UInt8] {
    AuditCSV.header + records.flatMap { AuditCSV.rows(of: $0) }
  }

  @Test func `a row for each finding, and for what must not be passed over`() {
    AuditSamples.golden(file(AuditSamples.records), "audit.csv")
  }

  private static let formulas = [
    ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "'\t=1"), ("\rx", "'\nx"),
    ("\nx", "'\nx"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"),
    (" =1", "' =1"), ("\u{FEFF}=1", "'\u{FEFF}=1"), ("\u{0}=1", "'␀=1"), ("−1", "'−1"),
    ("a=1", "a=1"), ("a\u{0}b", "a␀b"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\"=1", "\"=1"),
    ("'=1", "'=1"), ("x\"\u{301},=1", "x\"\u{301},=1"), ("", ""), ("100 %", "100 %"),
    ("\u{200B}\u{202A}=1", "'\u{200B}\u{202A}=1"),
  ]

  @Test(arguments: formulas)
  func `what a spreadsheet would obey is kept from it`(_ text: String, _ expected: String) {
    var bytes = Bytes()
    CSVField.append(text, to: &bytes)
    let field = StrictCSV(bytes.array + [13, 10]).rows.first?.first ?? ""
    #expect(Array(field.utf8) == Array(expected.utf8))
  }

  @Test(arguments: 1...8)
  func `every row can be read back strictly`(_ seed: UInt64) {
    let records = GeneratedRecords.make(count: 300, seed: seed)
    let file = file(records)
    #expect(!file.contains(0))
    #expect(!file.starts(with: [0xEF, 0xBB, 0xBF]))
    let csv = StrictCSV(file)
    #expect(csv.fault == nil)
    #expect(csv.rows.allSatisfy { $0.count == 20 })
    var rows = csv.rows.dropFirst()
    for record in records {
      let own = rows.prefix(AuditSamples.rowCount(of: record))
      #expect(own.allSatisfy { $0[0] == "\(record.index)" })
      #expect(own.allSatisfy { $0[3] == "\(record.source.record)" })
      if case .checked(let post) = record.outcome {
        #expect(own.map { $0[11] }.filter { !$0.isEmpty } == post.findings.map(\.rule))
      }
      rows = rows.dropFirst(own.count)
    }
    #expect(rows.isEmpty)
    for field in csv.rows.joined() {
      let first = field.unicodeScalars.first { !$0.properties.isWhitespace }
      #expect(first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(field)")
    }
  }
}

extension AuditSamples {
  /// The rows that a record must have.
  fileprivate static func rowCount(of record: AuditedRecord) -> Int {
    switch record.outcome {
    case .skipped: 0
    case .failed: 1
    case .checked(let post):
      post.findings.isEmpty
        ? (post.verdict > .clear || post.isIncomplete || post.replay != nil ? 1 : 0)
        : post.findings.count
    }
  }
}
