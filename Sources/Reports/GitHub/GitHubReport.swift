import JSON
import PostText
import RiskEngine
import Rules

/// Renders a report as workflow commands, which GitHub shows beside the lines they are about.
package struct GitHubReport {
  private let report: Report

  /// Takes the report to render.
  package init(_ report: Report) {
    self.report = report
  }

  /// The report as bytes, one command a line.
  package func rendered() -> [UInt8] {
    var output = Bytes()
    for record in report.records {
      switch record.outcome {
      case .failed(let failure): write(failure, of: record, to: &output)
      case .checked(let checked): write(checked, of: record, to: &output)
      }
    }
    return output.array
  }

  private func write(_ failure: Record.Failure, of record: Record, to output: inout Bytes) {
    var properties = file(of: record)
    if let line = failure.line, let column = failure.column {
      properties += [("line", String(line)), ("col", String(column))]
    }
    properties.append(("title", "tweetlint: not checked"))
    output.append(Self.command("error", properties, failure.message))
  }

  private func write(_ checked: Record.Checked, of record: Record, to output: inout Bytes) {
    let source = AuthorText(checked, showsSensitive: report.showsSensitive)
    for finding in checked.assessment.findings {
      let location = FindingLocation(
        finding.part, span: finding.span, checked: checked, source: source)
      let words = finding.words
      let found = source.words(in: finding.span, of: finding.part)
      var message = found.isEmpty ? "" : "“\(found)”\n"
      message += [words.readsAs, words.why, words.advice].joined(separator: "\n")
      message += words.ask.map { "\nAsk: \($0)" } ?? ""
      output.append(
        Self.command(
          Self.level(of: finding.severity),
          file(of: record) + Self.region(location, of: record)
            + [("title", "\(finding.rule.title) [\(finding.rule.id)]")],
          message))
    }
    writeRest(of: checked.assessment, of: record, to: &output)
    output.append(
      Self.command(
        checked.assessment.verdict < .review ? "notice" : "error",
        file(of: record) + [("title", "tweetlint: verdict")],
        checked.assessment.verdict.rawValue))
  }

  /// Writes what was not checked and what a person has to answer: a command each, for GitHub shows only some.
  private func writeRest(
    of assessment: Assessment, of record: Record, to output: inout Bytes
  ) {
    let failures = assessment.notChecked.filter(\.isFailure)
    let unseen = assessment.notChecked.filter { !$0.isFailure }
    for (level, title, lines) in [
      ("warning", "not checked", failures.map { "\($0.part): \($0.reason)" }),
      ("notice", "not looked at", unseen.map { "\($0.part): \($0.reason)" }),
      ("notice", "please answer", assessment.questions),
    ] where !lines.isEmpty {
      output.append(
        Self.command(
          level, file(of: record) + [("title", "tweetlint: \(title)")],
          lines.joined(separator: "\n")))
    }
  }

  private func file(of record: Record) -> [(String, String)] {
    record.file.map { [("file", $0)] } ?? []
  }

  /// Where in the file a finding stands; GitHub has no lines where there is no file.
  private static func region(_ location: FindingLocation, of record: Record) -> [(String, String)] {
    guard record.file != nil, let start = location.start else { return [] }
    guard let end = location.end else {
      return [("line", String(start.line)), ("col", String(start.column))]
    }
    return [
      ("line", String(start.line)), ("endLine", String(end.line)),
      ("col", String(start.column)), ("endColumn", String(end.column)),
    ]
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .advice: "notice"
    case .caution: "warning"
    case .serious, .stop: "error"
    }
  }

  /// One command; neither values nor message can end it or begin another.
  private static func command(
    _ name: String, _ properties: [(String, String)], _ message: String
  ) -> String {
    let values = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    return "::\(name) \(values.joined(separator: ","))::\(escaped(message, isProperty: false))\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      case _ where scalar.disturbsTerminals: escaped += scalar.picture
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
