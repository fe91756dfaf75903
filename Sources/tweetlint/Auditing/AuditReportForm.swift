import Audit
import Reports
import RiskEngine
import Rules

/// Makes the reports of audits in any form.
struct AuditReportForm {
  /// The rules that the posts are checked by.
  let rules: RuleProgram
  /// Which rules they are.
  let identity: RulesIdentity
  /// The inputs, for the page's heading.
  let inputs: [String]
  /// True for colours.
  let usesColour: Bool
  /// True for a short summary.
  let isQuiet: Bool

  /// What takes the records, in a form, and delivers them to a file or to standard output.
  func sink(_ format: AuditFormat, to output: String?) throws(CommandFault) -> any AuditSink {
    switch format {
    case .text: PageSink(to: output, page: text(width: output == nil ? Console.width : 80))
    case .html: PageSink(to: output, page: page)
    case .jsonl: try StreamSink(lines, to: OutputStream(path: output))
    case .csv: try StreamSink(table, to: OutputStream(path: output))
    case .sarif: try StreamSink(sarif, to: OutputStream(path: output))
    }
  }

  private func text(width: Int) -> (AuditEnd, AuditWorst) -> [UInt8] {
    let look = TextReport.Look(width: width, usesColour: usesColour, isQuiet: isQuiet)
    return { end, worst in AuditText(end, worst: worst, look: look).rendered() }
  }

  private func page(_ end: AuditEnd, _ worst: AuditWorst) -> [UInt8] {
    let edition = AuditHTML.Edition(
      title: "Audit of posts", inputs: inputs, categories: rules.manifest.categories,
      toolVersion: ToolVersion.current)
    return AuditHTML(end, worst: worst, edition: edition).rendered()
  }

  private var lines: StreamSink.Form {
    StreamSink.Form(
      head: [], body: { $0.lines }, tail: { AuditEndJSON($0).rendered() })
  }

  private var table: StreamSink.Form {
    StreamSink.Form(
      head: AuditCSV.header, body: { $0.records.flatMap { AuditCSV.rows(of: $0) } },
      tail: { _ in [] }, aside: AuditCSV.aside)
  }

  private var sarif: StreamSink.Form {
    var log = AuditSARIF(
      manifest: rules.manifest, cards: rules.cards, rulesSHA256: identity.sha256,
      toolVersion: ToolVersion.current)
    return StreamSink.Form(
      head: log.begin(), body: { $0.records.flatMap { log.results(of: $0) } },
      tail: { log.end($0) })
  }
}
