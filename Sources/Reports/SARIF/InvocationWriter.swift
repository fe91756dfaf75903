import JSON
import RiskEngine

/// Writes how the run went: what could not be read, what was not checked, and what a person has to answer.
struct InvocationWriter {
  /// The report of the run.
  let report: Report

  /// Writes the members of the invocation.
  func write(to writer: inout JSONWriter) {
    let failed = report.records.contains { record in
      if case .failed = record.outcome { true } else { false }
    }
    writer.member("executionSuccessful", !failed)
    writer.member("exitCode", report.exitCode)
    writer.key("toolExecutionNotifications")
    writer.array(of: report.records) { writer, record in
      switch record.outcome {
      case .failed(let failure):
        notify("error", failure.code, failure.message, of: record, failure: failure, to: &writer)
      case .checked(let checked):
        for missing in checked.assessment.notChecked {
          notify(
            missing.isFailure ? "warning" : "note", "not-checked",
            "\(missing.part) was not checked: \(missing.reason)", of: record, to: &writer)
        }
        for question in checked.assessment.questions {
          notify("note", "question", question, of: record, to: &writer)
        }
      }
    }
  }

  private func notify(
    _ level: String, _ code: String, _ message: String, of record: Record,
    failure: Record.Failure? = nil, to writer: inout JSONWriter
  ) {
    let hasPlace = failure?.line != nil && failure?.column != nil
    NotificationWriter(
      level: level, code: code, message: message,
      uri: record.file.map(SARIFPlace.uri) ?? SARIFPlace.standardInput,
      line: hasPlace ? failure?.line : nil, column: hasPlace ? failure?.column : nil
    ).write(to: &writer)
  }
}
