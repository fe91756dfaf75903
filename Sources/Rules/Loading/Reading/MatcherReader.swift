/// Reads matchers.
struct MatcherReader {
  /// Where faults go.
  let record: LoadRecord
  /// The rule or scope that the matchers belong to.
  let owner: String
  /// True when that is a scope.
  var isScope = false

  /// Reads a matcher with the weight that it may carry; `nil` when it is broken, which is then reported.
  func read(_ value: YAMLValue, as position: MatcherPosition) -> Rule.Alternative? {
    if let scalar = value.scalar, scalar.kind == .text {
      record.report(
        .wrongType, at: value, "A matcher must have keys; this is a text.",
        hint: "For words write `{words: [\"…\"]}`, for a scope `{scope: …}`.")
      return nil
    }
    let keys = MatcherKey.tests + MatcherKey.modifiers
    guard let mapping = MappingReader(value, "a matcher", keys: keys, record: record),
      let test = onlyTest(of: mapping), isAllowed(test, as: position, in: mapping)
    else { return nil }
    checkModifiers(of: mapping, for: test, as: position)
    let severity = severity(of: mapping)
    let confidence = mapping.integer("confidence", in: 1...100)
    let readings = mapping.value("in").map(readings)
    let atLeast = mapping.integer("at_least", in: 1...1000) ?? 1
    guard let found = read(test, of: mapping) else { return nil }
    let matcher = Matcher(found, in: readings, atLeast: atLeast, place: value.place)
    return Rule.Alternative(matcher, severity: severity, confidence: confidence)
  }

  private func severity(of mapping: MappingReader) -> Severity? {
    if let value = mapping.value("severity"), value.scalar?.text == "question" {
      record.report(
        .unknownValue, at: value, "One matcher alone cannot be a question.",
        hint: "Make it a rule of its own that has `severity: question`.")
      return nil
    }
    return mapping.choice("severity", of: Severity.self)
  }

  private func onlyTest(of mapping: MappingReader) -> String? {
    let present = MatcherKey.tests.filter { mapping.value($0) != nil }
    if let first = present.first, present.count == 1 { return first }
    if present.count > 1 {
      let keys = present.compactMap { mapping.key($0) }.sorted { $0.place < $1.place }
      if let second = keys.dropFirst().first {
        record.report(
          .twoTests, at: second, "A matcher looks for one thing; this one has \(count(present)).",
          hint: "Make each a matcher of its own, under `all` when both must hold.")
      }
    } else if !MatcherKey.tests.contains(where: mapping.has) {
      record.report(
        .matcherWithoutTest, at: mapping.value, "This matcher does not say what it looks for.",
        hint: "It needs one of \(Wording.list(MatcherKey.tests)).")
    }
    return nil
  }

  private func count(_ tests: [String]) -> String {
    Wording.list(tests, joiner: "and")
  }

  private func isAllowed(
    _ test: String, as position: MatcherPosition, in mapping: MappingReader
  ) -> Bool {
    guard let key = mapping.key(test) else { return false }
    switch (test, position) {
    case ("none", .all), ("none", .condition): return true
    case ("none", _):
      record.report(
        .misplaced, at: key, "`none` finds nothing, so it cannot stand here.",
        hint: "Put it inside `all` beside what is looked for, or under `unless`.")
      return false
    case ("words", .near), ("list", .near), ("pattern", .near), ("scope", .near): return true
    case (_, .near):
      record.report(
        .misplaced, at: key, "`\(test)` cannot be an item of `near`.",
        hint: "An item is a term, `{words: […]}`, `{list: …}`, `{pattern: '…'}` or `{scope: …}`.")
      return false
    default: return true
    }
  }

  private func checkModifiers(
    of mapping: MappingReader, for test: String, as position: MatcherPosition
  ) {
    for modifier in MatcherKey.modifiers {
      guard let key = mapping.key(modifier) else { continue }
      let tests = MatcherKey.tests(for: modifier)
      if ["severity", "confidence"].contains(modifier) {
        guard position != .alternative else { continue }
        record.report(
          .misplaced, at: key, "`\(modifier)` belongs to a matcher directly in a rule's `match`.",
          hint: "A condition changes the severity with `to`, beside `when`.")
      } else if modifier == "name" {
        guard position != .some else { continue }
        record.report(
          .misplaced, at: key, "`name` belongs to an item of `some`.",
          hint: "It is what advice calls the item when it is found.")
      } else if !tests.contains(test) {
        let wrap = "To tie a condition to the finding write `{when: {\(test): …}, within: 8}`."
        record.report(
          .misplaced, at: key, "`\(modifier)` means nothing beside `\(test)`.",
          hint: modifier == "within" && position == .condition
            ? wrap : "It goes with \(Wording.list(tests)).")
      } else if position == .near, ["in", "at_least"].contains(modifier) {
        record.report(
          .misplaced, at: key, "An item of `near` cannot have `\(modifier)`.",
          hint: modifier == "in" ? "`in` goes beside `near`, for all items." : nil)
      }
    }
  }

  private func readings(_ value: YAMLValue) -> [Matcher.Reading] {
    record.oneOrMore(value, "`in`").compactMap { record.choice($0, "A reading") }
  }
}
