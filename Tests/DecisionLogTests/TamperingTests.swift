import Digests
import GRDB
import Testing

@testable import DecisionLog

/// Every change behind the log's back is found, and named by the first entry that it concerns.
@Suite struct TamperingTests {
  private let test: TestLog

  /// A log of eight entries of several kinds, three of them with words that are kept.
  init() throws {
    test = try TestLog()
    let log = try test.open(keepsText: true)
    for number in 1...3 {
      let text = "Words of the post \(number)"
      _ = try log.append(
        .sample(contentHash: log.contentHash(of: [Array(text.utf8)]), text: text))
    }
    _ = try log.approve(EntryID(sequence: 2), by: "ben", reason: "I know the case")
    _ = try log.history(LogFilter(), by: "carl", for: .list)
    for _ in 6...8 { _ = try log.append(.sample(outcome: .allowed)) }
  }

  private func flaw() throws -> LogFlaw? {
    try test.open().verify().flaw
  }

  @Test func `a log that nobody touched is found to be whole`() throws {
    let found = try test.open().verify()
    #expect(found.flaw == nil)
    #expect(found.entries == 8)
  }

  /// Each byte of a column of each of some rows is flipped, one after another.
  @Test(arguments: ["kind", "body", "body_sha256", "text_sha256", "mac"], [1, 4, 8])
  func `no byte of a column can be flipped`(_ column: String, _ row: Int) throws {
    let queue = try DatabaseQueue(path: test.path)
    let text = try queue.read { db in
      try String.fetchOne(db, sql: "SELECT \(column) FROM entries WHERE sequence = \(row)")
    }
    let bytes = Array((text ?? "").utf8)
    let log = try test.open()
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 1
      try test.tamper(
        "UPDATE entries SET \(column) = ? WHERE sequence = \(row)",
        [String(decoding: flipped, as: UTF8.self)])
      #expect(try log.verify().flaw?.entry?.sequence == row, "byte \(place) of \(column)")
    }
    try test.tamper("UPDATE entries SET \(column) = ? WHERE sequence = \(row)", [text])
    #expect(try log.verify().flaw == nil)
  }

  @Test(arguments: [1, 4, 8], [0, 1, 8, 20, 40])
  func `no bit of the time or of the number of an entry can be flipped`(
    _ row: Int, _ bit: Int
  ) throws {
    try test.tamper("UPDATE entries SET at = at + \(1 << bit) WHERE sequence = \(row)")
    #expect(try flaw()?.entry?.sequence == row)
    try test.tamper("UPDATE entries SET at = at - \(1 << bit) WHERE sequence = \(row)")
    try test.tamper(
      "UPDATE entries SET sequence = sequence + \((1 << bit) + 8) WHERE sequence = \(row)")
    #expect(try flaw()?.entry?.sequence == row)
  }

  @Test func `no byte of kept words can be flipped, and none can be taken away or added`() throws {
    let queue = try DatabaseQueue(path: test.path)
    let sealed = try queue.read { db in
      try String.fetchOne(db, sql: "SELECT sealed FROM texts WHERE sequence = 2") ?? ""
    }
    let log = try test.open()
    for place in sealed.utf8.indices {
      var bytes = Array(sealed.utf8)
      bytes[sealed.utf8.distance(from: sealed.utf8.startIndex, to: place)] ^= 1
      try test.tamper(
        "UPDATE texts SET sealed = ? WHERE sequence = 2", [String(decoding: bytes, as: UTF8.self)])
      #expect(
        try log.verify().flaw == LogFlaw(entry: EntryID(sequence: 2), kind: .textChanged))
    }
    try test.tamper("DELETE FROM texts WHERE sequence = 2")
    #expect(try flaw() == LogFlaw(entry: EntryID(sequence: 2), kind: .textMissing))
    try test.tamper("INSERT INTO texts VALUES (2, ?), (99, ?)", [sealed, sealed])
    #expect(try flaw() == LogFlaw(entry: EntryID(sequence: 99), kind: .textAdded))
  }

  @Test func `the words of two posts cannot be exchanged`() throws {
    try test.tamper(
      """
      UPDATE texts SET sequence = 100 WHERE sequence = 1;
      UPDATE texts SET sequence = 1 WHERE sequence = 2;
      UPDATE texts SET sequence = 2 WHERE sequence = 100
      """)
    #expect(try flaw() == LogFlaw(entry: EntryID(sequence: 1), kind: .textChanged))
    #expect(throws: LogFault.self) {
      try test.open().show(EntryID(sequence: 1), withText: true, by: "carl")
    }
  }

  @Test func `an entry cannot be dropped, be the gap left or closed`() throws {
    try test.tamper("DELETE FROM entries WHERE sequence = 6")
    #expect(try flaw() == LogFlaw(entry: EntryID(sequence: 6), kind: .missing))
    try test.tamper("UPDATE entries SET sequence = sequence - 1 WHERE sequence > 6")
    #expect(try flaw()?.entry?.sequence == 6)
  }

  @Test func `an entry cannot be repeated`() throws {
    try test.tamper(
      """
      INSERT INTO entries(sequence, at, kind, body, body_sha256, text_sha256, mac)
      SELECT 9, at, kind, body, body_sha256, text_sha256, mac FROM entries WHERE sequence = 7
      """)
    #expect(
      try flaw()
        == LogFlaw(entry: EntryID(sequence: 9), kind: .repeats(EntryID(sequence: 7))))
  }

  @Test func `entries cannot be reordered`() throws {
    try test.tamper(
      """
      UPDATE entries SET sequence = 100 WHERE sequence = 6;
      UPDATE entries SET sequence = 6 WHERE sequence = 7;
      UPDATE entries SET sequence = 7 WHERE sequence = 100
      """)
    #expect(
      try flaw()
        == LogFlaw(entry: EntryID(sequence: 6), kind: .movedTo(EntryID(sequence: 7))))
  }

  @Test func `the bodies of two entries cannot be exchanged`() throws {
    try test.tamper(
      """
      UPDATE entries SET body = CASE sequence
        WHEN 1 THEN (SELECT body FROM entries WHERE sequence = 2)
        ELSE (SELECT body FROM entries WHERE sequence = 1) END
      WHERE sequence IN (1, 2)
      """)
    #expect(
      try flaw() == LogFlaw(entry: EntryID(sequence: 1), kind: .bodyOf(EntryID(sequence: 2))))
  }

  @Test(arguments: [1, 4, 5])
  func `a body cannot be taken away without a purge that tells of it`(_ row: Int) throws {
    try test.tamper("UPDATE entries SET body = NULL WHERE sequence = \(row)")
    #expect(try flaw() == LogFlaw(entry: EntryID(sequence: row), kind: .bodyMissing))
  }

  @Test func `entries that were cut off at the end are found by a head, and only by it`() throws {
    let head = try test.open().head(by: "carl")
    #expect(head.sequence == 9)
    _ = try test.open().append(.sample())
    #expect(try test.open().verify(against: head).flaw == nil)
    try test.tamper("DELETE FROM entries WHERE sequence > 8")
    #expect(try test.open().verify().flaw == nil)
    #expect(
      try test.open().verify(against: head).flaw
        == LogFlaw(entry: EntryID(sequence: 9), kind: .cut))
    _ = try test.open().append(.sample())
    #expect(try test.open().verify().flaw == nil)
    #expect(
      try test.open().verify(against: head).flaw
        == LogFlaw(entry: EntryID(sequence: 9), kind: .replaced))
  }

  @Test func `another key neither opens a log nor makes entries in it`() throws {
    #expect(throws: LogFault.wrongKey(path: test.path)) { try test.open(key: HashKey()) }
    try test.tamper("UPDATE log SET id = replace(id, substr(id, 1, 1), 'x')")
    #expect(throws: LogFault.wrongKey(path: test.path)) { try test.open() }
  }

  @Test(arguments: [
    "CREATE TRIGGER quiet AFTER INSERT ON entries BEGIN DELETE FROM texts; END",
    "DROP INDEX approvals", "CREATE TABLE more(x)", "CREATE VIEW more AS SELECT 1",
  ])
  func `tables of another form are not used`(_ change: String) throws {
    try test.tamper(change)
    #expect(throws: LogFault.self) { try test.open() }
  }

  @Test func `a trigger under a name of SQLite's own is seen`() throws {
    try test.tamper(
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_quiet', 'entries', 0,
      'CREATE TRIGGER sqlite_quiet BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END');
      """)
    #expect(throws: LogFault.self) { try test.open() }
  }

  @Test func `a last entry with the highest number of all stops the log and not the program`()
    throws
  {
    let log = try test.open()
    try test.tamper(
      "UPDATE entries SET sequence = 9223372036854775807 WHERE sequence = (SELECT max(sequence) FROM entries)"
    )
    let isDamaged = { (work: () throws -> Void) in
      let fault = #expect(throws: LogFault.self) { try work() }
      guard case .damaged? = fault else { return false }
      return true
    }
    #expect(isDamaged { _ = try log.append(.sample()) })
    #expect(isDamaged { _ = try log.history(LogFilter(), by: "carl", for: .list) })
    #expect(isDamaged { _ = try log.beginExport(by: "carl") })
    #expect(try flaw() != nil)
  }

  @Test func `what was changed is neither shown nor counted as an approval`() throws {
    let log = try test.open()
    let hash = log.contentHash(of: [Array("Words of the post 2".utf8)])
    #expect(try log.approvals(for: hash).count == 1)
    try test.tamper("UPDATE entries SET body = replace(body, 'ben', 'bea') WHERE sequence = 4")
    #expect(throws: LogFault.self) { try log.approvals(for: hash) }
    try test.tamper("UPDATE entries SET body = replace(body, 'hook', 'send') WHERE sequence = 1")
    #expect(throws: LogFault.self) { try log.show(EntryID(sequence: 1), by: "carl") }
    #expect(throws: LogFault.self) { try log.history(LogFilter(), by: "carl", for: .list) }
  }
}
