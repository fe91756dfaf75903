extension LoadRecord {
  /// Reads a text, or reports why the value is none; `mayBeEmpty` when an empty one says something too.
  package func string(
    _ value: YAMLValue, _ what: String, mayBeEmpty: Bool = false
  ) -> Placed<String>? {
    guard let scalar = value.scalar else {
      report(.wrongType, at: value, "\(what) must be a text, not \(value.noun).")
      return nil
    }
    switch scalar.kind {
    case .text: break
    case .nothing where scalar.text.isEmpty:
      report(.empty, at: value, "\(what) is left empty.", hint: "Write a text, or remove the key.")
      return nil
    default:
      report(
        .notAString, at: value,
        "\(what) must be a text, but `\(scalar.text)` is read as \(scalar.kind.noun).",
        hint: "Put it in quotes: \"\(scalar.text)\".")
      return nil
    }
    if !mayBeEmpty, scalar.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      report(.empty, at: value, "\(what) is empty.", hint: "Write a text, or remove the key.")
      return nil
    }
    return Placed(scalar.text, at: value.place)
  }

  /// Reads an identifier, or reports why the value is none.
  func identifier(_ value: YAMLValue, _ what: String) -> Placed<String>? {
    guard let id = string(value, what) else { return nil }
    guard Identifier.isValid(id.value) else {
      report(
        .badId, at: value, "\(what) `\(id.value)` is not a good identifier.",
        hint: "Use lower-case words of letters and digits, joined by hyphens.")
      return nil
    }
    return id
  }

  /// Reads a whole number within bounds, or reports why the value is none.
  package func integer(_ value: YAMLValue, _ what: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let scalar = value.scalar, scalar.kind == .integer, let number = Int(scalar.text) else {
      report(
        .wrongType, at: value, "\(what) must be a whole number.",
        hint: value.scalar.flatMap { Int($0.text) } == nil ? nil : "Write it without quotes.")
      return nil
    }
    guard bounds.contains(number) else {
      let most = bounds.upperBound == .max ? "up" : "\(bounds.upperBound)"
      let range =
        most == "up" ? "\(bounds.lowerBound) or more" : "\(bounds.lowerBound) to \(most)"
      report(.outOfRange, at: value, "\(what) is \(number), but must be \(range).")
      return nil
    }
    return number
  }

  /// Reads `true` or `false`, or reports why the value is neither.
  package func boolean(_ value: YAMLValue, _ what: String) -> Bool? {
    if let scalar = value.scalar, scalar.kind == .boolean {
      if scalar.text == "true" { return true }
      if scalar.text == "false" { return false }
    }
    report(
      .wrongType, at: value, "\(what) must be true or false.",
      hint: "Write `true` or `false`, without quotes.")
    return nil
  }

  /// Reads one of some words, or reports the nearest one.
  package func word(_ value: YAMLValue, _ what: String, among words: [String]) -> String? {
    guard let scalar = value.scalar, scalar.kind != .nothing else {
      report(
        .wrongType, at: value, "\(what) must be a word, not \(value.noun).",
        hint: Wording.choice(words))
      return nil
    }
    if words.contains(scalar.text) { return scalar.text }
    let nearest = Nearest.to(scalar.text, among: words).map { "Did you mean `\($0)`?" }
    report(
      .unknownValue, at: value, "\(what) cannot be `\(scalar.text)`.",
      hint: nearest ?? Wording.choice(words))
    return nil
  }

  /// Reads one of the cases of a type, or reports the nearest one.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: YAMLValue, _ what: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    word(value, what, among: type.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }

  /// The items of a list, or a report that the value is none.
  package func items(_ value: YAMLValue, _ what: String, mayBeEmpty: Bool = false) -> [YAMLValue]? {
    guard case .sequence(let items) = value.content else {
      report(
        .wrongType, at: value, "\(what) must be a list, not \(value.noun).",
        hint: "Write `[…]`, or each item on its own line after `- `.")
      return nil
    }
    if items.isEmpty && !mayBeEmpty {
      report(.empty, at: value, "\(what) is an empty list.", hint: "Fill it, or remove the key.")
      return nil
    }
    return items
  }

  /// Reads a list of texts; what is no text is reported and left out.
  package func strings(_ value: YAMLValue, _ what: String) -> [Placed<String>] {
    (items(value, what) ?? []).compactMap { string($0, "An item of \(what)") }
  }

  /// Reads one text or a list of them; what is no text is reported and left out.
  func oneOrMore(_ value: YAMLValue, _ what: String) -> [YAMLValue] {
    if case .sequence = value.content { return items(value, what) ?? [] }
    return [value]
  }
}
