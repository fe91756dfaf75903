/// Reads lists of terms.
struct TermListReader {
  /// Where faults go.
  let record: LoadRecord

  /// Reads terms, and reports those that are no text, no good term or there twice.
  func terms(
    _ value: YAMLValue, _ what: String, letterCase: Matcher.LetterCase
  ) -> [Placed<String>] {
    var first: [[Unicode.Scalar]: SourcePlace] = [:]
    return (record.items(value, what) ?? []).compactMap { item in
      guard let term = term(item, "A term") else { return nil }
      let key = Self.key(of: term.value, letterCase: letterCase)
      if let earlier = first[key] {
        record.report(
          .duplicateTerm, at: item, "The term `\(term.value)` stands twice.",
          hint: "The first is on line \(earlier.line).")
        return nil
      }
      first[key] = term.place
      return term
    }
  }

  /// Reads one term.
  func term(_ value: YAMLValue, _ what: String) -> Placed<String>? {
    guard let term = record.string(value, what) else { return nil }
    PatternChecks(record: record).check(term: value, text: term.value)
    return term
  }

  // What two terms that find the same words have in common.
  private static func key(
    of term: String, letterCase: Matcher.LetterCase
  ) -> [Unicode.Scalar] {
    var key: [Unicode.Scalar] = []
    for scalar in term.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = key.last, last != " " { key.append(" ") }
      } else if ["\u{2018}", "\u{2019}", "\u{02BC}"].contains(scalar) {
        key.append("'")
      } else if letterCase == .ignore {
        key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else {
        key.append(scalar)
      }
    }
    if key.last == " " { key.removeLast() }
    return key
  }
}
