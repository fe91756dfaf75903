extension LoadRecord {
  /// Reads a day, quoted or not, or reports why the value is none.
  package func day(_ value: YAMLValue, _ what: String) -> String? {
    guard let scalar = value.scalar, scalar.kind != .nothing else {
      report(.wrongType, at: value, "\(what) must be a day, not \(value.noun).", hint: Self.form)
      return nil
    }
    guard CalendarDate.isValid(scalar.text) else {
      report(.badDate, at: value, "\(what) `\(scalar.text)` is not a day.", hint: Self.form)
      return nil
    }
    return scalar.text
  }

  /// Reads a day with or without a time after it, or reports why the value is none.
  package func moment(_ value: YAMLValue, _ what: String) -> String? {
    guard let scalar = value.scalar, scalar.kind != .nothing else {
      return day(value, what)
    }
    let parts = scalar.text.utf8.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") })
    guard let first = parts.first, CalendarDate.isValid(String(Substring(first))),
      parts.count == 1 || parts[1].count >= 5
    else {
      report(
        .badDate, at: value, "\(what) `\(scalar.text)` is not a moment.",
        hint: "Write a day such as 2026-05-07, or 2026-05-07T09:00.")
      return nil
    }
    return scalar.text
  }

  private static let form = "Write a day that exists as YYYY-MM-DD, such as 2026-05-07."
}
