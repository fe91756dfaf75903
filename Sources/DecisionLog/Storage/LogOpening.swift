import Digests
import GRDB

/// Makes the tables of a new log, and looks whether those of an old one are as they should be.
struct LogOpening {
  /// The file.
  let file: LogFile
  /// The key of the chain.
  let key: HashKey

  /// Makes the tables and the name of the log, when the file is empty.
  func makeTables() throws(LogFault) {
    guard try file.look(isEmpty) else { return }
    try file.change { db in
      // Another program may have been quicker.
      guard try isEmpty(db) else { return }
      for name in LogSchema.order {
        try db.execute(sql: LogSchema.statements[name] ?? "")
      }
      try db.execute(sql: "PRAGMA user_version = \(LogSchema.version)")
      var random = SystemRandomNumberGenerator()
      let id = Hexadecimal.text((0..<16).map { _ in UInt8.random(in: 0...255, using: &random) })
      let mac = ChainLink.origin(of: Array(id.utf8), key: key)
      try db.execute(
        sql: "INSERT INTO log(id, mac) VALUES (?, ?)",
        arguments: [id, String(decoding: mac, as: UTF8.self)])
    }
  }

  private func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  /// Makes sure that the tables do what they are thought to do: a trigger or a dropped check could undo that.
  func checkTables() throws(LogFault) {
    let (tables, version) = try file.look { db in
      // Names tell nothing: only the indexes that SQLite makes by itself have no statement.
      let rows = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
      let tables = rows.map { row in
        (String.fromDatabaseValue(row[0]) ?? "", String.fromDatabaseValue(row[1]) ?? "")
      }
      return (tables, try Int.fetchOne(db, sql: "PRAGMA user_version"))
    }
    guard version == LogSchema.version else {
      let other = (version ?? 0) > LogSchema.version
      throw .unusable(
        path: file.path,
        reason: other ? "a later version of tweetlint made it" : "it is not a decision log")
    }
    guard
      Dictionary(tables, uniquingKeysWith: { first, _ in first }) == LogSchema.statements,
      tables.count == LogSchema.statements.count
    else { throw .damaged("its tables are not those that this program makes") }
  }

  /// The name of the log, and the code that its first entry follows.
  func identity() throws(LogFault) -> (id: [UInt8], origin: [UInt8]) {
    let rows = try file.look { db in
      try Row.fetchAll(db, sql: "SELECT CAST(id AS BLOB), CAST(mac AS BLOB) FROM log").map { row in
        (StoredEntry.bytes(row, 0), StoredEntry.bytes(row, 1))
      }
    }
    guard rows.count == 1, let id = rows[0].0, let mac = rows[0].1,
      mac == ChainLink.origin(of: id, key: key)
    else { throw .wrongKey(path: file.path) }
    return (id, mac)
  }
}
