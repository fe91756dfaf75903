import Digests
import GRDB

extension DecisionLog {
  /// Adds an entry after the last one; only within a transaction that keeps others from writing.
  func append(
    _ kind: EntryKind, _ body: [UInt8], text: [UInt8]? = nil, in db: Database
  ) throws -> EntryID {
    let last = try db.cachedStatement(
      sql: """
        SELECT sequence, CAST(mac AS BLOB) FROM entries ORDER BY sequence DESC LIMIT 1
        """)
    var sequence = 1
    var previous = origin
    if let row = try Row.fetchOne(last) {
      // Numbers go up one by one, so the highest that there can be was not written here.
      guard let number = Int.fromDatabaseValue(row[0]), number < .max,
        let mac = StoredEntry.bytes(row, 1)
      else { throw LogFault.damaged("its last entry cannot be read") }
      sequence = number + 1
      previous = mac
    }
    let sealed = text.map { Hexadecimal.text(keys.text.seal($0, for: place(sequence))) }
    let link = ChainLink(
      sequence: sequence, at: now(), kind: Array(kind.rawValue.utf8),
      bodySHA256: Array(Digests.sha256(body).utf8),
      textSHA256: sealed.map { Array(Digests.sha256($0.utf8).utf8) })
    try write(link, body: body, mac: link.mac(after: previous, key: keys.chain), in: db)
    if let sealed {
      try db.cachedStatement(sql: "INSERT INTO texts(sequence, sealed) VALUES (?, ?)")
        .execute(arguments: [sequence, sealed])
    }
    return EntryID(sequence: sequence)
  }

  private func write(_ link: ChainLink, body: [UInt8], mac: [UInt8], in db: Database) throws {
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
    try db.cachedStatement(
      sql: """
        INSERT INTO entries(sequence, at, kind, body, body_sha256, text_sha256, mac)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      link.sequence, link.at, text(link.kind), text(body), text(link.bodySHA256),
      link.textSHA256.map(text), text(mac),
    ])
    guard db.changesCount == 1 else { throw LogFault.damaged("an entry could not be added") }
  }

  // MARK: - Words of posts

  /// Where words belong: they open neither in another entry nor in another log.
  func place(_ sequence: Int) -> [UInt8] {
    ChainLink.joined([id, Array(String(sequence).utf8)])
  }

  // MARK: - Reading

  /// An entry that is as it was written; `nil` when there is none.
  func entry(_ id: EntryID, in db: Database) throws -> StoredEntry? {
    try entries(where: "e.sequence = ?", [id.sequence], in: db).first
  }

  /// The entries that a condition chooses, in their order, each as it was written.
  func entries(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [StoredEntry] {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(StoredEntry.columns) FROM entries e WHERE \(condition) ORDER BY e.sequence",
      arguments: arguments)
    var entries: [StoredEntry] = []
    while let row = try rows.next() {
      guard let entry = StoredEntry(row) else {
        throw LogFault.damaged("an entry cannot be read")
      }
      try check(entry)
      entries.append(entry)
    }
    return entries
  }

  /// Makes sure that an entry follows the one before it and says what it said.
  private func check(_ entry: StoredEntry) throws(LogFault) {
    let previous = entry.link.sequence == 1 ? origin : entry.previous
    guard let previous, entry.hasOwnBody,
      entry.link.mac(after: previous, key: keys.chain) == entry.mac
    else { throw .damaged("entry \(entry.id) was changed, or the one before it is missing") }
  }

  /// The decision in an entry; `nil` when it tells of something else, or when it was removed.
  func decision(in entry: StoredEntry) throws(LogFault) -> Decision? {
    guard entry.kind == .decision, let body = entry.body else { return nil }
    guard let decision = Decision(body: body) else {
      throw .damaged("entry \(entry.id) cannot be read")
    }
    return decision
  }
}
