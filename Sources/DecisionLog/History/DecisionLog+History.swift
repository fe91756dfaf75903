import Digests
import GRDB
import JSON

extension DecisionLog {
  /// The decisions that are asked for, oldest first; that somebody looked is recorded before they are handed out.
  package func history(
    _ filter: LogFilter, by person: String, for purpose: HistoryPurpose
  ) throws(LogFault) -> [LoggedDecision] {
    let found = try decisions(filter)
    _ = try file.change { db in
      try append(.read, Self.note(filter, by: person, for: purpose), in: db)
    }
    return found
  }

  /// The same without a record; whoever writes meanwhile need not wait, since a long history takes long to hold against
  /// its codes.
  func decisions(_ filter: LogFilter) throws(LogFault) -> [LoggedDecision] {
    let (condition, arguments) = filter.condition
    return try file.look { db in
      let found = try entries(where: condition, arguments, in: db).map { entry in
        try logged(entry, in: db)
      }
      return filter.isAwaitingReview ? found.filter(\.isAwaitingReview) : found
    }
  }

  /// One decision, with the words of the post when they are asked for and kept; that somebody looked is recorded.
  package func show(
    _ id: EntryID, withText: Bool = false, by person: String, for purpose: HistoryPurpose = .show
  ) throws(LogFault) -> (decision: LoggedDecision, text: [UInt8]?) {
    try file.change { db in
      guard let entry = try entry(id, in: db), entry.kind == .decision else {
        throw LogFault.unknown(id)
      }
      let text = withText ? try self.text(of: entry, in: db) : nil
      let note = EntryBody.written { json in
        json.member("by", person)
        json.member("what", purpose.rawValue)
        json.reference("decision", id)
        json.member("text", text != nil)
      }
      _ = try append(.read, note, in: db)
      return (try logged(entry, in: db), text)
    }
  }

  /// Closes a post that went at once since a life was at risk, and gives back the entry.
  package func review(
    _ decision: EntryID, by person: String, reason: String
  ) throws(LogFault) -> EntryID {
    try file.change { db in
      let found = try present(decision, in: db)
      guard found.outcome == .lifeAtRisk else {
        throw LogFault.refused(
          "\(decision) needs no review: it is \(found.outcome.rawValue), not life-at-risk")
      }
      guard try answers(to: decision, in: db).allSatisfy({ $0.kind != .review }) else {
        throw LogFault.refused("\(decision) was reviewed already")
      }
      let body = EntryBody.written { json in
        json.reference("decision", decision)
        json.member("by", person)
        json.member("reason", reason)
      }
      return try append(.review, body, in: db)
    }
  }

  private static func note(
    _ filter: LogFilter, by person: String, for purpose: HistoryPurpose
  ) -> [UInt8] {
    EntryBody.written { json in
      json.member("by", person)
      json.member("what", purpose.rawValue)
      json.member("filter") { json in
        if let since = filter.since { json.member("since", Int(since)) }
        if let until = filter.until { json.member("until", Int(until)) }
        if let account = filter.account { json.member("account", account) }
        if let author = filter.author { json.member("author", author) }
        if let outcome = filter.outcome { json.member("outcome", outcome.rawValue) }
        if filter.isAwaitingReview { json.member("awaiting_review", true) }
      }
    }
  }

  // MARK: - Reading

  /// An entry of a decision with what was said of it since.
  private func logged(_ entry: StoredEntry, in db: Database) throws -> LoggedDecision {
    let decision = try decision(in: entry)
    return LoggedDecision(
      id: entry.id, at: entry.link.at, decision: decision,
      answers: decision?.isAnswerable == true ? try answers(to: entry.id, in: db) : [],
      hasText: try sealedText(of: entry, in: db) != nil)
  }

  /// What was said of a decision since.
  func answers(to decision: EntryID, in db: Database) throws -> [LoggedDecision.Answer] {
    try entries(
      where: "e.kind IN ('approval', 'review') AND e.decision = ?", [decision.sequence], in: db
    ).compactMap { entry in
      guard let kind = entry.kind, let body = entry.body, let document = JSONDocument(),
        let value = try? document.parse(body), let person = value["by"]?.string,
        let reason = value["reason"]?.string
      else { return nil }
      return LoggedDecision.Answer(
        id: entry.id, at: entry.link.at, kind: kind, by: person, reason: reason)
    }
  }

  /// The words of a post; `nil` when they are not kept.
  private func text(of entry: StoredEntry, in db: Database) throws -> [UInt8]? {
    guard let sealed = try sealedText(of: entry, in: db) else { return nil }
    guard Array(Digests.sha256(sealed).utf8) == entry.link.textSHA256,
      let bytes = Hexadecimal.bytes(sealed),
      let text = keys.text.open(bytes, for: place(entry.link.sequence))
    else { throw LogFault.damaged("the words that belong to \(entry.id) were changed") }
    return text
  }

  private func sealedText(of entry: StoredEntry, in db: Database) throws -> [UInt8]? {
    let row = try Row.fetchOne(
      db, sql: "SELECT CAST(sealed AS BLOB) FROM texts WHERE sequence = ?",
      arguments: [entry.link.sequence])
    return row.flatMap { StoredEntry.bytes($0, 0) }
  }
}

extension Decision {
  /// True when somebody may say something of it later.
  fileprivate var isAnswerable: Bool {
    [.held, .blocked, .unchecked, .lifeAtRisk].contains(outcome)
  }
}
