/// The columns of a CSV file of twarc that are read.
enum TwarcColumn: String, CaseIterable {
  case id
  case text
  case createdAt = "created_at"
  case username = "author.username"
  case repliedTo = "referenced_tweets.replied_to.id"
  case retweeted = "referenced_tweets.retweeted.id"
  case quoted = "referenced_tweets.quoted.id"
  case repliedToUser = "in_reply_to_user_id"
  case repliedToName = "in_reply_to_username"
  case retweetedName = "retweeted_username"
  case quotedName = "quoted_username"
  case urls = "entities.urls"
  case media = "attachments.media"
  case noteText = "note_tweet.text"
  case noteURLs = "note_tweet.entities.urls"
  case pollOptions = "attachments.poll.options"

  /// The beginnings of names that only twarc gives.
  private static let marks = ["referenced_tweets.", "public_metrics.", "entities.", "__twarc."]

  /// True when a header is one of twarc; which columns it has depends on the version and on what was asked for.
  static func areIn(_ header: CSVHeader) -> Bool {
    header.names.contains(id.rawValue) && header.names.contains(text.rawValue)
      && header.names.contains { name in marks.contains { name.utf8.starts(with: $0.utf8) } }
  }

  /// The place among the columns.
  var slot: Int { Self.slots[self] ?? 0 }

  private static let slots = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// The columns of a table; fails when it is not one of twarc.
  static func columns(of table: CSVTable) throws(ArchiveFailure) -> CSVColumns {
    guard areIn(table.header) else { throw .notTwarc(table.header) }
    let places = allCases.map { table.header.names.firstIndex(of: $0.rawValue) }
    return CSVColumns(table, places: places, dateSlot: createdAt.slot, idSlot: id.slot)
  }
}

extension ArchiveFailure {
  /// A header that is not one of twarc.
  fileprivate static func notTwarc(_ header: CSVHeader) -> ArchiveFailure {
    ArchiveFailure(
      code: "no-column",
      message: "The header is not one of twarc, which has `id`, `text` and names such as "
        + "`entities.urls`. The columns are \(header.list). Read it with `--input-format csv`.")
  }
}
