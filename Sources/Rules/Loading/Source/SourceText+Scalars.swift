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
      let inside = offsets(ofQuoted: rest, isDouble: scalar.style == .doubleQuoted)
      return inside.end.map { $0 + 1 } ?? max(1, Self.trimmed(rest).count)
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
      let rest = scalars(ofLine: place.line).dropFirst(place.column - 1)
      let inside = offsets(ofQuoted: rest, isDouble: scalar.style == .doubleQuoted)
      guard let end = inside.end else { return nil }
      let starts = inside.starts + [end]
      return starts.indices.contains(offset) ? moved(place, by: starts[offset]) : nil
    case .literal: return self.place(ofScalar: offset, ofLiteral: scalar.text, at: place)
    case .folded: return nil
    }
  }

  /// Where each scalar of a quoted text begins, and the closing mark, counted from the opening one.
  private func offsets(
    ofQuoted source: ArraySlice<Unicode.Scalar>, isDouble: Bool
  ) -> (starts: [Int], end: Int?) {
    let scalars = Array(source)
    let mark: Unicode.Scalar = isDouble ? "\"" : "'"
    var starts: [Int] = []
    var index = 1
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isDouble, scalars[index] == "\\" {
        starts.append(index)
        index += 2 + (next.map(Self.digits(ofEscape:)) ?? 0)
      } else if !isDouble, scalars[index] == mark, next == mark {
        starts.append(index)
        index += 2
      } else if scalars[index] == mark {
        return (starts, index)
      } else {
        starts.append(index)
        index += 1
      }
    }
    return (starts, nil)
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
