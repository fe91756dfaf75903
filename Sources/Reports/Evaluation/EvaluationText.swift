import JSON
import RiskEngine
import Rules

/// Renders an evaluation as tables for people.
package struct EvaluationText {
  private let evaluation: Evaluation
  private let look: TextReport.Look

  /// Takes the evaluation and the place where it is shown; quiet leaves the lists of posts out.
  package init(_ evaluation: Evaluation, look: TextReport.Look) {
    self.evaluation = evaluation
    self.look = look
  }

  /// The tables as bytes.
  package func rendered() -> [UInt8] {
    var page = look.page
    for set in evaluation.sets {
      let tally = EvaluationTally(set.posts)
      TallyPage(tally: tally).write(titled: set.title, on: &page)
      if !look.isQuiet {
        write(missed: set.posts, on: &page)
        write(alarms: set.posts, on: &page)
      }
      page.blank()
    }
    let all = evaluation.tally
    if evaluation.sets.count > 1 {
      TallyPage(tally: all).write(titled: "In all", on: &page)
      page.blank()
    }
    writeRules(all, on: &page)
    Self.writeDefinitions(on: &page)
    writeBudgets(on: &page)
    page.line(TerminalText.shown("rules: \(evaluation.rules.shown)"))
    return page.bytes.array
  }

  // MARK: - Posts

  private func write(missed posts: [EvaluatedPost], on page: inout TextPage) {
    var table = TextTable(["missed", "expected", "verdict", "found"], leftColumns: 4)
    for post in posts where post.label != .ordinary && !post.isCaught {
      let expected = post.label.categories.joined(separator: ", ")
      table.add([
        post.id, expected.isEmpty ? "any" : expected, post.verdict.rawValue, Self.rules(of: post),
      ])
    }
    write(table, on: &page)
  }

  private func write(alarms posts: [EvaluatedPost], on page: inout TextPage) {
    var table = TextTable(["ordinary, but found", "verdict", "by"], leftColumns: 3)
    let flagged = posts.filter { $0.label == .ordinary && $0.verdict > .clear }
    for verdict in Verdict.allCases.reversed() {
      for post in flagged where post.verdict == verdict {
        table.add([post.id, post.verdict.rawValue, Self.rules(of: post)])
      }
    }
    write(table, on: &page)
  }

  private func write(_ table: TextTable, on page: inout TextPage) {
    guard !table.isEmpty else { return }
    page.blank()
    table.write(on: &page)
  }

  private static func rules(of post: EvaluatedPost) -> String {
    let hits = post.hits.map { $0.isTrial ? "\($0.rule) (on trial)" : $0.rule }
    return hits.isEmpty ? "–" : hits.joined(separator: ", ")
  }

  // MARK: - Rules

  private func writeRules(_ tally: EvaluationTally, on page: inout TextPage) {
    var table = TextTable([
      "rule", "flagged", "review", "right", "other", "ordinary", "in 1,000", "95 % interval",
      "ordinary review",
    ])
    let cards = evaluation.measuredCards
    for card in cards where tally.rule(card.id).flagged > 0 {
      let rule = tally.rule(card.id)
      let share = Proportion(rule.ordinary, of: tally.ordinary.posts)
      var rates = ["–", "–", "–", "–"]
      if share.total > 0 {
        let (low, high) = share.boundsPerThousand
        rates = [
          "\(rule.ordinary)", share.perThousand,
          Proportion.decimal(low) + " – " + Proportion.decimal(high), "\(rule.ordinaryReview)",
        ]
      }
      table.add(
        [
          card.id + (card.status == .trial ? " (on trial)" : ""), "\(rule.flagged)",
          "\(rule.review)",
        ]
          + ["\(rule.right)", "\(rule.other)"] + rates)
    }
    let silent = cards.count { tally.rule($0.id).flagged == 0 }
    if !table.isEmpty { table.write(on: &page, indent: 0) }
    page.line("\(silent) of \(cards.count) rules found nothing in these posts")
    page.blank()
  }

  private static func writeDefinitions(on page: inout TextPage) {
    page.sentence(
      "Caught: a finding of the main category (the first of `expect`) at any severity; where no "
        + "category is named, a verdict of review or worse. Recall: the caught of the posts. "
        + "Flagged: posts with a finding of the category. Precision: those of the flagged that "
        + "expect it, first or further down. A rule's review: posts that it would send to review, or "
        + "hold, by itself. Right and other: risky posts that expect the rule's category, or others."
    )
    page.blank()
  }

  private func writeBudgets(on page: inout TextPage) {
    guard !evaluation.budgets.isEmpty else { return }
    var table = TextTable(["budget", "measured", "share", "limit", "kept"])
    for line in evaluation.budgets {
      table.add([
        line.name, "\(line.measured.count) of \(line.measured.total)", line.measured.percent,
        "\(line.isMinimum ? "≥" : "≤") \(line.limit)", line.isKept ? "yes" : "NO",
      ])
    }
    table.write(on: &page, indent: 0)
    page.blank()
  }
}
