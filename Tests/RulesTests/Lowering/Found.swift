import PCRE2
import Testing

@testable import Rules

/// What PCRE2 finds in texts with the patterns that lists and terms become.
enum Found {
  /// All that one term finds, as pieces of the text.
  static func by(
    _ term: String, in text: String, letterCase: Matcher.LetterCase = .ignore, masked: Bool = false
  ) throws -> [String] {
    try by(terms: [term], in: text, letterCase: letterCase, masked: masked)
  }

  /// All that some terms find.
  static func by(
    terms: [String], in text: String, letterCase: Matcher.LetterCase = .ignore,
    masked: Bool = false
  ) throws -> [String] {
    let place = SourcePlace(file: "", line: 1, column: 1)
    let terms = Matcher.Terms(
      terms: terms.map { Placed($0, at: place) }, letterCase: letterCase, isMasked: masked)
    return try by(pattern: ListPatterns([]).pattern(for: terms), in: text)
  }

  /// All that a pattern finds.
  static func by(pattern: String, isCaseless: Bool = true, in text: String) throws -> [String] {
    let code = try Pattern(pattern, options: .init(caseless: isCaseless))
    let scratch = MatchScratch()
    var found: [String] = []
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { buffer in
      try code.forEachMatch(in: buffer, using: scratch) { range in
        found.append(String(decoding: bytes[range], as: UTF8.self))
        return true
      }
    }
    return found
  }

  /// A list for patterns to name.
  static func list(
    _ id: String, _ terms: [String], letterCase: Matcher.LetterCase = .ignore,
    includes: [String] = []
  ) -> WordList {
    let place = SourcePlace(file: "", line: 1, column: 1)
    return WordList(
      id: id, title: id, source: "by hand", letterCase: letterCase,
      terms: terms.map { Placed($0, at: place) }, includes: includes.map { Placed($0, at: place) },
      place: place)
  }
}
