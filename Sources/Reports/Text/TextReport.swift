import JSON
import PostText
import RiskEngine
import Rules

/// Renders a report as words for people: the verdict first, then why, then what to do.
package struct TextReport {
  /// How much is shown, and on what.
  package struct Look: Sendable {
    /// The columns of the terminal.
    package var width: Int
    /// True to use colours.
    package var usesColour: Bool
    /// True to print one line for each draft that is not clear, and nothing else.
    package var isQuiet: Bool

    /// Describes the place where the report is shown.
    package init(width: Int = 80, usesColour: Bool = false, isQuiet: Bool = false) {
      self.width = width
      self.usesColour = usesColour
      self.isQuiet = isQuiet
    }

    /// An empty page for the place; lines longer than a hundred columns are hard to read.
    var page: TextPage {
      TextPage(width: max(40, min(width, 100)), ink: Ink(isOn: usesColour))
    }
  }

  private let report: Report
  private let look: Look
  private let ink: Ink

  /// Takes the report and the place where it is shown.
  package init(_ report: Report, look: Look) {
    self.report = report
    self.look = look
    self.ink = Ink(isOn: look.usesColour)
  }

  /// The report as bytes.
  package func rendered() -> [UInt8] {
    var page = look.page
    for (place, record) in report.records.enumerated() {
      if look.isQuiet {
        brief(record, on: &page)
      } else {
        if place > 0 {
          page.blank()
        }
        whole(record, on: &page)
      }
    }
    if !look.isQuiet, report.isList {
      summary(on: &page)
    }
    return page.bytes.array
  }

  private func whole(_ record: Record, on page: inout TextPage) {
    if report.isList {
      page.line(ink(.bold, Self.name(of: record)))
    }
    switch record.outcome {
    case .failed(let failure):
      // Alone, the reason stands on standard error, and once is enough.
      if report.isList {
        page.paragraph(ink(.red, "NOT CHECKED:"), Self.words(of: failure))
      } else {
        page.line(ink(.red, "NOT CHECKED."))
      }
    case .checked(let checked):
      DraftPage(record: record, checked: checked, report: report, ink: ink).write(on: &page)
    }
  }

  private func brief(_ record: Record, on page: inout TextPage) {
    let name = report.isList || record.file != nil ? Self.name(of: record) + ": " : ""
    switch record.outcome {
    case .failed(let failure):
      page.line(name + "not checked: " + TerminalText.shown(Self.words(of: failure)))
    case .checked(let checked):
      let assessment = checked.assessment
      let rules = Set(assessment.findings.map(\.rule.id)).sorted().joined(separator: ", ")
      if assessment.verdict != .clear {
        page.line(name + assessment.verdict.rawValue + ": " + TerminalText.shown(rules))
      } else if assessment.isIncomplete {
        page.line(name + "not checked in full")
      }
    }
  }

  /// Closes a report on several drafts with how many came to what.
  private func summary(on page: inout TextPage) {
    var counts: [Verdict: Int] = [:]
    var failed = 0
    for record in report.records {
      switch record.outcome {
      case .checked(let checked): counts[checked.assessment.verdict, default: 0] += 1
      case .failed: failed += 1
      }
    }
    var parts = Verdict.allCases.reversed().compactMap { verdict in
      counts[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    if failed > 0 {
      parts.append("\(failed) not checked")
    }
    let total = report.records.count
    page.blank()
    page.line("\(total) \(total == 1 ? "draft" : "drafts"): " + parts.joined(separator: ", "))
  }

  /// The reason of a failure, with its place when that is known.
  private static func words(of failure: Record.Failure) -> String {
    guard let line = failure.line, let column = failure.column else { return failure.message }
    return "\(failure.message) (line \(line), column \(column))"
  }

  /// What a draft of a list is called: its file, and its own id when it has one.
  private static func name(of record: Record) -> String {
    let file = record.file.map(TerminalText.shown)
    let id = record.id.map(TerminalText.shown)
    switch (file, id) {
    case (let file?, let id?): return "\(file) (\(id))"
    case (let name?, nil), (nil, let name?): return name
    case (nil, nil): return "draft \(record.index + 1)"
    }
  }
}
