import JSON
import RiskEngine
import Rules

/// Renders the last line of an audit's result lines: the counts, and what keeps the result from being complete.
package struct AuditEndJSON {
  private let end: AuditEnd

  /// Takes what is said at the end.
  package init(_ end: AuditEnd) {
    self.end = end
  }

  /// One object and a line end; the same counts give the same bytes.
  package func rendered() -> [UInt8] {
    let tally = end.tally
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("type", "end")
      writer.member("read", tally.read)
      writer.member("checked", tally.checked)
      writer.member("skipped", counts: tally.skipped)
      writer.member("failed", tally.failed)
      writer.member("failures", counts: tally.failures)
      writer.member("verdicts") { tally.verdicts.writeEach(to: &$0) }
      writer.member("rules", counts: tally.rules.mapValues(\.found.posts))
      writer.member("categories", counts: tally.categories.mapValues(\.posts))
      writer.member("flagged", tally.flagged)
      writer.member("incomplete", tally.incomplete)
      writer.member("not_checked") { Self.write(tally.notChecked, to: &$0) }
      writer.member("complaints", of: end.complaints) { writer, complaint in
        writer.object { writer in
          writer.member("code", complaint.code)
          writer.member("message", complaint.message)
          writer.member("file", complaint.file)
        }
      }
      writer.member("filters", end.showing.filters)
      writer.member("shows_sensitive", end.showing.isSensitiveShown)
      if let baseline = end.baseline { writer.member("baseline") { baseline.write(to: &$0) } }
      Self.writeGroups(of: tally, to: &writer)
      writer.member("calibration") { Self.write(AuditCalibration(tally), to: &$0) }
      if let other = end.otherRules {
        writer.member("other_rules") { writer in
          writer.member("rules") { other.write(to: &$0) }
          tally.replays.write(to: &writer)
        }
      }
      writer.member("pack") { end.rules.write(to: &$0) }
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  private static func writeGroups(of tally: AuditTally, to writer: inout JSONWriter) {
    writer.member("by_rule", of: tally.rules.sortedByBytes) { writer, rule in
      writer.object { writer in
        writer.member("rule", rule.name)
        writer.member("category", rule.value.category)
        rule.value.found.write(to: &writer)
      }
    }
    writer.member("by_category", of: tally.categories.sortedByBytes) { writer, category in
      writer.object { writer in
        writer.member("category", category.name)
        category.value.write(to: &writer)
      }
    }
    writer.member("months") { writer in
      for (month, counts) in tally.months.sorted(by: { $0.key < $1.key }) {
        writer.member(month.shown) { counts.writeEach(to: &$0) }
      }
    }
    writer.member("no_date") { tally.undated.writeEach(to: &$0) }
    writer.member("accounts") { write(tally.accounts, to: &$0) }
    writer.member("no_account") { tally.accounts.unnamed.writeEach(to: &$0) }
    writer.member("further_accounts") { tally.accounts.further.writeEach(to: &$0) }
    writer.member("kinds") { write(tally.kinds, to: &$0) }
    writer.member("deleted") { tally.deleted.writeEach(to: &$0) }
    writer.member("kept") { tally.kept.writeEach(to: &$0) }
    let repeats = tally.texts.repeats
    writer.member("duplicates") { writer in
      writer.member("posts", repeats.posts)
      writer.member("estimate", repeats.isEstimate)
      writer.member("margin", repeats.margin)
    }
  }

  private static func write(_ counts: NamedCounts<VerdictCounts>, to writer: inout JSONWriter) {
    for (name, verdicts) in counts.sorted {
      writer.member(name) { verdicts.writeEach(to: &$0) }
    }
  }

  private static func write(_ counts: NamedCounts<Int>, to writer: inout JSONWriter) {
    for (name, count) in counts.sorted { writer.member(name, count) }
    if counts.hasFurther { writer.member("further reasons", counts.further) }
  }

  // MARK: - Calibration

  private static func write(_ calibration: AuditCalibration, to writer: inout JSONWriter) {
    writer.member("deleted_against_kept", of: calibration.rules) { writer, contrast in
      writer.object { writer in
        writer.member("rule", contrast.rule)
        writer.member("deleted") { write(contrast.deleted, to: &$0) }
        writer.member("kept") { write(contrast.kept, to: &$0) }
        writer.member("difference_percent") { write(contrast.difference, to: &$0) }
        writer.member("clear", contrast.isClear)
      }
    }
    writer.member("sides", of: calibration.sides) { writer, share in
      writer.object { writer in
        writer.member("account", share.account)
        writer.member("side", share.side)
        writer.member("own") { write(share.own, to: &$0) }
        writer.member("others") { write(share.others, to: &$0) }
        writer.member("standing", share.standing.rawValue)
      }
    }
  }

  private static func write(_ share: Proportion, to writer: inout JSONWriter) {
    writer.member("count", share.count)
    writer.member("posts", share.total)
    writer.member("percent", percent: share)
    write(share.interval, to: &writer)
  }

  private static func write(_ interval: ClosedRange<Double>, to writer: inout JSONWriter) {
    writer.member("low", hundredths: Proportion.hundredthsOfPercent(interval.lowerBound))
    writer.member("high", hundredths: Proportion.hundredthsOfPercent(interval.upperBound))
  }
}

extension VerdictCounts {
  /// Writes how many posts got each verdict, the worst first, and nothing else.
  fileprivate func writeEach(to writer: inout JSONWriter) {
    for verdict in Verdict.allCases.reversed() { writer.member(verdict.rawValue, self[verdict]) }
  }
}

extension BaselineCounts {
  /// Writes the counts; the posts that hold nothing new are those that have no verdict.
  func write(to writer: inout JSONWriter) {
    writer.member("known", known)
    writer.member("new", new)
    writer.member("stale", stale)
    writer.member("repeated", repeated)
    writer.member("known_posts", knownPosts)
  }
}

extension FindingCounts {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("posts", posts)
    writer.member("deleted", deleted)
    writer.member("worst", worst.rawValue)
    writer.member("verdicts") { verdicts.writeEach(to: &$0) }
  }
}

extension JSONWriter {
  /// Writes a member that is an object of counts, its names sorted by their bytes.
  mutating func member(_ name: String, counts: [String: Int]) {
    member(name) { writer in
      for (name, count) in counts.sortedByBytes { writer.member(name, count) }
    }
  }
}
