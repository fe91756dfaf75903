/// How many posts got each verdict.
package struct VerdictCounts: Sendable, Equatable {
  private var counts = [0, 0, 0, 0]

  /// No posts yet.
  package init() {}

  /// The posts together.
  package var posts: Int {
    counts.reduce(0, +)
  }

  /// The posts with just this verdict.
  package subscript(verdict: Verdict) -> Int {
    counts[verdict.rank]
  }

  /// The posts with this verdict or a worse one.
  package func atLeast(_ verdict: Verdict) -> Int {
    counts[verdict.rank...].reduce(0, +)
  }

  /// Counts a post.
  mutating func add(_ verdict: Verdict) {
    counts[verdict.rank] += 1
  }
}
