import RiskEngine

/// Writes how the run went: what could not be read, and what was not checked.
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
      }
    }
  }

  private func notify(
    _ level: String, _ code: String, _ message: String, of record: Record,
    failure: Record.Failure? = nil, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("level", level)
      writer.member("message") { $0.member("text", message) }
      writer.member("descriptor") { $0.member("id", code) }
      writer.member("locations", of: [record]) { writer, record in
        writer.object { writer in
          writer.member("physicalLocation") { writer in
            writer.member("artifactLocation") { writer in
              writer.member(
                "uri", record.file.map(SARIFPlace.uri) ?? SARIFPlace.standardInput)
            }
            if let line = failure?.line, let column = failure?.column {
              writer.member("region") { writer in
                writer.member("startLine", line)
                writer.member("startColumn", column)
              }
            }
          }
        }
      }
    }
  }
}
