/// What came of walking along a whole log.
package struct Verification: Sendable, Equatable {
  /// How many entries are as they were written.
  package var entries: Int
  /// How many of them lost their body on schedule.
  package var purged: Int
  /// The first thing that is wrong; `nil` when nothing was found.
  package var flaw: LogFlaw?
}
