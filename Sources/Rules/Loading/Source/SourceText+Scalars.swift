extension SourceText {
  /// How many columns of its first line a scalar fills, at least 1.
  func width(of scalar: YAMLScalar, at place: SourcePlace) -> Int {
    let rest = scalars(ofLine: place.line).dropFirst(place.column - 1)
    switch scalar.style {
    case .plain:
      let length = scalar.text.unicodeScalars.count
      if rest.prefix(length).elementsEqual(scalar.text.unicodeScalars) { return max(1, length) }
      return max(1, Self.trimmed(rest).count)
    case .singleQuoted, .doubleQuoted:
      let inside = places(ofQuotedAt: place, isDouble: scalar.style == .doubleQuoted)
      guard let end = inside.end, end.line == place.line else {
        return max(1, Self.trimmed(rest).count)
      }
      return end.column - place.column + 1
    case .literal, .folded: return 1
    }
  }

  /// The place of a scalar of a text, or `nil` when it cannot be told from how the text is written.
  ///
  /// The offset is how many scalars of the text stand before; the text's end is allowed.
  func place(ofScalar offset: Int, of scalar: YAMLScalar, at place: SourcePlace) -> SourcePlace? {
    switch scalar.style {
    case .plain:
      let rest = scalars(ofLine: place.line).dropFirst(place.column - 1)
      let isOneLine = rest.starts(with: scalar.text.unicodeScalars)
      return isOneLine ? moved(place, by: offset) : nil
    case .singleQuoted, .doubleQuoted:
      let inside = places(ofQuotedAt: place, isDouble: scalar.style == .doubleQuoted)
      guard let end = inside.end else { return nil }
      let starts = inside.starts + [end]
      return starts.indices.contains(offset) ? starts[offset] : nil
    case .literal: return self.place(ofScalar: offset, ofLiteral: scalar.text, at: place)
    case .folded: return nil
    }
  }

  /// Where each scalar of a quoted text is written, and where its closing mark stands.
  private func places(
    ofQuotedAt place: SourcePlace, isDouble: Bool
  ) -> (starts: [SourcePlace], end: SourcePlace?) {
    let mark: Unicode.Scalar = isDouble ? "\"" : "'"
    var starts: [SourcePlace] = []
    var line = place.line
    var index = place.column
    while line <= lines.count {
      let scalars = scalars(ofLine: line)
      var isJoined = false
      while index < scalars.count {
        let here = SourcePlace(file: file, line: line, column: index + 1)
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        if isDouble, scalars[index] == "\\" {
          isJoined = next == nil
          if !isJoined { starts.append(here) }
          index += 2 + (next.map(Self.digits(ofEscape:)) ?? 0)
        } else if scalars[index] == mark, isDouble || next != mark {
          return (starts, here)
        } else {
          starts.append(here)
          index += scalars[index] == mark ? 2 : 1
        }
      }
      if !isJoined { fold(line, into: &starts) }
      line += 1
      // Blank lines were counted when the line before them was folded.
      while line < lines.count, self.scalars(ofLine: line).allSatisfy(Self.isBlank) { line += 1 }
      index = self.scalars(ofLine: line).prefix(while: Self.isBlank).count
    }
    return (starts, nil)
  }

  /// Folds the end of a line of a quoted text: the blanks before it go, and it is a space or, with blank lines
  /// after it, as many line ends as there are of those.
  private func fold(_ line: Int, into starts: inout [SourcePlace]) {
    let scalars = scalars(ofLine: line)
    let kept = scalars.count - scalars.reversed().prefix(while: Self.isBlank).count
    while let last = starts.last, last.line == line, last.column > kept { starts.removeLast() }
    let blank = lines.dropFirst(line).prefix { $0.allSatisfy(Self.isBlank) }.count
    let end = SourcePlace(file: file, line: line, column: kept + 1)
    starts += Array(repeating: end, count: max(1, blank))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t"
  }

  private static func digits(ofEscape letter: Unicode.Scalar) -> Int {
    switch letter {
    case "x": 2
    case "u": 4
    case "U": 8
    default: 0
    }
  }

  private func place(
    ofScalar offset: Int, ofLiteral text: String, at place: SourcePlace
  ) -> SourcePlace {
    let before = text.unicodeScalars.prefix(offset)
    let skipped = before.count { $0 == "\n" }
    let column = before.reversed().prefix { $0 != "\n" }.count
    let first = lines.dropFirst(place.line).first { $0.contains { $0 != " " } } ?? []
    let indent = first.prefix { $0 == " " }.count
    return self.place(line: place.line + 1 + skipped, column: indent + column + 1)
  }

  private func moved(_ place: SourcePlace, by columns: Int) -> SourcePlace {
    SourcePlace(file: place.file, line: place.line, column: place.column + columns)
  }

  private static func trimmed(_ rest: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = rest
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}
