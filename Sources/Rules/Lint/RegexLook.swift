/// Finds what looks like a regular expression in a term, where it only stands for itself.
struct RegexLook {
  private let scalars: [Unicode.Scalar]

  /// Takes the text of a term.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// Where the term writes a regular expression, from left to right, in Unicode scalars.
  var places: [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < scalars.count {
      if let end = end(ofExpressionAt: position) {
        found.append(position..<end)
        position = end
      } else {
        position += 1
      }
    }
    return found
  }

  private func end(ofExpressionAt start: Int) -> Int? {
    switch scalars[start] {
    case "\\": min(start + 2, scalars.count)
    case "[": end(ofClassAt: start)
    case "{": scalars[start...].firstIndex(of: "}").map { $0 + 1 }
    case "(" where scalar(start + 1) == "?": min(start + 3, scalars.count)
    case ".", ")", "]":
      // `(…)?` and a full stop after a word are the language's own.
      isOneOf(start + 1, scalars[start] == ")" ? "+*{" : "*+{") ? start + 2 : nil
    case "?": isMisplacedOption(start) ? start + 1 : nil
    case "^": isStart(start) && isWord(start + 1) ? start + 1 : nil
    case "$": isWord(start - 1) && isWord(start - 2) && isEnd(start + 1) ? start + 1 : nil
    default: nil
    }
  }

  /// A class such as `[a-z]` or `gr[ae]y`; brackets around a whole word are only brackets.
  private func end(ofClassAt start: Int) -> Int? {
    guard let close = scalars[start...].firstIndex(of: "]"), close > start + 1 else { return nil }
    let inside = start + 1..<close
    let hasRange = inside.contains { index in
      scalars[index] == "-" && index - 1 > start && index + 1 < close
        && (index - 1 == start + 1 || index + 2 == close)
    }
    let isTied = isWord(start - 1) || isWord(close + 1) || isOneOf(close + 1, "*+?{")
    return hasRange || isTied || scalars[start + 1] == "^" ? close + 1 : nil
  }

  /// A question mark that makes nothing optional: in a choice, inside a word or in front of one, after a sign, or
  /// after a plural's *s* with more words to come.
  ///
  /// A term may end with one, and then it is one: `says who?`.
  private func isMisplacedOption(_ index: Int) -> Bool {
    if scalar(index - 1) == ")" { return isOneOf(index + 1, "?*+") }
    if isWord(index + 1) || isOneOf(index - 1, "~*+,") || isInChoice(index) { return true }
    return scalar(index - 1) == "s" && isWord(index - 2) && scalar(index + 1) == " "
  }

  private func isInChoice(_ index: Int) -> Bool {
    scalars[..<index].reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) } > 0
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func isOneOf(_ index: Int, _ signs: String) -> Bool {
    scalar(index).map(signs.unicodeScalars.contains) ?? false
  }

  private func isWord(_ index: Int) -> Bool {
    scalar(index).map(TermPattern.isWordScalar) ?? false
  }

  private func isStart(_ index: Int) -> Bool {
    index == 0 || isOneOf(index - 1, "(|")
  }

  private func isEnd(_ index: Int) -> Bool {
    index == scalars.count || isOneOf(index, ")|")
  }
}
