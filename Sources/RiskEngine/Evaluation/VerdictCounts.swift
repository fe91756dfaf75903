/// How many posts got each verdict.
package struct VerdictCounts: Sendable, Equatable {
  private var counts = SIMD4<Int>()

  /// No posts yet.
  package init() {}

  /// The posts together.
  package var posts: Int {
    counts.wrappedSum()
  }

  /// The posts with just this verdict.
  package subscript(verdict: Verdict) -> Int {
    counts[verdict.rank]
  }

  /// The posts with this verdict or a worse one.
  package func atLeast(_ verdict: Verdict) -> Int {
    (verdict.rank..<counts.scalarCount).reduce(0) { $0 + counts[$1] }
  }

  /// Counts a post.
  package mutating func add(_ verdict: Verdict) {
    counts[verdict.rank] += 1
  }

  /// Counts the posts that others have counted.
  package mutating func add(_ others: VerdictCounts) {
    counts &+= others.counts
  }

  /// The posts that are here and not among others, which must be among them.
  package func without(_ others: VerdictCounts) -> VerdictCounts {
    var rest = self
    rest.counts &-= others.counts
    return rest
  }
}
