/// What somebody looks at the history for.
package enum HistoryPurpose: String, Sendable {
  /// To see decisions one after another.
  case list
  /// To see one decision.
  case show
  /// To count.
  case stats
  /// To copy a line into a log of their own.
  case copy
}
