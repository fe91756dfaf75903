import Digests
import GRDB
import JSON

extension DecisionLog {
  /// The signed head; that somebody took it is the last entry that it covers.
  package func head(by person: String) throws(LogFault) -> LogHead {
    try file.change { db in
      // What is signed is believed later, so a log that is not whole gets no signature.
      if let flaw = try walk(in: db).flaw { throw LogFault.damaged(flaw.words) }
      let last = try append(.export, Self.note("head", by: person), in: db)
      guard let entry = try entry(last, in: db),
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM entries")
      else { throw LogFault.damaged("its last entry cannot be read") }
      var head = LogHead(
        log: String(decoding: id, as: UTF8.self), sequence: last.sequence,
        mac: String(decoding: entry.mac, as: UTF8.self), at: entry.link.at, entries: count,
        publicKey: keys.publicKey)
      head.signature = Hexadecimal.text(keys.signing.signature(of: head.signedBytes))
      return head
    }
  }

  /// Records that somebody takes out the entries, and gives back the last one, which tells of it.
  package func beginExport(by person: String) throws(LogFault) -> EntryID {
    try file.change { db in
      try append(.export, Self.note("entries", by: person), in: db)
    }
  }

  /// The next entries after `sequence`, which is before `last`, as JSON, one a line.
  ///
  /// They come in portions, so that a slow reader keeps nobody from writing.
  package func lines(
    after sequence: Int, upTo last: EntryID
  ) throws(LogFault) -> (bytes: [UInt8], last: Int) {
    try file.look { db in
      let entries = try entries(
        where: "e.sequence > ? AND e.sequence <= ?",
        [sequence, min(sequence + 1_000, last.sequence)], in: db)
      guard let end = entries.last else {
        throw LogFault.damaged("entry \(EntryID(sequence: sequence + 1)) is missing")
      }
      var bytes = Bytes()
      for entry in entries {
        bytes.append(Self.line(entry))
        bytes.newline()
      }
      return (bytes.array, end.link.sequence)
    }
  }

  /// The body stands as it is stored, so that others can make its digest.
  private static func line(_ entry: StoredEntry) -> [UInt8] {
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
    let head = EntryBody.written { json in
      json.member("sequence", entry.link.sequence)
      json.member("at", Int(entry.link.at))
      json.member("kind", text(entry.link.kind))
      json.member("body_sha256", text(entry.link.bodySHA256))
      json.member("text_sha256", entry.link.textSHA256.map(text))
      json.member("mac", text(entry.mac))
    }
    return head.dropLast() + Array(",\"body\":".utf8) + (entry.body ?? Array("null".utf8))
      + Array("}".utf8)
  }

  private static func note(_ what: String, by person: String) -> [UInt8] {
    EntryBody.written { json in
      json.member("by", person)
      json.member("what", what)
    }
  }
}
