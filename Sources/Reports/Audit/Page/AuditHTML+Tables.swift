import RiskEngine
import Rules

extension AuditHTML {
  /// The most accounts that have a row.
  private static let mostAccounts = 100

  /// Writes what was found of each category.
  func writeCategories(to page: inout HTMLWriter) {
    let categories = end.tally.categories
    let sorted = categories.mapValues(\.posts).largestFirst
    let most = categories.values.map(\.posts).max() ?? 0
    writeLegend(to: &page)
    page.table(
      "Posts by category; a post may stand in several",
      ["Category", "Worst finding", "Posts", "Hold", "Review", "Advise", "As a bar"],
      numbers: 2..<6
    ) { page in
      for (category, _) in sorted {
        guard let found = categories[category] else { continue }
        page.row(
          [.words(title(of: category))] + Self.cells(found)
            + [.content { Bar(found.verdicts, of: most).write(to: &$0) }])
      }
    }
  }

  /// Writes what was found in the posts of each account.
  func writeAccounts(to page: inout HTMLWriter) {
    let tally = end.tally
    let sorted = AuditWords.worstFirst(tally.accounts)
    let shown = sorted.prefix(Self.mostAccounts).map {
      (name: "@" + $0.name, verdicts: $0.verdicts)
    }
    let unnamed =
      tally.accounts.hasUnnamed
      ? [(name: "no account named", verdicts: tally.accounts.unnamed)] : []
    writeLegend(to: &page)
    writeVerdicts("Posts by account, worst first", "Account", shown + unnamed, to: &page)
    let more = sorted.count - shown.count
    if more > 0 {
      page.element(
        "p",
        text: "\(Wording.count(more, "more account", "more accounts")), with less to find, "
          + (more == 1 ? "is" : "are") + " not shown; the last of the result lines holds them.")
    }
    if let words = AuditWords.furtherAccounts(in: tally) { page.element("p", text: words) }
  }

  /// Writes what each rule found.
  func writeRules(to page: inout HTMLWriter) {
    let rules = end.tally.rules
    page.table(
      "Posts by rule; a rule counts once for a post",
      ["Rule", "Category", "Worst finding", "Posts", "Hold", "Review", "Advise"], numbers: 3..<7
    ) { page in
      for (rule, _) in rules.mapValues(\.found.posts).largestFirst {
        guard let counts = rules[rule] else { continue }
        page.row(
          [
            .content { writeRule(rule, counts.title, to: &$0) },
            .words(title(of: counts.category)),
          ] + Self.cells(counts.found))
      }
    }
  }

  private func writeRule(_ id: String, _ title: String, to page: inout HTMLWriter) {
    page.text(title + " ")
    page.element("code", text: id)
  }

  private static func cells(_ found: FindingCounts) -> [HTMLWriter.Cell] {
    [
      .badge(kind: found.worst.rawValue, found.worst.rawValue), .count(found.posts),
      .count(found.verdicts[.hold]), .count(found.verdicts[.review]),
      .count(found.verdicts[.advise]),
    ]
  }

  /// Writes what the colours of the bars mean.
  func writeLegend(_ verdicts: [Verdict] = [.hold, .review, .advise], to page: inout HTMLWriter) {
    page.element("ul", ["class": "legend"]) { page in
      for verdict in verdicts {
        page.element("li") { page in
          page.element("svg", ["viewBox": "0 0 10 10", "aria-hidden": "true"]) { page in
            page.void("rect", ["class": "fill-\(verdict.rawValue)", "width": "10", "height": "10"])
          }
          page.text(verdict.rawValue)
        }
      }
    }
  }

  // MARK: - Patterns

  /// Writes how deleted posts differ from kept ones.
  func writeDeleted(to page: inout HTMLWriter) {
    let tally = end.tally
    let sets = [("deleted", tally.deleted), ("kept", tally.kept)]
    page.table(
      "Verdicts of deleted and of kept posts",
      ["Posts", "In all", "Hold", "Review", "Advise", "Clear"],
      numbers: 1..<6
    ) { page in
      for (name, verdicts) in sets {
        page.row(
          [.words(name), .count(verdicts.posts)]
            + Verdict.allCases.reversed().map {
              .number(
                "\(Wording.grouped(verdicts[$0])) (\(Proportion(verdicts[$0], of: verdicts.posts).percent))"
              )
            })
      }
    }
    guard !calibration.rules.isEmpty else { return }
    page.element("p", text: AuditWords.contrast(calibration.rules))
    page.element(
      "p",
      text: """
        A rule that fires more on posts which their authors took back later is one to trust more. The reverse is no proof \
        against a rule: most posts are kept whatever they say.
        """)
    let scale =
      calibration.rules.map { max(abs($0.difference.lowerBound), $0.difference.upperBound) }
      .max() ?? 1
    page.table(
      "Share of posts in which each rule found something, the clearest difference first",
      ["Rule", "Deleted", "Kept", "Difference, 95 % interval", "Clear", "Interval; dashes: none"],
      numbers: 1..<4
    ) { page in
      for contrast in calibration.rules {
        page.row([
          .content { writeRule(contrast.rule, contrast.title, to: &$0) },
          .number(Self.share(contrast.deleted)), .number(Self.share(contrast.kept)),
          .number(Proportion.words(contrast.difference)),
          .words(contrast.isClear ? "yes" : "no"),
          .content {
            IntervalLine(interval: contrast.difference, scale: max(scale, 0.0001)).write(to: &$0)
          },
        ])
      }
    }
  }

  /// Writes how often accounts name sides.
  func writeSides(to page: inout HTMLWriter) {
    page.element("p", text: AuditWords.sides)
    page.table(
      "How often each account names a side, against all other accounts together",
      ["Account", "Side", "Posts", "Share", "95 % interval", "All others", "Against the others"],
      numbers: 2..<6
    ) { page in
      for share in calibration.sides {
        page.row([
          .words("@" + share.account), .words(share.side),
          .number("\(Wording.grouped(share.own.count)) of \(Wording.grouped(share.own.total))"),
          .number(share.own.percent), .number(Proportion.words(share.own.interval)),
          .number(share.others.percent),
          .content { page in
            switch share.standing {
            case .above: page.badge("review", "above")
            case .below: page.badge("advise", "below")
            case .within: page.text("no different")
            case .alone: page.text("no other account")
            }
          },
        ])
      }
    }
  }

  private static func share(_ share: Proportion) -> String {
    "\(share.percent) (\(Wording.grouped(share.count)) of \(Wording.grouped(share.total)))"
  }
}
