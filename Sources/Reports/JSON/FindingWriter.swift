import JSON
import PostText
import RiskEngine
import Rules

/// Writes findings of one draft as JSON.
struct FindingWriter {
  /// The report that the draft belongs to.
  let report: Report
  /// The draft's own words.
  let source: AuthorText

  /// Writes one finding as an object, with the author's reason when it was set aside.
  func write(_ finding: Finding, to writer: inout JSONWriter, waiver: String? = nil) {
    let (card, words) = (finding.rule, finding.words)
    writer.object { writer in
      writer.member("rule", card.id)
      writer.member("category", card.category)
      writer.member("severity", finding.severity.rawValue)
      writer.member("confidence", hundredths: finding.confidence)
      writer.member("points", finding.points)
      writer.member("part", finding.part.description)
      writer.member("span") { writeSpan(of: finding, to: &$0) }
      writer.member("match", source.words(in: finding.span, of: finding.part))
      if source.isHidden(finding.span, of: finding.part) {
        writer.member("redacted", true)
      }
      writer.member("title", card.title)
      writer.member("reads_as", words.readsAs)
      writer.member("advice", words.advice)
      writer.member("why", words.why)
      writer.member("references", of: report.references(of: card)) { writer, reference in
        writer.object { writer in
          writer.member("id", reference.id)
          writer.member("title", reference.title)
        }
      }
      writer.member("suggestions", words.suggestions)
      writer.member("ask", words.ask)
      if let kinds = finding.kinds {
        writer.member("identifiers", kinds.names)
        writer.member("take_out", kinds.takeOut)
      }
      if let waiver {
        writer.member("waiver", waiver)
      }
      if report.isExplained {
        writer.member("reasons", finding.reasons)
      }
    }
  }

  private func writeSpan(of finding: Finding, to writer: inout JSONWriter) {
    let bytes = source.bytes(of: finding.part)
    let start = TextOffset(utf8: finding.span.lowerBound, in: bytes)
    let end = TextOffset(utf8: finding.span.upperBound, in: bytes)
    writer.member("utf8", of: [start.utf8, end.utf8]) { $0.number($1) }
    writer.member("utf16", of: [start.utf16, end.utf16]) { $0.number($1) }
    writer.member("scalar", of: [start.scalar, end.scalar]) { $0.number($1) }
  }
}
