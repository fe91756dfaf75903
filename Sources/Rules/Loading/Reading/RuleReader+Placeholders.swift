extension RuleReader {
  /// The texts in which names in braces are filled in.
  private static let filled = ["reads_as", "advice"]
  /// The texts in which they are not.
  private static let unfilled = ["title", "why", "ask", "question"]

  /// Checks that every name in braces can be filled in when the rule is found.
  ///
  /// - Parameters:
  ///   - mapping: The rule's keys.
  ///   - matchers: What it looks for, and its conditions but for those of `unless`.
  func checkPlaceholders(of mapping: MappingReader, matchers: [Matcher]) {
    let kinds = NamedKinds(scopes).kinds(of: matchers)
    var isNaming = false
    for key in Self.filled {
      guard let value = mapping.value(key), let text = value.scalar?.text else { continue }
      for (name, offset) in AdviceText(text).names {
        guard AdviceText.Placeholder(rawValue: name) != nil else {
          reportUnknown(name, offset, in: value, key)
          continue
        }
        isNaming = true
        guard kinds.isEmpty, !record.isForgiven(.scope) else { continue }
        report(
          .misplaced, name, offset, in: value,
          "`{\(name)}` has nothing to name: the rule counts nothing with `some`.",
          hint: "Count kinds of detail with `some` in `match`, or say it in fixed words.")
      }
    }
    for key in Self.unfilled {
      guard let value = mapping.value(key), let text = value.scalar?.text else { continue }
      for (name, offset) in AdviceText(text).names
      where AdviceText.Placeholder(rawValue: name) != nil {
        report(
          .misplaced, name, offset, in: value, "`{\(name)}` is not filled in here.",
          hint: "It goes with \(Wording.list(Self.filled)).")
      }
    }
    if isNaming { checkNames(of: kinds) }
  }

  private func checkNames(of kinds: [NamedKinds.Named]) {
    for kind in kinds where kind.name == nil {
      // The title of a scope that nobody defined is asked for elsewhere.
      if case .scope = kind.kind.matcher.test { continue }
      record.report(
        .missingKey, at: kind.kind.matcher.place,
        "This item of `some` needs the key `name`, since the advice names what was found.",
        hint: "Write it as in a sentence, such as `name: the street`.")
    }
  }

  private func reportUnknown(_ name: String, _ offset: Int, in value: YAMLValue, _ key: String) {
    let known = AdviceText.Placeholder.allCases.map(\.rawValue)
    let nearest = Nearest.to(name, among: known).map { "Did you mean `{\($0)}`?" }
    report(
      .unknownPlaceholder, name, offset, in: value, "`\(key)` cannot fill in `{\(name)}`.",
      hint: nearest ?? "It knows \(Wording.list(known.map { "{\($0)}" }, joiner: "and")).")
  }

  private func report(
    _ code: RuleProblem.Code, _ name: String, _ offset: Int, in value: YAMLValue,
    _ message: String, hint: String
  ) {
    record.report(
      code, atScalar: offset, of: value, message, hint: hint,
      width: name.unicodeScalars.count + 2)
  }
}
