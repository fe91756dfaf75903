import JSON
import RiskEngine
import Rules

/// Renders a comparison for people: the numbers before and after, then every post that changes.
package struct ComparisonText {
  private let comparison: Comparison
  private let look: TextReport.Look

  /// Takes the comparison and the place where it is shown; quiet leaves the list of posts out.
  package init(_ comparison: Comparison, look: TextReport.Look) {
    self.comparison = comparison
    self.look = look
  }

  /// The comparison as bytes.
  package func rendered() -> [UInt8] {
    var page = look.page
    page.line(TerminalText.shown("before: \(comparison.before.shown)"))
    page.line(TerminalText.shown("after:  \(comparison.after.shown)"))
    page.blank()
    writeTallies(on: &page)
    if !look.isQuiet {
      for pair in comparison.sets { write(pair, on: &page) }
    }
    writeTotals(on: &page)
    return page.bytes.array
  }

  private func writeTallies(on page: inout TextPage) {
    let (before, after) = comparison.tallies
    var table = TextTable(["", "posts", "before", "after", "change"])
    let add = { (table: inout TextTable, name: String, posts: Int, counts: (Int, Int)) in
      guard posts > 0 else { return }
      let (old, new) = (Proportion(counts.0, of: posts), Proportion(counts.1, of: posts))
      table.add([
        name, "\(posts)", "\(counts.0) (\(old.percent))", "\(counts.1) (\(new.percent))",
        Self.signed(counts.1 - counts.0),
      ])
    }
    let levels: [(String, Verdict)] = [
      ("held", .hold), ("at review or worse", .review), ("with any finding", .advise),
    ]
    for (name, verdict) in levels {
      add(
        &table, "ordinary posts \(name)", before.ordinary.posts,
        (before.ordinary.atLeast(verdict), after.ordinary.atLeast(verdict)))
    }
    add(&table, "risky posts caught", before.risky.posts, (before.caught, after.caught))
    for (name, verdict) in levels {
      add(
        &table, "risky posts \(name)", before.risky.posts,
        (before.risky.atLeast(verdict), after.risky.atLeast(verdict)))
    }
    table.write(on: &page, indent: 0)
    page.blank()
  }

  private func write(_ pair: Comparison.Pair, on page: inout TextPage) {
    let changes = pair.changes
    guard !changes.isEmpty else { return }
    page.line(page.ink(.bold, TerminalText.shown(pair.before.title)))
    for change in changes { write(change, on: &page) }
    page.blank()
  }

  private func write(_ change: PostChange, on page: inout TextPage) {
    let (old, new) = (change.before.verdict.rawValue, change.after.verdict.rawValue)
    let label = change.before.label == .ordinary ? "ordinary" : "risky"
    let verdict = old == new ? old : "\(old) → \(new)"
    page.line("  " + TerminalText.shown("\(change.before.id) (\(label)): \(verdict)"))
    for hit in change.added { page.line("    + " + Self.words(hit)) }
    for hit in change.removed { page.line("    − " + Self.words(hit)) }
    for (before, after) in change.altered {
      page.line(
        "    ~ " + TerminalText.shown(after.rule) + ": " + Self.manner(before) + " → "
          + Self.manner(after))
    }
    if change.before.isIncomplete != change.after.isIncomplete {
      page.line(
        "    ~ " + (change.after.isIncomplete ? "no longer checked in full" : "checked in full now")
      )
    }
  }

  private static func words(_ hit: RuleHit) -> String {
    TerminalText.shown("\(hit.rule) (\(manner(hit)))")
  }

  private static func manner(_ hit: RuleHit) -> String {
    "\(hit.category), \(hit.severity.rawValue)" + (hit.isTrial ? ", on trial" : "")
  }

  private func writeTotals(on page: inout TextPage) {
    let totals = comparison.totals
    let posts = comparison.tallies.before.posts
    var table = TextTable(["rule", "adds", "takes away"])
    for rule in totals.rules { table.add([rule.id, "\(rule.added)", "\(rule.removed)"]) }
    if !table.isEmpty {
      table.write(on: &page, indent: 0)
      page.blank()
    }
    page.line(
      "\(totals.changed) of \(posts) posts change: \(totals.raised) to a worse verdict, "
        + "\(totals.lowered) to a milder one, "
        + "\(totals.changed - totals.raised - totals.lowered) by their findings alone")
  }

  private static func signed(_ change: Int) -> String {
    change > 0 ? "+\(change)" : change < 0 ? "−\(-change)" : "0"
  }
}
