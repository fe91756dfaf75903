import RiskEngine

/// The tables on one set of posts: what became of ordinary posts, of risky ones, and of each category.
struct TallyPage {
  /// The numbers of the set.
  let tally: EvaluationTally

  /// Writes the tables under a title.
  func write(titled title: String, on page: inout TextPage) {
    let posts = tally.posts == 1 ? "1 post" : "\(tally.posts) posts"
    page.line(page.ink(.bold, TerminalText.shown(title) + ": " + posts))
    if tally.incomplete > 0 {
      page.line("  of which \(tally.incomplete) could not be checked in full")
    }
    if tally.ordinary.posts > 0 { writeOrdinary(on: &page) }
    if tally.risky.posts > 0 { writeRisky(on: &page) }
    if !tally.categories.isEmpty { writeCategories(on: &page) }
  }

  private func writeOrdinary(on page: inout TextPage) {
    let verdicts = tally.ordinary
    var table = TextTable(["ordinary posts", "\(verdicts.posts)", "share"])
    let rows = [
      ("held", verdicts.atLeast(.hold)), ("review or worse", verdicts.atLeast(.review)),
      ("any finding", verdicts.atLeast(.advise)), ("clear", verdicts[.clear]),
    ]
    add(rows, of: verdicts.posts, to: &table)
    page.blank()
    table.write(on: &page)
  }

  private func writeRisky(on page: inout TextPage) {
    let verdicts = tally.risky
    var table = TextTable(["risky posts", "\(verdicts.posts)", "share"])
    let rows = [
      ("main category found", tally.caught), ("any expected category found", tally.caughtAnyhow),
      ("held", verdicts.atLeast(.hold)), ("review or worse", verdicts.atLeast(.review)),
      ("any finding", verdicts.atLeast(.advise)), ("clear", verdicts[.clear]),
    ]
    add(rows, of: verdicts.posts, to: &table)
    page.blank()
    table.write(on: &page)
  }

  private func add(_ rows: [(String, Int)], of posts: Int, to table: inout TextTable) {
    for (name, count) in rows {
      table.add([name, "\(count)", Proportion(count, of: posts).percent])
    }
  }

  private func writeCategories(on page: inout TextPage) {
    var table = TextTable([
      "category", "posts", "caught", "missed", "recall", "flagged", "ordinary", "precision",
    ])
    for (id, category) in tally.sortedCategories {
      table.add([
        id, "\(category.posts)", "\(category.caught)", "\(category.missed)",
        Proportion(category.caught, of: category.posts).percent, "\(category.flagged)",
        "\(category.ordinary)", Proportion(category.right, of: category.flagged).percent,
      ])
    }
    if tally.unnamed > 0 {
      table.add([
        "none named", "\(tally.unnamed)", "\(tally.unnamedCaught)",
        "\(tally.unnamed - tally.unnamedCaught)",
        Proportion(tally.unnamedCaught, of: tally.unnamed).percent, "–", "–", "–",
      ])
    }
    table.add([
      "in all", "\(tally.risky.posts)", "\(tally.caught)", "\(tally.risky.posts - tally.caught)",
      Proportion(tally.caught, of: tally.risky.posts).percent, "\(tally.flagged)",
      "\(tally.ordinaryHits)", Proportion(tally.right, of: tally.flagged).percent,
    ])
    page.blank()
    table.write(on: &page)
  }
}
