import PostText
import RiskEngine
import Rules

/// Renders a report in the Static Analysis Results Interchange Format, version 2.1.0.
package struct SARIFReport {
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
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.member("runs", of: [report]) { writer, _ in
        writer.object { writeRun(to: &$0) }
      }
    }
    var output = writer.bytes
    output.newline()
    return output.array
  }

  private func writeRun(to writer: inout JSONWriter) {
    writer.member("tool") { $0.member("driver") { writeDriver(to: &$0) } }
    writer.member("invocations", of: [report]) { writer, _ in
      writer.object { InvocationWriter(report: report).write(to: &$0) }
    }
    writer.member("columnKind", "utf16CodeUnits")
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

  private func writeDriver(to writer: inout JSONWriter) {
    writer.member("name", "TweetLint")
    writer.member("version", report.toolVersion)
    writer.member("rules", of: cards) { writer, card in
      writer.object { write(card, to: &$0) }
    }
    writer.member("properties") { writer in
      writer.member("pack", report.manifest.id)
      writer.member("packVersion", report.manifest.version)
      writer.member("packSha256", report.rulesSHA256)
    }
  }

  private func write(_ card: RuleCard, to writer: inout JSONWriter) {
    writer.member("id", card.id)
    writer.member("shortDescription") { $0.member("text", card.title) }
    writer.member("fullDescription") { $0.member("text", card.words.inGeneral.readsAs) }
    writer.member("help") { $0.member("text", help(of: card)) }
    writer.member("defaultConfiguration") { writer in
      writer.member("level", card.severity.map(ResultWriter.level) ?? "none")
    }
    writer.member("properties") { writer in
      writer.member("category", card.category)
      writer.member("tags", [card.category])
    }
  }

  private func help(of card: RuleCard) -> String {
    var lines = [card.words.why, card.words.inGeneral.advice]
    lines += card.words.suggestions.map { "Try: “\($0)”" }
    lines += card.words.ask.map { ["Ask: \($0)"] } ?? []
    let references = report.references(of: card).map(\.title)
    if !references.isEmpty {
      lines.append("See: " + references.joined(separator: "; "))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
