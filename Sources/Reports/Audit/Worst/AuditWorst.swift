import RiskEngine
import Rules

/// The worst posts of an audit: the very worst with everything that is known of them, more of them as rows of a table.
///
/// Its memory does not grow with the records, and the order of the records does not matter.
package struct AuditWorst: Sendable {
  /// The most posts that are kept whole when nothing else is asked for.
  package static let mostPosts = 100
  /// The most posts that are kept as rows when nothing else is asked for.
  package static let mostRows = 5_000

  private var whole: Shortlist<AuditedRecord>
  private var brief: Shortlist<FlaggedRow>
  private var changed: Shortlist<AuditedRecord>

  /// Makes an empty choice.
  ///
  /// - Parameters:
  ///   - posts: How many posts are kept whole.
  ///   - rows: How many are kept as rows.
  package init(posts: Int = Self.mostPosts, rows: Int = Self.mostRows) {
    whole = Shortlist(limit: posts)
    brief = Shortlist(limit: rows)
    changed = Shortlist(limit: posts)
  }

  /// The worst posts of which something is listed, worst first.
  package var posts: [AuditedRecord] {
    whole.sorted
  }

  /// The same and more of them as rows, worst first.
  package var rows: [FlaggedRow] {
    brief.sorted
  }

  /// The posts that other rules give another verdict, the worst of the two verdicts first.
  package var changes: [AuditedRecord] {
    changed.sorted
  }

  /// Takes a record in when it is a post of which something is listed and one of the worst.
  package mutating func add(_ record: borrowing AuditedRecord) {
    guard case .checked(let post) = record.outcome else { return }
    if let replay = post.replay, replay.verdict != post.verdict {
      let worst = max(replay.verdict, post.verdict)
      let badness = Badness(
        verdict: worst, score: max(replay.score, post.score), index: record.index)
      changed.offer(badness, copy record)
    }
    guard !post.findings.isEmpty else { return }
    let record = copy record
    let badness = Badness(verdict: post.verdict, score: post.score, index: record.index)
    whole.offer(badness, record)
    brief.offer(badness, FlaggedRow(record, post))
  }
}
