import RiskEngine
import Rules

extension AuditHTML {
  /// Writes what other rules would change.
  func writeReplay(to page: inout HTMLWriter) {
    let counts = end.tally.replays
    page.element("p", text: AuditWords.replay(counts, of: end.tally.checked))
    if let other = end.otherRules {
      page.element("p", text: "The other rules are \(other.shown).")
    }
    if !counts.changes.isEmpty {
      page.table(
        "Posts whose verdict would change", ["Verdict now", "Under the other rules", "Posts"],
        numbers: 2..<3
      ) { page in
        for (change, posts) in counts.sorted {
          page.row([
            .badge(kind: change.from.rawValue, change.from.rawValue),
            .badge(kind: change.to.rawValue, change.to.rawValue), .count(posts),
          ])
        }
      }
    }
    guard !changes.isEmpty else { return }
    page.table(
      "The posts that would change most, worst turn first",
      ["Now", "Then", "Post", "Rules that find more or less"]
    ) { page in
      for record in changes {
        guard case .checked(let post) = record.outcome, let replay = post.replay else { continue }
        page.row([
          .badge(kind: post.verdict.rawValue, post.verdict.rawValue),
          .badge(kind: replay.verdict.rawValue, replay.verdict.rawValue),
          .words("\(AuditWords.place(of: record)): \(post.shown.first?.text ?? "")"),
          .words(
            (replay.added.map { "+" + $0 } + replay.removed.map { "−" + $0 }).joined(separator: " ")
          ),
        ])
      }
    }
  }
}
