/// A pattern as written, with its list macros `{name}` replaced by the lists' patterns.
package struct PatternExpansion: Sendable {
  /// The pattern that PCRE2 compiles.
  package private(set) var source = ""
  /// The macros that name no list, with their offsets in the pattern as written, in scalars.
  package private(set) var unknownLists: [(name: String, offset: Int)] = []

  /// Where each piece of the expanded pattern begins, in bytes, and the scalar it was written at.
  private var runs: [(expanded: Int, written: Int)] = []

  /// Replaces the macros of a pattern.
  ///
  /// - Parameters:
  ///   - written: The pattern as the rule has it.
  ///   - lists: The lists that its macros may name.
  ///   - letterCase: Whether case counts in the pattern; a list keeps its own way.
  package init(_ written: String, lists: ListPatterns, letterCase: Matcher.LetterCase) {
    let scalars = Array(written.unicodeScalars)
    var position = 0
    var classStart: Int?
    while position < scalars.count {
      let start = position
      if scalars[position] == "\\" {
        position = Self.endOfEscape(scalars, from: position)
      } else if classStart == nil, let (name, end) = Self.macro(scalars, at: position) {
        runs.append((source.utf8.count, start))
        position = end
        if lists.contains(name) {
          let pattern = lists.pattern(for: .init(lists: [Placed(name, at: Self.nowhere)]))
          source += letterCase == .ignore ? pattern : "(?i:" + pattern + ")"
        } else {
          unknownLists.append((name, start))
        }
        continue
      } else {
        position = Self.endOfSign(scalars, at: position, classStart: &classStart)
      }
      runs.append((source.utf8.count, start))
      source.unicodeScalars.append(contentsOf: scalars[start..<position])
    }
  }

  /// The scalar offset in the pattern as written of a byte offset in the expanded one.
  package func writtenOffset(ofByte offset: Int) -> Int {
    // Each run outside macros is one scalar or one escape, so its start is exact enough for a caret.
    runs.last { $0.expanded <= offset }?.written ?? 0
  }

  private static let nowhere = SourcePlace(file: "", line: 0, column: 0)

  /// The end of an escape, with its braces when it is one that takes them, such as `\p{L}`.
  private static func endOfEscape(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    let next = start + 1
    guard next < scalars.count else { return scalars.count }
    guard "pPxNkgo".unicodeScalars.contains(scalars[next]), next + 1 < scalars.count,
      scalars[next + 1] == "{",
      let close = scalars[(next + 1)...].firstIndex(of: "}")
    else { return next + 1 }
    return close + 1
  }

  /// The end of a sign that is no escape, and whether it opens or closes a class of characters.
  private static func endOfSign(
    _ scalars: [Unicode.Scalar], at position: Int, classStart: inout Int?
  ) -> Int {
    guard let start = classStart else {
      guard scalars[position] == "[" else { return position + 1 }
      let isNegated = position + 1 < scalars.count && scalars[position + 1] == "^"
      classStart = position + (isNegated ? 2 : 1)
      return position + 1
    }
    // The first sign of a class belongs to it, even if it is the bracket that closes others.
    if scalars[position] == "]", position > start { classStart = nil }
    guard scalars[position] == "[", position + 1 < scalars.count, scalars[position + 1] == ":",
      let colon = scalars[(position + 2)...].firstIndex(of: ":"), colon + 1 < scalars.count,
      scalars[colon + 1] == "]"
    else { return position + 1 }
    return colon + 2
  }

  /// The name of a macro that begins here, and where it ends.
  private static func macro(
    _ scalars: [Unicode.Scalar], at start: Int
  ) -> (name: String, end: Int)? {
    guard scalars[start] == "{", start + 1 < scalars.count,
      ("a"..."z").contains(scalars[start + 1]),
      let close = scalars[start...].firstIndex(of: "}")
    else { return nil }
    let name = scalars[(start + 1)..<close]
    let isName = name.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    return isName ? (String(String.UnicodeScalarView(name)), close + 1) : nil
  }
}
