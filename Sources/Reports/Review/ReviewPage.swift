import JSON
import RiskEngine
import Rules

/// What a person sees who goes through the findings of an audit.
package struct ReviewPage {
  private let look: TextReport.Look
  private let ink: Ink

  /// Takes the place where it is shown.
  package init(look: TextReport.Look) {
    self.look = look
    ink = Ink(isOn: look.usesColour)
  }

  /// Where a person stands in a walk through findings.
  package struct Standing {
    /// The number of the finding, from 1.
    package var number: Int
    /// All findings.
    package var total: Int
    /// The answer that the finding has already.
    package var answer: String?

    /// Tells where somebody stands.
    package init(number: Int, total: Int, answer: String?) {
      self.number = number
      self.total = total
      self.answer = answer
    }
  }

  /// What the keys mean, in one line without its end.
  package static let keys = "[r]ight  [w]rong  [u]nsure  [s]kip  [b]ack  [q]uit  [?]"

  /// A finding with its post.
  package func shown(
    _ finding: AuditedFinding, in post: AuditedPost, of record: AuditedRecord,
    at standing: Standing
  ) -> [UInt8] {
    var page = look.page
    page.blank()
    page.line(
      ink(.bold, "\(standing.number) of \(standing.total)") + "  "
        + ink(Ink.style(of: finding.severity), finding.severity.rawValue) + "  "
        + TerminalText.shown("\(finding.rule) [\(finding.category)]"))
    var words = [post.account.map { "@" + $0 }, post.time, post.kind, post.verdict.rawValue]
      .compactMap { $0 }
    if post.isDeleted { words.append("deleted") }
    page.line(TerminalText.shown(words.joined(separator: " · ")))
    let id = record.id.map { ", id \($0)" } ?? ""
    page.line(
      ink(
        .dim,
        TerminalText.shown(
          "\(record.source.file):\(record.source.line) (record \(record.source.record)\(id))")))
    page.blank()
    write(finding, in: post, on: &page)
    page.blank()
    page.paragraph(ink(.bold, "rule"), finding.title, indent: 2, labelWidth: 8)
    for (label, text) in [("reads as", finding.readsAs), ("instead", finding.advice)]
    where !text.utf8.isEmpty {
      page.paragraph(ink(.bold, label), text, indent: 2, labelWidth: 8)
    }
    if let answer = standing.answer {
      page.paragraph(ink(.bold, "answer"), "so far: \(answer)", indent: 2, labelWidth: 8)
    }
    page.blank()
    return page.bytes.array
  }

  private func write(
    _ finding: AuditedFinding, in post: AuditedPost, on page: inout TextPage
  ) {
    if finding.part != "text" { page.line("  " + TerminalText.shown("in \(finding.part):")) }
    let text = post.shown.first { $0.part == finding.part }?.text ?? finding.match
    let rows = MarkedRows(text, marking: finding.span, width: page.width - 2).rows
    for row in rows {
      page.line(row.text.utf8.isEmpty ? "" : "  " + row.text)
      if !row.carets.utf8.isEmpty {
        page.line("  " + ink(Ink.style(of: finding.severity), row.carets))
      }
    }
    if finding.span.isEmpty { page.line("  (about the post as a whole)") }
  }

  /// What the keys do, in words.
  package func help() -> [UInt8] {
    var page = look.page
    let keys = [
      ("r", "right: the rule is right to speak, whatever is done about the post"),
      ("w", "wrong: the rule should have kept quiet"),
      ("u", "unsure: it could be either; it counts for neither"),
      ("s", "skip: no answer for now; it comes again another time"),
      ("b", "back: see the one before it, and answer it anew"),
      ("q", "quit: what has been answered is kept, and the next review goes on from here"),
    ]
    for (key, words) in keys { page.paragraph(ink(.bold, key), words, indent: 2) }
    return page.bytes.array
  }

  /// What the answers say of each rule; when the findings were drawn by lot, they speak for all of them.
  package func summary(_ reviews: [RuleReview], isSample: Bool) -> [UInt8] {
    var page = look.page
    let answered = reviews.filter { $0.answered > 0 }
    page.blank()
    if !answered.isEmpty {
      var table = TextTable([
        "rule", "right", "wrong", "unsure", "open", "precision", "95 % interval",
      ])
      for review in answered { table.add(Self.cells(review)) }
      table.write(on: &page, indent: 0)
    }
    let others = reviews.filter { $0.answered == 0 }
    if !others.isEmpty {
      let open = Wording.grouped(others.reduce(0) { $0 + $1.open })
      let rules = Wording.count(others.count, "other rule", "other rules")
      page.sentence(
        answered.isEmpty
          ? "No finding has an answer yet (\(open) open)."
          : "Of \(rules) no finding has an answer yet (\(open) open).")
    }
    guard !answered.isEmpty else { return page.bytes.array }
    page.sentence(
      isSample
        ? "Precision: the right of the right and wrong, over findings that were drawn by lot."
        : "Precision: the right of the right and wrong, over the findings that were answered. They come worst first, which "
          + "is no fair choice; --sample N draws some by lot.")
    return page.bytes.array
  }

  private static func cells(_ review: RuleReview) -> [String] {
    let share = review.precision
    var interval = "–"
    if share.total > 0 {
      let bounds = [share.interval.lowerBound, share.interval.upperBound].map {
        Proportion.decimal(Int(($0 * 10_000).rounded()))
      }
      interval = bounds.joined(separator: " – ") + " %"
    }
    return
      [review.rule] + [review.right, review.wrong, review.unsure, review.open].map { "\($0)" }
      + [share.percent, interval]
  }
}
