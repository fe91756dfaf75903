/// The formats of inputs, by the names that options use.
package enum InputFormat: String, Sendable, CaseIterable {
  /// Found by content.
  case auto
  /// What X gives people who ask for their data: a zip, a folder, or a file of one.
  case xArchive = "x-archive"
  /// What X's interface gives, version 1.1 or 2, as JSON or JSON Lines.
  case xAPI = "x-api"
  /// The table that twarc makes of that.
  case twarcCSV = "twarc-csv"
  /// A table of any tool.
  case csv
  /// Drafts in JSON Lines.
  case jsonl
  /// A Mastodon export's `outbox.json`, or statuses of its interface.
  case mastodon
}
