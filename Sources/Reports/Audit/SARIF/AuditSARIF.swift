import JSON
import RiskEngine
package import Rules

/// Renders an audit in the Static Analysis Results Interchange Format, version 2.1.0, result by result.
///
/// What it gives out in order (``begin()``, then ``results(of:)`` for each record, then ``end(_:)``) is one log.
/// Its memory does not grow with the records.
package struct AuditSARIF: Sendable {
  /// The most records that could not be read and are told each by itself.
  package static let mostFailures = 1_000

  private let manifest: PackManifest
  private let rulesSHA256: String
  private let toolVersion: String
  private let cards: [RuleCard]
  private let places: [String: Int]
  private var isFirst = true
  private var failures: [(source: AuditedRecord.Source, failure: Record.Failure)] = []

  /// Takes what the log says of the program.
  ///
  /// - Parameters:
  ///   - manifest: The pack that the posts are checked by.
  ///   - cards: All its rules; results point at them, so a log lists even those that find nothing.
  ///   - rulesSHA256: The SHA-256 of the rules, as results name it.
  ///   - toolVersion: The version of the program.
  package init(
    manifest: PackManifest, cards: [RuleCard], rulesSHA256: String, toolVersion: String
  ) {
    self.manifest = manifest
    self.rulesSHA256 = rulesSHA256
    self.toolVersion = toolVersion
    self.cards = cards.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    places = Dictionary(
      self.cards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes before the first result.
  package func begin() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", SARIFReport.schema)
      writer.member("version", SARIFReport.version)
      writer.member("runs", of: [cards]) { writer, cards in
        writer.object { writer in
          DriverWriter(
            manifest: manifest, rulesSHA256: rulesSHA256, toolVersion: toolVersion, cards: cards
          ).write(to: &writer)
          writer.member("columnKind", SARIFReport.columnKind)
          writer.member("results", of: [Int]()) { $0.number($1) }
        }
      }
    }
    // Four brackets stay open: of the results, the run, the list of runs, and the log.
    return Array(writer.bytes.array.dropLast(4))
  }

  /// The bytes of a record's results; none when nothing is listed of it.
  package mutating func results(of record: AuditedRecord) -> [UInt8] {
    switch record.outcome {
    case .skipped: return []
    case .failed(let failure):
      if failures.count < Self.mostFailures { failures.append((record.source, failure)) }
      return []
    case .checked(let post):
      var bytes = Bytes()
      for finding in post.findings {
        var writer = JSONWriter()
        writer.object { write(finding, of: post, record, to: &$0) }
        bytes.append(isFirst ? "\n" : ",\n")
        bytes.append(writer.bytes.array)
        isFirst = false
      }
      return bytes.array
    }
  }

  /// The bytes after the last result.
  ///
  /// The code with which the program ends is not known yet: the log may still fail to be written.
  ///
  /// - Parameter end: What the audit says at its end.
  /// - Returns: The rest of the log, with a line end at its end.
  package func end(_ end: AuditEnd) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("invocations", of: [end]) { writer, end in
        writer.object { writer in
          let isWhole = end.complaints.isEmpty && end.tally.failed == 0
          writer.member("executionSuccessful", isWhole)
          writer.member("toolExecutionNotifications", of: notifications(at: end)) {
            $1.write(to: &$0)
          }
        }
      }
      writer.member("properties") { writer in
        writer.member("read", end.tally.read)
        writer.member("checked", end.tally.checked)
        writer.member("skipped", end.tally.skippedInAll)
        writer.member("failed", end.tally.failed)
        if !end.showing.filters.isEmpty { writer.member("filters", end.showing.filters) }
        if let baseline = end.baseline {
          writer.member("baseline") { baseline.write(to: &$0) }
        }
      }
    }
    // The members go on with those of the run that has begun.
    return Array("\n],".utf8) + writer.bytes.array.dropFirst() + Array("]}\n".utf8)
  }

  // MARK: - Results

  private func write(
    _ finding: AuditedFinding, of post: AuditedPost, _ record: AuditedRecord,
    to writer: inout JSONWriter
  ) {
    writer.member("ruleId", finding.rule)
    writer.member("ruleIndex", places[finding.rule] ?? -1)
    writer.member("kind", "fail")
    writer.member("level", ResultWriter.level(of: finding.severity))
    let words = finding.match.utf8.isEmpty ? [] : ["“\(finding.match)”"]
    let message = (words + [finding.readsAs, finding.advice]).joined(separator: "\n")
    writer.member("message") { $0.member("text", message) }
    writer.member("locations", of: [record.source]) { writer, source in
      writer.object { Self.write(source, part: finding.part, to: &$0) }
    }
    writer.member("partialFingerprints") { writer in
      writer.member(
        "tweetlint/v1", Fingerprint.digits(of: finding.rule, finding.part, post.textSHA256))
    }
    writer.member("rank", min(100, max(0, finding.points)))
    writer.member("properties") { writer in
      writer.member("i", record.index)
      writer.member("id", record.id)
      writer.member("record", record.source.record)
      writer.member("account", post.account)
      writer.member("time", post.time)
      writer.member("kind", post.kind)
      writer.member("deleted", post.isDeleted)
      writer.member("part", finding.part)
      writer.member("span", of: [finding.span.lowerBound, finding.span.upperBound]) {
        $0.number($1)
      }
      writer.member("severity", finding.severity.rawValue)
      writer.member("category", finding.category)
      writer.member("draftVerdict", post.verdict.rawValue)
      writer.member("score", post.score)
    }
  }

  private static func write(
    _ source: AuditedRecord.Source, part: String, to writer: inout JSONWriter
  ) {
    writer.member("physicalLocation") { writer in
      writer.member("artifactLocation") { $0.member("uri", SARIFPlace.uri(of: source.file)) }
      writer.member("region") { $0.member("startLine", max(1, source.line)) }
    }
    writer.member("logicalLocations", of: [part]) { writer, name in
      writer.object { $0.member("fullyQualifiedName", name) }
    }
  }

  // MARK: - Notifications

  private func notifications(at end: AuditEnd) -> [NotificationWriter] {
    var told = end.complaints.map { complaint in
      NotificationWriter(
        level: "error", code: complaint.code, message: complaint.message,
        uri: SARIFPlace.uri(of: complaint.file))
    }
    told += failures.map { source, failure in
      NotificationWriter(
        level: "error", code: failure.code,
        message: "record \(source.record) was not checked: \(failure.message)",
        uri: SARIFPlace.uri(of: source.file), line: max(1, failure.line ?? source.line),
        column: failure.line == nil ? nil : failure.column)
    }
    let more = end.tally.failed - failures.count
    if more > 0 {
      told.append(
        NotificationWriter(
          level: "error", code: "further-failures",
          message: "\(Wording.count(more, "more record", "more records")) could not be read; "
            + "the result lines name each"))
    }
    if let words = AuditWords.choice(of: end.showing.filters) {
      told.append(NotificationWriter(level: "note", code: "filtered", message: words))
    }
    told += end.tally.skipped.sortedByBytes.map { reason, count in
      NotificationWriter(
        level: "note", code: "left-out",
        message: "\(Wording.count(count, "record", "records")) left out: \(reason)")
    }
    told += end.tally.notChecked.sorted.map { reason, count in
      NotificationWriter(
        level: "note", code: "not-checked",
        message: "\(Wording.count(count, "post", "posts")) not checked in part: \(reason)")
    }
    if end.tally.incomplete > 0 {
      told.append(
        NotificationWriter(
          level: "warning", code: "incomplete",
          message:
            "\(Wording.count(end.tally.incomplete, "post", "posts")) could not be checked in full")
      )
    }
    return told
  }
}
