import JSON
package import RiskEngine

/// What other rules would change, in numbers.
package struct ReplayCounts: Sendable, Equatable {
  /// The posts in which other rules find something else, be the verdict the same.
  package private(set) var posts = 0
  /// The posts that go from one verdict to another.
  package private(set) var changes: [Change: Int] = [:]
  /// The posts in which each rule finds something only there.
  package private(set) var added: [String: Int] = [:]
  /// The posts in which each rule finds something only here.
  package private(set) var removed: [String: Int] = [:]

  /// Nothing yet.
  package init() {}

  /// From one verdict to another.
  package struct Change: Sendable, Hashable {
    /// The verdict here.
    package let from: Verdict
    /// The verdict under the other rules.
    package let to: Verdict
  }

  /// The posts that change their verdict.
  package var changed: Int {
    changes.values.reduce(0, +)
  }

  /// The changes, the worst turns first: those to the worst verdict, and of these from the mildest.
  package var sorted: [(change: Change, posts: Int)] {
    changes.sorted {
      ($1.key.to, $0.key.from) < ($0.key.to, $1.key.from)
    }.map { ($0.key, $0.value) }
  }

  /// Counts a post.
  mutating func add(_ replay: Replay, verdict: Verdict) {
    posts += 1
    if replay.verdict != verdict {
      changes[Change(from: verdict, to: replay.verdict), default: 0] += 1
    }
    for rule in replay.added { added[rule, default: 0] += 1 }
    for rule in replay.removed { removed[rule, default: 0] += 1 }
  }

  /// Writes the counts, in an order that is always the same.
  func write(to writer: inout JSONWriter) {
    writer.member("posts", posts)
    writer.member("changes", of: sorted) { writer, entry in
      writer.object { writer in
        writer.member("from", entry.change.from.rawValue)
        writer.member("to", entry.change.to.rawValue)
        writer.member("posts", entry.posts)
      }
    }
    writer.member("added", counts: added)
    writer.member("removed", counts: removed)
  }
}
