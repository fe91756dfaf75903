import Digests
import GRDB

/// A row of the table of entries, as its bytes are.
struct StoredEntry {
  /// What is chained.
  var link: ChainLink
  /// What the entry says; `nil` when that was removed.
  var body: [UInt8]?
  /// The code that ties the entry to the one before it.
  var mac: [UInt8]
  /// The code of the entry before it; `nil` when there is none.
  var previous: [UInt8]?

  /// The columns that ``init(_:)`` reads, from the table `e`.
  ///
  /// Texts are read as bytes, since as texts they could be mended on the way.
  static let columns = """
    \(ownColumns), (SELECT CAST(p.mac AS BLOB) FROM entries p WHERE p.sequence = e.sequence - 1)
    """
  /// The same without the entry before it, for those who know that one already.
  static let ownColumns = """
    e.sequence, e.at, CAST(e.kind AS BLOB), CAST(e.body AS BLOB), CAST(e.body_sha256 AS BLOB),
    CAST(e.text_sha256 AS BLOB), CAST(e.mac AS BLOB)
    """

  /// Reads a row; `nil` when a column holds what no entry holds.
  init?(_ row: Row) {
    guard case .int64(let sequence) = Self.value(row, 0), case .int64(let at) = Self.value(row, 1),
      let kind = Self.bytes(row, 2), let digest = Self.bytes(row, 4), let mac = Self.bytes(row, 6)
    else { return nil }
    link = ChainLink(
      sequence: Int(sequence), at: at, kind: kind, bodySHA256: digest,
      textSHA256: Self.bytes(row, 5))
    body = Self.bytes(row, 3)
    self.mac = mac
    previous = row.count > 7 ? Self.bytes(row, 7) : nil
  }

  /// The name of the entry.
  var id: EntryID { EntryID(sequence: link.sequence) }

  /// What the entry tells of.
  var kind: EntryKind? { EntryKind(rawValue: String(decoding: link.kind, as: UTF8.self)) }

  /// True when the body, where there is one, is the one that the chain knows.
  var hasOwnBody: Bool {
    body.map { Array(Digests.sha256($0).utf8) == link.bodySHA256 } ?? true
  }

  // MARK: - Columns

  private static func value(_ row: Row, _ column: Int) -> DatabaseValue.Storage {
    let value: DatabaseValue = row[column]
    return value.storage
  }

  /// The bytes in a column; `nil` when it holds none.
  static func bytes(_ row: Row, _ column: Int) -> [UInt8]? {
    guard case .blob(let data) = value(row, column) else { return nil }
    return Array(data)
  }
}
