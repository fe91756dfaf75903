import GRDB

extension DecisionLog {
  /// Records that somebody looked at a post that did not go and says that it may, and gives back the entry.
  ///
  /// Of a post that could not be checked, this says that somebody read it instead.
  ///
  /// The author may do so too: it is then a reason, not a second person, which callers tell by the names.
  package func approve(
    _ decision: EntryID, by person: String, reason: String
  ) throws(LogFault) -> EntryID {
    try file.change { db in
      let found = try self.present(decision, in: db)
      guard [.held, .blocked, .unchecked].contains(found.outcome) else {
        throw LogFault.refused(
          "\(decision) does not wait for anybody: it is \(found.outcome.rawValue)")
      }
      let approval = Approval(
        decision: decision, by: person, reason: reason, contentHash: found.contentHash,
        rules: found.rules)
      return try append(.approval, approval.body, in: db)
    }
  }

  /// The approvals for exactly these words, oldest first, each with the author of the decision that it names.
  package func approvals(
    for contentHash: String
  ) throws(LogFault) -> [(id: EntryID, approval: Approval, author: String)] {
    try file.look { db in
      let found = try entries(
        where: "e.kind = 'approval' AND e.content_hash = ?", [contentHash], in: db)
      return try found.compactMap { entry in
        guard let body = entry.body, let approval = Approval(body: body) else {
          throw LogFault.damaged("entry \(entry.id) cannot be read")
        }
        // An approval whose decision was removed says nothing any more.
        guard let named = try self.entry(approval.decision, in: db),
          let decision = try decision(in: named), decision.contentHash == contentHash
        else { return nil }
        return (entry.id, approval, decision.author)
      }
    }
  }

  /// A decision that is there and was not removed.
  func present(_ id: EntryID, in db: Database) throws -> Decision {
    guard let entry = try entry(id, in: db), entry.kind == .decision else {
      throw LogFault.unknown(id)
    }
    guard let decision = try decision(in: entry) else {
      throw LogFault.refused("what \(id) said was removed on schedule")
    }
    return decision
  }
}
