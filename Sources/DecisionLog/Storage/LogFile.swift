import GRDB
import Glibc

/// The file of a log, opened so that what is written stays written.
struct LogFile: Sendable {
  /// How long a program waits for another one that writes, in seconds.
  private static let patience = 10.0
  /// How many bytes may stand beside the file before they are taken over into it.
  ///
  /// A program may end without closing the log, which spares it three flushes; who opens the log next reads these bytes.
  private static let mostBeside = 256 << 10

  /// Where it lies.
  let path: String
  /// The connection to it.
  let queue: DatabaseQueue

  /// Opens the file; where there is none, one is made, unless `mayMake` is false.
  init(path: String, mayMake: Bool, isShared: Bool = false) throws(LogFault) {
    self.path = path
    let safety = FileSafety(path: path, isShared: isShared)
    // SQLite gives the files beside it the same rights.
    if mayMake, access(path, F_OK) != 0 { _ = try safety.make([], sharedMode: 0o660) }
    try safety.checkLog()
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { db in
      // Removed content is overwritten, and nothing is put into files elsewhere.
      try db.execute(
        sql: """
          PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON
          """)
    }
    // SQLite takes names such as `:memory:` for something else than a file.
    let name = path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
    do {
      queue = try DatabaseQueue(path: name, configuration: configuration)
    } catch {
      throw Self.fault(error, path: path)
    }
    try makeDurable()
    try takeOver()
  }

  /// Makes each commit reach the disk before it counts, and looks whether that was taken.
  private func makeDurable() throws(LogFault) {
    try perform { db in
      try Self.useWriteAheadLog(db)
      try db.execute(sql: "PRAGMA synchronous = FULL")
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
      guard mode == "wal", try Self.synchronous(db) == 2 else {
        throw LogFault.unusable(
          path: path, reason: "the system does not promise that what is written stays written")
      }
    }
  }

  /// Takes over into the file what stands beside it, when that has become much.
  ///
  /// SQLite does so by itself, but empties the file beside only when the same process writes again, and those that end
  /// after one decision do not. Whoever else uses the log at this moment is not waited for, and a disk that is full keeps
  /// nobody from reading: the next opening will do.
  private func takeOver() throws(LogFault) {
    var status = stat()
    guard stat(path + "-wal", &status) == 0, status.st_size > Self.mostBeside else { return }
    try perform { db in
      try db.execute(sql: "PRAGMA busy_timeout = 0")
      try? db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "PRAGMA busy_timeout = \(Int(Self.patience * 1_000))")
    }
  }

  /// The level of safety of commits: 2 is FULL.
  static func synchronous(_ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "PRAGMA synchronous")
  }

  /// Another program that opens the new file at the same moment makes this one wait.
  private static func useWriteAheadLog(_ db: Database) throws {
    for _ in 0..<200 {
      do {
        if try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" { return }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(20_000)
      }
    }
  }

  // MARK: - Working with it

  /// Does some work outside a transaction.
  func perform<Value>(_ work: (Database) throws -> Value) throws(LogFault) -> Value {
    do {
      return try queue.inDatabase(work)
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  /// Does some work that is written as a whole or not at all, while nobody else writes.
  func change<Value>(_ work: (Database) throws -> Value) throws(LogFault) -> Value {
    try perform { db in
      var value: Value?
      try db.inTransaction(.immediate) {
        value = try work(db)
        return .commit
      }
      guard let value else { throw LogFault.busy(path: path) }
      return value
    }
  }

  /// Reads the file as it is at one moment.
  func look<Value>(_ work: (Database) throws -> Value) throws(LogFault) -> Value {
    do {
      return try queue.read(work)
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  private static func fault(_ error: any Error, path: String) -> LogFault {
    if let fault = error as? LogFault { return fault }
    guard let error = error as? DatabaseError else {
      return .unusable(path: path, reason: "\(error)")
    }
    // SQLite's message names tables and columns, never what was to be written; GRDB's description would hold that.
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged("the file is not whole")
    case .SQLITE_CONSTRAINT: .refused("the decision log does not take such an entry")
    case .SQLITE_FULL: .unusable(path: path, reason: "the disk is full")
    default: .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
