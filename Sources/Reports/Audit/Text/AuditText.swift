import JSON
import RiskEngine
import Rules

/// Renders an audit for a terminal: counts that add up, then the worst posts, then where they come from.
package struct AuditText {
  /// The most posts that are shown in words.
  static let mostPosts = 10
  /// The most rows of a table.
  private static let mostRows = 10

  let end: AuditEnd
  let posts: [AuditedRecord]
  let changes: [AuditedRecord]
  let look: TextReport.Look
  let ink: Ink

  /// Takes what was counted, the worst posts, and the place where it is shown; quiet leaves all but the counts out.
  package init(_ end: AuditEnd, worst: AuditWorst, look: TextReport.Look) {
    self.end = end
    posts = worst.posts
    changes = worst.changes
    self.look = look
    ink = Ink(isOn: look.usesColour)
  }

  /// The summary as bytes.
  package func rendered() -> [UInt8] {
    var page = look.page
    writeCounts(on: &page)
    writeVerdicts(on: &page)
    writeComplaints(on: &page)
    writeReplay(on: &page)
    if !look.isQuiet {
      writeUnread(on: &page)
      writeWorst(on: &page)
      writeRules(on: &page)
      writeCategories(on: &page)
      writeAccounts(on: &page)
      writeCalibration(on: &page)
      writeMissing(on: &page)
      page.blank()
      page.line(TerminalText.shown("rules: \(end.rules.shown)"))
      page.sentence(
        "Clear means that no rule matched. It is not an approval, and a finding accuses nobody: each is a reason to read "
          + "the post again.")
    }
    return page.bytes.array
  }

  // MARK: - Counts

  private func writeCounts(on page: inout TextPage) {
    let tally = end.tally
    page.sentence(AuditWords.reconciliation(of: tally))
    for (reason, count) in tally.skipped.largestFirst {
      page.paragraph(
        "left out:", "\(Wording.grouped(count)) \(AuditWords.reason(reason))", indent: 2)
    }
    reasons("could not be read", tally.failures.largestFirst, on: &page)
    if tally.incomplete > 0 {
      page.sentence(
        "Not everything could be checked in \(Wording.count(tally.incomplete, "post", "posts")).")
    }
    if let words = AuditWords.repeats(in: tally) { page.sentence(words) }
    if let baseline = end.baseline { page.sentence(AuditWords.baseline(baseline)) }
    if let words = AuditWords.choice(of: end.showing.filters) { page.sentence(words) }
    if end.showing.isSensitiveShown { page.sentence(AuditWords.sensitiveShown) }
  }

  private func reasons(
    _ title: String, _ counts: [(name: String, value: Int)], on page: inout TextPage
  ) {
    guard !counts.isEmpty else { return }
    let words = counts.map { "\(Wording.grouped($0.value)) \($0.name)" }
    page.paragraph(title + ":", words.joined(separator: ", "), indent: 2)
  }

  private func writeVerdicts(on page: inout TextPage) {
    let tally = end.tally
    guard tally.checked > 0 else { return }
    let deleted = tally.deleted.posts > 0
    var table = TextTable(["verdict", "posts", "share"] + (deleted ? ["deleted", "kept"] : []))
    for verdict in Verdict.allCases.reversed() {
      let count = tally.verdicts[verdict]
      table.add(
        [
          verdict.rawValue, Wording.grouped(count), Proportion(count, of: tally.checked).percent,
        ]
          + (deleted
            ? [tally.deleted, tally.kept].map { Proportion($0[verdict], of: $0.posts).percent }
            : []))
    }
    if tally.known > 0 {
      table.add(
        ["known", Wording.grouped(tally.known), Proportion(tally.known, of: tally.checked).percent]
          + (deleted ? ["–", "–"] : []))
    }
    page.blank()
    table.write(on: &page)
    if tally.kinds.sorted.count > 1 {
      let kinds = tally.kinds.sorted.map { name, verdicts in
        "\(name) \(Wording.grouped(verdicts.atLeast(.advise))) of "
          + Wording.grouped(verdicts.posts)
      }
      page.blank()
      page.paragraph(ink(.bold, "Not clear, by kind:"), kinds.joined(separator: ", "))
    }
  }

  private func writeComplaints(on page: inout TextPage) {
    guard !end.complaints.isEmpty else { return }
    heading("What is wrong with the inputs", on: &page)
    for complaint in end.complaints {
      page.paragraph(
        ink(.red, "!"), "\(complaint.file): \(complaint.message) [\(complaint.code)]", indent: 2)
    }
  }

  private func writeUnread(on page: inout TextPage) {
    let unread = end.tally.unread
    guard !unread.isEmpty else { return }
    heading("Records that could not be read", on: &page)
    for record in unread {
      page.paragraph(
        ink(.red, "!"),
        "\(record.place): \(record.failure.message) [\(record.failure.code)]",
        indent: 2)
    }
    if let words = AuditWords.furtherUnread(in: end.tally) { page.line("  " + words) }
  }

  // MARK: - Tables

  private func writeRules(on page: inout TextPage) {
    let rules = end.tally.rules
    guard !rules.isEmpty else { return }
    var table = TextTable(["rule", "worst", "posts", "hold", "review"], leftColumns: 2)
    let sorted = rules.mapValues(\.found.posts).largestFirst
    for (rule, _) in sorted.prefix(Self.mostRows) {
      guard let found = rules[rule]?.found else { continue }
      table.add([rule] + Self.cells(found))
    }
    heading("Rules that found most", on: &page)
    table.write(on: &page)
    more(sorted.count, "rules", on: &page)
  }

  private func writeCategories(on page: inout TextPage) {
    let categories = end.tally.categories
    guard !categories.isEmpty else { return }
    var table = TextTable(["category", "worst", "posts", "hold", "review"], leftColumns: 2)
    for (category, _) in categories.mapValues(\.posts).largestFirst {
      guard let found = categories[category] else { continue }
      table.add([category] + Self.cells(found))
    }
    heading("Categories", on: &page)
    table.write(on: &page)
  }

  private static func cells(_ found: FindingCounts) -> [String] {
    [
      found.worst.rawValue, Wording.grouped(found.posts), Wording.grouped(found.verdicts[.hold]),
      Wording.grouped(found.verdicts[.review]),
    ]
  }

  private func writeAccounts(on page: inout TextPage) {
    let accounts = AuditWords.worstFirst(end.tally.accounts)
    guard accounts.count > 1 else { return }
    var table = TextTable(["account", "posts", "hold", "review", "advise"])
    for (name, verdicts) in accounts.prefix(Self.mostRows) {
      table.add(
        [name]
          + [verdicts.posts, verdicts[.hold], verdicts[.review], verdicts[.advise]]
          .map(Wording.grouped))
    }
    heading("Accounts", on: &page)
    table.write(on: &page)
    more(accounts.count, "accounts", on: &page)
    if let words = AuditWords.furtherAccounts(in: end.tally) { page.sentence(words) }
  }

  private func writeCalibration(on page: inout TextPage) {
    let calibration = AuditCalibration(end.tally)
    let clear = calibration.rules.filter(\.isClear)
    if !calibration.rules.isEmpty {
      heading("Rules that fire more on deleted posts than on kept ones", on: &page)
      var table = TextTable(["rule", "deleted", "kept", "difference, 95 %"])
      for contrast in clear.prefix(Self.mostRows) {
        table.add([
          contrast.rule, contrast.deleted.percent, contrast.kept.percent,
          Proportion.words(contrast.difference),
        ])
      }
      if !table.isEmpty { table.write(on: &page) }
      more(clear.count, "rules", on: &page)
      page.sentence(AuditWords.contrast(calibration.rules))
    }
    let apart = calibration.sidesApart
    guard !calibration.sides.isEmpty else { return }
    heading("Sides that accounts name", on: &page)
    for share in apart.prefix(Self.mostRows) {
      page.paragraph("•", AuditWords.standing(of: share), indent: 2)
    }
    more(apart.count, "shares that stand apart", on: &page)
    page.sentence(AuditWords.sides)
  }

  private func writeMissing(on page: inout TextPage) {
    let missing = end.tally.notChecked
    guard !missing.sorted.isEmpty || missing.hasFurther else { return }
    heading("Not checked", on: &page)
    let sorted = missing.sorted.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
    for (reason, count) in sorted {
      page.paragraph("•", "\(Wording.count(count, "post", "posts")): \(reason)", indent: 2)
    }
    if missing.hasFurther {
      page.paragraph("•", "\(Wording.grouped(missing.further)) times: other reasons", indent: 2)
    }
  }

  private func more(_ count: Int, _ what: String, on page: inout TextPage) {
    guard count > Self.mostRows else { return }
    page.line("  and \(Wording.grouped(count - Self.mostRows)) more \(what)")
  }

  /// Writes a heading with an empty line before it.
  func heading(_ title: String, on page: inout TextPage) {
    page.blank()
    page.line(ink(.bold, title))
  }
}
