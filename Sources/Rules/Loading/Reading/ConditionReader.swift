/// Reads the conditions of a rule.
struct ConditionReader {
  /// Where faults go.
  let record: LoadRecord
  /// The rule that the conditions belong to.
  let owner: String

  /// Reads the conditions that a key of a rule lists, leaving out broken ones.
  ///
  /// Those of `weaker` and `stronger` may shift the severity with `to`.
  func read(_ key: String, of mapping: MappingReader, mayShift: Bool) -> [Condition] {
    guard let value = mapping.value(key) else { return [] }
    return (record.items(value, "`\(key)`", mayBeEmpty: true) ?? []).compactMap {
      condition($0, mayShift: mayShift)
    }
  }

  private func condition(_ value: YAMLValue, mayShift: Bool) -> Condition? {
    let isDetailed =
      if case .mapping(let entries) = value.content {
        entries.contains { $0.name == "when" }
      } else {
        false
      }
    guard isDetailed else { return matcher(value).map { Condition($0) } }
    let keys = ["when", "within", "side", "to"]
    guard let mapping = MappingReader(value, "a condition", keys: keys, record: record) else {
      return nil
    }
    let distance = mapping.value("within").flatMap(distance)
    let side = mapping.choice("side", of: Condition.Side.self) ?? .either
    let severity = mapping.choice("to", of: Severity.self)
    if let key = mapping.key("to"), !mayShift {
      record.report(
        .misplaced, at: key, "`to` means nothing under `when` and `unless`.",
        hint: "It goes with `weaker` and `stronger`.")
    }
    return mapping.value("when").flatMap(matcher).map {
      Condition($0, distance: distance, side: side, to: severity)
    }
  }

  private func matcher(_ value: YAMLValue) -> Matcher? {
    guard value.scalar != nil else {
      return MatcherReader(record: record, owner: owner).read(value, as: .condition)?.matcher
    }
    return record.name(.scope, value, "The name of a scope", owner: owner)
      .map { Matcher(.scope($0.value), place: value.place) }
  }

  private func distance(_ value: YAMLValue) -> Condition.Distance? {
    if value.scalar?.text == "sentence" { return .sentence }
    if value.scalar?.kind == .integer {
      return record.integer(value, "`within`", in: 0...1000).map(Condition.Distance.words)
    }
    record.report(
      .wrongType, at: value, "`within` must be a number of words, or `sentence`.")
    return nil
  }
}
