import RiskEngine
import Rules

extension AuditText {
  /// The most posts that are shown with their change of verdict.
  private static let mostChanges = 20

  /// Writes what other rules would change: verdicts, rules, and the posts that change most.
  func writeReplay(on page: inout TextPage) {
    guard let other = end.otherRules else { return }
    let counts = end.tally.replays
    heading("Under other rules", on: &page)
    page.line(TerminalText.shown("rules: \(other.shown)"))
    page.sentence(AuditWords.replay(counts, of: end.tally.checked))
    if !counts.changes.isEmpty {
      var table = TextTable(["from", "to", "posts"], leftColumns: 2)
      for (change, posts) in counts.sorted {
        table.add([change.from.rawValue, change.to.rawValue, Wording.grouped(posts)])
      }
      page.blank()
      table.write(on: &page)
    }
    for (words, rules) in [("found more by", counts.added), ("found less by", counts.removed)]
    where !rules.isEmpty {
      let listed = rules.largestFirst.prefix(10).map { "\($0.name) (\(Wording.grouped($0.value)))" }
      page.paragraph(words + ":", listed.joined(separator: ", "), indent: 2)
    }
    for record in changes.prefix(Self.mostChanges) { writeChange(of: record, on: &page) }
    let more = counts.changed - min(counts.changed, Self.mostChanges)
    if more > 0 { page.line("  and \(Wording.count(more, "more post", "more posts"))") }
  }

  private func writeChange(of record: AuditedRecord, on page: inout TextPage) {
    guard case .checked(let post) = record.outcome, let replay = post.replay else { return }
    page.blank()
    let turn = "\(post.verdict.rawValue) → \(replay.verdict.rawValue)"
    page.paragraph(
      ink(Ink.style(of: max(post.verdict, replay.verdict)), turn), AuditWords.heading(of: post),
      indent: 2)
    page.line("    " + ink(.dim, TerminalText.shown(AuditWords.place(of: record))))
    let rules = replay.added.map { "+" + $0 } + replay.removed.map { "-" + $0 }
    page.paragraph(ink(.bold, "rules"), rules.joined(separator: " "), indent: 4)
    if let text = post.shown.first?.text { page.paragraph(ink(.bold, "post"), text, indent: 4) }
  }
}
