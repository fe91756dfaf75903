package import JSON
import PostText
import RiskEngine
import Rules

/// Renders a report as JSON by the schema `tweetlint.result/1`.
///
/// One draft is one object; a list is an array with one object a line.
package struct JSONReport {
  /// The name of the schema, with its version.
  package static let schema = "tweetlint.result/1"

  private let report: Report

  /// Takes the report to render.
  package init(_ report: Report) {
    self.report = report
  }

  /// The report as bytes, with a line end at the end.
  package func rendered() -> [UInt8] {
    var output = Bytes()
    if report.isList {
      output.append("[")
    }
    for (place, record) in report.records.enumerated() {
      if report.isList {
        output.append(place == 0 ? "\n" : ",\n")
      }
      var writer = JSONWriter()
      write(record, to: &writer)
      output.append(writer.bytes.array)
    }
    output.append(report.isList ? "\n]\n" : "\n")
    return output.array
  }

  private func write(_ record: Record, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("i", record.index)
      writer.member("id", record.id)
      if let file = record.file {
        writer.member("file", file)
      }
      switch record.outcome {
      case .checked(let checked): write(checked, to: &writer)
      case .failed(let failure): write(failure, to: &writer)
      }
    }
  }

  /// Writes the members of a draft that could not be read.
  func write(_ failure: Record.Failure, to writer: inout JSONWriter) {
    writer.member("error") { writer in
      writer.member("code", failure.code)
      writer.member("message", failure.message)
      if let line = failure.line, let column = failure.column {
        writer.member("line", line)
        writer.member("column", column)
      }
    }
  }

  private func write(_ checked: Record.Checked, to writer: inout JSONWriter) {
    let source = AuthorText(checked, showsSensitive: report.showsSensitive)
    write(
      checked, verdict: checked.assessment.verdict.rawValue, showing: source, to: &writer)
  }

  /// Writes the members of a draft that was checked into an object of another schema.
  package func writeMembers(of checked: Record.Checked, to writer: inout JSONWriter) {
    write(checked, to: &writer)
  }

  /// Writes the members of a draft that was checked, with the word for its verdict and what may be shown of its words.
  func write(
    _ checked: Record.Checked, verdict: String, showing source: AuthorText,
    to writer: inout JSONWriter
  ) {
    let assessment = checked.assessment
    let findings = FindingWriter(report: report, source: source)
    writer.member("text_sha256", checked.textSHA256)
    if let day = checked.draft.day {
      writer.member("at", day.description)
    }
    writer.member("verdict", verdict)
    writer.member("score", assessment.score)
    writer.member("findings", of: assessment.findings) { findings.write($1, to: &$0) }
    writer.member("questions", assessment.questions)
    writer.member("not_checked", of: assessment.notChecked) { writer, missing in
      writer.object { write(missing, to: &$0) }
    }
    writer.member("waived", of: assessment.waived) { writer, waived in
      findings.write(waived.finding, to: &writer, waiver: waived.reason)
    }
    writer.member("trial", of: assessment.trials) { findings.write($1, to: &$0) }
    if report.isExplained {
      writer.member("explanation") { write(assessment.explanation, to: &$0) }
    }
    writer.member("rules") { writer in
      writer.member("pack", report.manifest.id)
      writer.member("version", report.manifest.version)
      writer.member("sha256", report.rulesSHA256)
    }
  }

  private func write(_ missing: Assessment.NotChecked, to writer: inout JSONWriter) {
    writer.member("part", missing.part)
    if let rule = missing.rule {
      writer.member("rule", rule)
    }
    writer.member("reason", missing.reason)
    writer.member("failure", missing.isFailure)
  }

  private func write(_ explanation: Explanation, to writer: inout JSONWriter) {
    writer.member("categories", of: explanation.categories) { writer, points in
      writer.object { writer in
        writer.member("category", points.category)
        writer.member("sum", points.sum)
        writer.member("cap", report.cap(of: points.category))
        writer.member("counted", points.counted)
      }
    }
    writer.member("band", explanation.band.rawValue)
    writer.member("floor", explanation.floor.rawValue)
    writer.member("review_from", report.manifest.scoring.review)
    writer.member("hold_from", report.manifest.scoring.hold)
    writer.member("notes", explanation.notes)
  }
}
