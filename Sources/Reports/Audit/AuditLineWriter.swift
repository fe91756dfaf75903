import JSON
import PostText
package import RiskEngine

/// Writes records of an audit as lines of the schema `tweetlint.result/1`.
///
/// A line is written in two pieces: many tasks write what follows the index, and whoever puts them in order the rest.
package struct AuditLineWriter: Sendable {
  /// What stands for the verdict of a post of which a baseline knows all that was found.
  package static let known = "known"

  private let report: Report

  /// Takes the pack and what is shown; the records of the report are not looked at.
  package init(_ report: Report) {
    self.report = report
  }

  /// What may be shown of a post's words, those that other rules would flag among them.
  package func words(
    of checked: Record.Checked, replayed: Assessment? = nil
  ) -> AuthorText {
    AuthorText(
      checked, showsSensitive: report.showsSensitive, hidesContacts: true, replayed: replayed)
  }

  /// The beginning of a line, up to and with the record's index.
  package static func head(_ index: Int) -> [UInt8] {
    Array(#"{"schema":"\#(JSONReport.schema)","i":\#(index)"#.utf8)
  }

  /// The rest of the line of a post that was checked, with its line end.
  package func tail(
    of line: AuditLine, _ checked: Record.Checked, _ record: AuditedRecord,
    showing source: AuthorText
  ) -> [UInt8] {
    tail(of: line) { writer in
      if let account = checked.draft.account { writer.member("account", account) }
      if let time = line.time { writer.member("time", time) }
      writer.member("kind", line.kind)
      if line.isDeleted { writer.member("deleted", true) }
      if !line.sides.isEmpty { writer.member("sides", line.sides) }
      if case .checked(let post) = record.outcome, !post.shown.isEmpty {
        writer.member("shown", of: post.shown) { writer, shown in
          writer.object { writer in
            writer.member("part", shown.part)
            writer.member("text", shown.text)
          }
        }
      }
      if let replay = line.replay { writer.member("other_rules") { replay.write(to: &$0) } }
      Self.write("known", line.known, to: &writer)
      Self.write("new", line.new, to: &writer)
      let verdict = line.isKnown ? Self.known : checked.assessment.verdict.rawValue
      JSONReport(report).write(checked, verdict: verdict, showing: source, to: &writer)
    }
  }

  private static func write(_ name: String, _ marks: [BaselineMark], to writer: inout JSONWriter) {
    guard !marks.isEmpty else { return }
    writer.member(name, of: marks) { writer, mark in
      writer.object { writer in
        writer.member("rule", mark.rule)
        writer.member("hash", mark.hash.hex)
      }
    }
  }

  /// The rest of the line of a record that was left out, with its line end.
  package func tail(of line: AuditLine, skipped reason: String) -> [UInt8] {
    tail(of: line) { $0.member("skipped", reason) }
  }

  /// The rest of the line of a record that could not be read, with its line end.
  package func tail(of line: AuditLine, failed failure: Record.Failure) -> [UInt8] {
    tail(of: line) { JSONReport(report).write(failure, to: &$0) }
  }

  private func tail(of line: AuditLine, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", line.id)
      writer.member("file", line.source.file)
      writer.member("record", line.source.record)
      writer.member("line", line.source.line)
      members(&writer)
    }
    // The object's own brace gives way to the comma after the index.
    var bytes = writer.bytes.array
    bytes[0] = UInt8(ascii: ",")
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
