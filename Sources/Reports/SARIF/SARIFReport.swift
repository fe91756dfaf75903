import JSON
import PostText
import RiskEngine
import Rules

/// Renders a report in the Static Analysis Results Interchange Format, version 2.1.0.
package struct SARIFReport {
  /// The address of the format's schema.
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  /// The version of the format.
  static let version = "2.1.0"
  /// What columns and offsets of characters count: what people see as one sign is mostly one.
  static let columnKind = "unicodeCodePoints"

  private let report: Report
  /// The rules that found something, by id.
  private let cards: [RuleCard]

  /// Takes the report to render.
  package init(_ report: Report) {
    self.report = report
    var cards: [String: RuleCard] = [:]
    for record in report.records {
      guard case .checked(let checked) = record.outcome else { continue }
      for finding in checked.assessment.allFindings {
        cards[finding.rule.id] = finding.rule
      }
    }
    self.cards = cards.values.sorted { $0.id < $1.id }
  }

  /// The report as bytes, with a line end at the end.
  package func rendered() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", Self.schema)
      writer.member("version", Self.version)
      writer.member("runs", of: [report]) { writer, _ in
        writer.object { writeRun(to: &$0) }
      }
    }
    var output = writer.bytes
    output.newline()
    return output.array
  }

  private func writeRun(to writer: inout JSONWriter) {
    DriverWriter(
      manifest: report.manifest, rulesSHA256: report.rulesSHA256, toolVersion: report.toolVersion,
      cards: cards
    ).write(to: &writer)
    writer.member("invocations", of: [report]) { writer, _ in
      writer.object { InvocationWriter(report: report).write(to: &$0) }
    }
    writer.member("columnKind", SARIFReport.columnKind)
    writer.member("artifacts", of: files()) { writer, file in
      writer.object { $0.member("location") { $0.member("uri", SARIFPlace.uri(of: file)) } }
    }
    writer.key("results")
    writer.array(of: report.records) { writer, record in
      guard case .checked(let checked) = record.outcome else { return }
      ResultWriter(record: record, checked: checked, report: report, cards: cards)
        .write(to: &writer)
    }
  }

  private func files() -> [String] {
    var seen: Set<String> = []
    return report.records.compactMap(\.file).filter { seen.insert($0).inserted }
  }
}
