import JSON
import PostText
import RiskEngine
import Rules

/// Writes the findings of one draft as results.
struct ResultWriter {
  /// The draft's record.
  let record: Record
  /// The draft and its assessment.
  let checked: Record.Checked
  /// The report it belongs to.
  let report: Report
  /// The rules as the driver lists them.
  let cards: [RuleCard]

  /// The level that stands for a severity.
  static func level(of severity: Severity) -> String {
    switch severity {
    case .advice: "note"
    case .caution: "warning"
    case .serious, .stop: "error"
    }
  }

  /// Writes one object for each finding, for each that was set aside, and for each of a rule on trial.
  func write(to writer: inout JSONWriter) {
    let source = AuthorText(checked, showsSensitive: report.showsSensitive)
    for finding in checked.assessment.findings {
      write(finding, source: source, to: &writer)
    }
    for waived in checked.assessment.waived {
      write(waived.finding, waiver: waived.reason, source: source, to: &writer)
    }
    for finding in checked.assessment.trials {
      write(finding, isTrial: true, source: source, to: &writer)
    }
  }

  private func write(
    _ finding: Finding, waiver: String? = nil, isTrial: Bool = false, source: AuthorText,
    to writer: inout JSONWriter
  ) {
    let card = finding.rule
    let location = FindingLocation(
      finding.part, span: finding.span, checked: checked, source: source)
    writer.object { writer in
      writer.member("ruleId", card.id)
      writer.member("ruleIndex", cards.firstIndex { $0.id == card.id } ?? -1)
      // SARIF asks for the level `none` where the kind is not a failure.
      writer.member("kind", isTrial ? "informational" : "fail")
      writer.member("level", isTrial ? "none" : Self.level(of: finding.severity))
      writer.member("message") { $0.member("text", message(of: finding, source: source)) }
      writer.member("locations", of: [location]) { writer, location in
        writer.object { write(location, of: finding, source: source, to: &$0) }
      }
      writer.member("partialFingerprints") { writer in
        writer.member("tweetlint/v1", fingerprint(of: finding))
      }
      if let waiver {
        writer.member("suppressions", of: [waiver]) { writer, reason in
          writer.object { writer in
            writer.member("kind", "inSource")
            writer.member("justification", reason)
          }
        }
      }
      writer.member("rank", finding.points)
      writer.member("properties") { writer in
        writer.member("part", finding.part.description)
        writer.member("severity", finding.severity.rawValue)
        writer.member("confidence", hundredths: finding.confidence)
        writer.member("draftVerdict", checked.assessment.verdict.rawValue)
      }
    }
  }

  private func message(of finding: Finding, source: AuthorText) -> String {
    let found = source.words(in: finding.span, of: finding.part)
    let words = [finding.words.readsAs, finding.words.advice]
    return ((found.isEmpty ? [] : ["“\(found)”"]) + words).joined(separator: "\n")
  }

  private func write(
    _ location: FindingLocation, of finding: Finding, source: AuthorText,
    to writer: inout JSONWriter
  ) {
    writer.member("physicalLocation") { writer in
      writer.member("artifactLocation") { writer in
        writer.member("uri", record.file.map(SARIFPlace.uri) ?? SARIFPlace.standardInput)
      }
      if let start = location.start {
        writer.member("region") { write(start, location.end, of: finding, source, to: &$0) }
      }
    }
    writer.member("logicalLocations", of: [finding.part.description]) { writer, name in
      writer.object { $0.member("fullyQualifiedName", name) }
    }
  }

  private func write(
    _ start: FindingLocation.Point, _ end: FindingLocation.Point?, of finding: Finding,
    _ source: AuthorText, to writer: inout JSONWriter
  ) {
    writer.member("startLine", start.line)
    writer.member("startColumn", start.column)
    guard let end else { return }
    writer.member("endLine", end.line)
    writer.member("endColumn", end.column)
    writer.member("charOffset", start.scalar)
    writer.member("charLength", end.scalar - start.scalar)
    writer.member("byteOffset", start.utf8)
    writer.member("byteLength", end.utf8 - start.utf8)
    writer.member("snippet") { writer in
      writer.member("text", source.words(in: finding.span, of: finding.part))
    }
  }

  /// A mark that stays the same when the finding moves: of the rule, the part and the words as shown.
  ///
  /// The words of sensitive rules are hidden before, so that the mark gives nothing away.
  private func fingerprint(of finding: Finding) -> String {
    let hiding = AuthorText(checked, showsSensitive: false)
    let words = hiding.words(in: finding.span, of: finding.part)
    return Fingerprint.digits(of: finding.rule.id, finding.part.description, words)
  }
}
