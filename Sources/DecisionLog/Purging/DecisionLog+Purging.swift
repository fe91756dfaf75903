import GRDB
import JSON

extension DecisionLog {
  /// Removes kept words and old decisions for good, and records which.
  ///
  /// What a decision said, and what approvals and reviews said of it, goes; that there was one stays, with its place in
  /// the chain. What awaits a review stays whole. A log that is not as it was written is left alone.
  ///
  /// - Parameters:
  ///   - textDays: Words that are older than so many days go.
  ///   - decisionDays: Decisions that are older than so many days go, and their words with them.
  ///   - person: Who does it.
  ///   - isDryRun: True to only tell what would go.
  /// - Returns: What went.
  /// - Throws: When the log is not as it was written, and when it cannot be written.
  package func purge(
    textsOlderThan textDays: Int, decisionsOlderThan decisionDays: Int, by person: String,
    isDryRun: Bool
  ) throws(LogFault) -> Purge {
    let today = now()
    let limits = [textDays, decisionDays].map { today - Int64($0) * 86_400_000 }
    let done = try file.change { db in
      if let flaw = try walk(in: db).flaw {
        throw LogFault.damaged("\(flaw.words), so nothing was removed")
      }
      let awaiting = try self.awaiting(before: limits.max() ?? today, in: db)
      let bodies = try oldBodies(before: limits[1], in: db).filter { !awaiting.contains($0) }
      let gone = Set(bodies)
      let texts = try oldTexts(in: db).filter {
        !awaiting.contains($0.sequence) && ($0.at < limits[0] || gone.contains($0.sequence))
      }.map(\.sequence)
      var done = Purge(
        texts: texts.count, bodies: bodies.count, awaiting: awaiting.count, entry: nil)
      if !isDryRun, !texts.isEmpty || !bodies.isEmpty {
        let sets = (SequenceSet(bodies), SequenceSet(texts))
        try remove(sets, in: db)
        done.entry = try append(.purge, Self.note(sets, limits, by: person), in: db)
      }
      return done
    }
    // Also when nothing went: what a purge before this one could not wipe is wiped now.
    if !isDryRun { try wipe() }
    return done
  }

  private static func note(
    _ sets: (bodies: SequenceSet, texts: SequenceSet), _ limits: [Int64], by person: String
  ) -> [UInt8] {
    EntryBody.written { json in
      json.member("by", person)
      json.member("texts_before", Int(limits[0]))
      json.member("decisions_before", Int(limits[1]))
      sets.bodies.write("bodies", to: &json)
      sets.texts.write("texts", to: &json)
    }
  }

  // MARK: - What is old

  private func awaiting(before limit: Int64, in db: Database) throws -> Set<Int> {
    let found = try entries(
      where: "e.kind = 'decision' AND e.outcome = ? AND e.at < ?",
      [Decision.Outcome.lifeAtRisk.rawValue, limit], in: db)
    return try found.reduce(into: []) { awaiting, entry in
      if try answers(to: entry.id, in: db).allSatisfy({ $0.kind != .review }) {
        awaiting.insert(entry.link.sequence)
      }
    }
  }

  private func oldBodies(before limit: Int64, in db: Database) throws -> [Int] {
    try Int.fetchAll(
      db,
      sql: """
        SELECT sequence FROM entries
        WHERE kind IN ('decision', 'approval', 'review') AND body IS NOT NULL AND at < ?
        ORDER BY sequence
        """, arguments: [limit])
  }

  private func oldTexts(in db: Database) throws -> [(sequence: Int, at: Int64)] {
    try Row.fetchAll(
      db,
      sql: "SELECT sequence, at FROM texts JOIN entries USING (sequence) ORDER BY sequence"
    ).map { ($0[0], $0[1]) }
  }

  // MARK: - Removing

  private func remove(
    _ sets: (bodies: SequenceSet, texts: SequenceSet), in db: Database
  ) throws {
    for range in sets.texts.ranges {
      try db.cachedStatement(sql: "DELETE FROM texts WHERE sequence BETWEEN ? AND ?")
        .execute(arguments: [range.lowerBound, range.upperBound])
    }
    for range in sets.bodies.ranges {
      try db.cachedStatement(sql: "UPDATE entries SET body = NULL WHERE sequence BETWEEN ? AND ?")
        .execute(arguments: [range.lowerBound, range.upperBound])
    }
  }

  /// Leaves no byte of what went in the file or beside it.
  private func wipe() throws(LogFault) {
    try file.perform { db in
      try checkpoint(db)
      try db.execute(sql: "VACUUM")
      try checkpoint(db)
    }
  }

  /// Takes over what was written beside the file, and empties that.
  private func checkpoint(_ db: Database) throws {
    let isBusy = try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    guard isBusy == false else { throw LogFault.busy(path: path) }
  }
}
