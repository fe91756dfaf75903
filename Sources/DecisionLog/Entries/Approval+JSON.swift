import JSON

extension Approval {
  /// The approval as the body of an entry.
  var body: [UInt8] {
    EntryBody.written { json in
      json.reference("decision", decision)
      json.member("by", by)
      json.member("reason", reason)
      json.member("content_hash", contentHash)
      json.member("rules", rules)
    }
  }

  /// Reads the body of an entry; `nil` when it is not one of an approval.
  init?(body: [UInt8]) {
    guard let document = JSONDocument(), let value = try? document.parse(body),
      let decision = value["decision"]?.integer, let by = value["by"]?.string,
      let reason = value["reason"]?.string, let contentHash = value["content_hash"]?.string,
      let rules = EntryBody.all(value["rules"], \.string)
    else { return nil }
    self.init(
      decision: EntryID(sequence: decision), by: by, reason: reason, contentHash: contentHash,
      rules: rules)
  }
}
