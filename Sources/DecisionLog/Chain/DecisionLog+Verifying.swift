import Digests
import GRDB

extension DecisionLog {
  /// Walks along the whole log and tells of the first thing that is wrong.
  ///
  /// Entries that were cut off at the end leave nothing behind that could be missed: only a head that was kept elsewhere
  /// shows that. With a public key, the head must be signed with the secret that belongs to it; otherwise with this log's.
  package func verify(
    against head: LogHead? = nil, publicKey: String? = nil
  ) throws(LogFault) -> Verification {
    do throws(LogFault) {
      return try file.look { db in
        var found = try walk(in: db)
        if found.flaw == nil, let head {
          found.flaw = try flaw(of: head, publicKey: publicKey ?? keys.publicKey, in: db)
        }
        if found.flaw == nil { found.flaw = try flawOfFile(in: db) }
        return found
      }
    } catch .damaged(let what) {
      return Verification(
        entries: 0, purged: 0, flaw: LogFlaw(entry: nil, kind: .file(what)))
    }
  }

  /// Holds each entry against the one before it.
  func walk(in db: Database) throws -> Verification {
    var walk = ChainWalk(origin: origin, key: keys.chain)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEntry.ownColumns), NULL, CAST(t.sealed AS BLOB)
        FROM entries e LEFT JOIN texts t ON t.sequence = e.sequence ORDER BY e.sequence
        """)
    var flaw: LogFlaw?
    while flaw == nil, let row = try rows.next() {
      let place = EntryID(sequence: walk.expected)
      guard let entry = StoredEntry(row) else {
        flaw = LogFlaw(entry: place, kind: .changed)
        break
      }
      if let kind = walk.take(entry, sealed: StoredEntry.bytes(row, 8)) {
        flaw = try explained(kind, at: place, entry, after: walk.last, in: db)
      }
    }
    if let earlier = walk.unexplained, flaw == nil { flaw = earlier }
    if flaw == nil, let added = try strayText(in: db) {
      flaw = LogFlaw(entry: EntryID(sequence: added), kind: .textAdded)
    }
    return Verification(entries: walk.count, purged: walk.goneBodies, flaw: flaw)
  }

  private func strayText(in db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT sequence FROM texts WHERE sequence NOT IN (SELECT sequence FROM entries) LIMIT 1
        """)
  }

  private func flawOfFile(in db: Database) throws -> LogFlaw? {
    let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
    guard answer != "ok" else { return nil }
    return LogFlaw(entry: nil, kind: .file("the file is not whole"))
  }

  // MARK: - What is wrong with an entry

  /// Looks at the other entries for what became of the one that belongs in a place.
  private func explained(
    _ kind: LogFlaw.Kind, at place: EntryID, _ entry: StoredEntry, after previous: [UInt8],
    in db: Database
  ) throws -> LogFlaw {
    var kind = kind
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(StoredEntry.ownColumns) FROM entries e ORDER BY e.sequence")
    while let row = try rows.next() {
      guard let other = StoredEntry(row), other.id != place else { continue }
      switch kind {
      case .bodyChanged:
        if let body = entry.body,
          other.link.bodySHA256 == Array(Digests.sha256(body).utf8)
        {
          kind = .bodyOf(other.id)
        }
      case .missing, .changed:
        var link = other.link
        link.sequence = place.sequence
        if link.mac(after: previous, key: keys.chain) == other.mac {
          kind = .movedTo(other.id)
        } else if kind == .changed, other.link.sequence < place.sequence, other.mac == entry.mac {
          kind = .repeats(other.id)
        }
      default: return LogFlaw(entry: place, kind: kind)
      }
    }
    return LogFlaw(entry: place, kind: kind)
  }

  // MARK: - What is wrong with a head

  private func flaw(of head: LogHead, publicKey: String, in db: Database) throws -> LogFlaw? {
    guard head.publicKey == publicKey.lowercased() else {
      return LogFlaw(entry: nil, kind: .otherSigner)
    }
    guard head.isSigned(by: publicKey) else { return LogFlaw(entry: nil, kind: .badSignature) }
    guard Array(head.log.utf8) == id else { return LogFlaw(entry: nil, kind: .otherLog) }
    let last = EntryID(sequence: head.sequence)
    guard let entry = try entry(last, in: db) else { return LogFlaw(entry: last, kind: .cut) }
    return entry.mac == Array(head.mac.utf8) ? nil : LogFlaw(entry: last, kind: .replaced)
  }
}
