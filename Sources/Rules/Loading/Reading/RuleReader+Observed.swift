extension RuleReader {
  /// What weighs a find, or speaks of it to the officer.
  private static let spoken = [
    "severity", "confidence", "weaker", "stronger", "reads_as", "why", "advice", "suggestions",
    "ask", "question", "references",
  ]
  private static let hint = "Audits count what an observed rule finds; no officer is told of it."

  /// Reports what has no meaning in an observed rule, which neither weighs nor says anything.
  func checkObserved(_ mapping: MappingReader, match: [Rule.Alternative], flags: [Example]) {
    for key in Self.spoken {
      guard let written = mapping.key(key) else { continue }
      record.report(
        .misplaced, at: written, "`\(key)` means nothing in an observed rule.", hint: Self.hint)
    }
    for alternative in match where alternative.severity != nil || alternative.confidence != nil {
      record.report(
        .misplaced, at: alternative.matcher.place,
        "A matcher of an observed rule has no `severity` or `confidence`.", hint: Self.hint)
    }
    for example in flags where example.severity != nil {
      record.report(
        .misplaced, at: example.place, "What an observed rule finds has no `severity`.",
        hint: Self.hint)
    }
  }
}
