/// How the findings of an audit stand against its baseline.
package struct BaselineCounts: Sendable, Equatable {
  /// The findings that the baseline knows; they are not listed.
  package var known = 0
  /// The findings that are listed.
  package var new = 0
  /// The findings that the baseline counts and the audit did not meet.
  package var stale = 0
  /// The findings, of those that are known, that occur over and above what the baseline counts.
  package var repeated = 0
  /// The posts in which nothing but known findings was found.
  package var knownPosts = 0

  /// Nothing is counted yet.
  package init() {}
}
