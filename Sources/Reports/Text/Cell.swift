import JSON

/// What a terminal shows in one place of a line: a letter with its marks, an emoji, a tab.
struct Cell {
  /// What is printed.
  var shown: String
  /// The columns it takes.
  var width: Int
  /// The bytes of the text that it stands for.
  var source: Range<Int>

  /// Lays out one line, each of its scalars with the offset of its first byte; a terminal obeys nothing of it.
  static func cells(of line: some Sequence<(offset: Int, scalar: Unicode.Scalar)>) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var builder = Builder()
    for (offset, scalar) in line {
      let source = offset..<offset + UTF8.width(scalar)
      if let joined = builder.widthWhenJoined(scalar), let last = cells.popLast() {
        column += joined
        cells.append(
          Cell(
            shown: last.shown + String(scalar), width: last.width + joined,
            source: last.source.lowerBound..<source.upperBound))
        continue
      }
      let cell = Self.cell(of: scalar, at: column, source: source)
      column += cell.width
      cells.append(cell)
    }
    return cells
  }

  private static func cell(
    of scalar: Unicode.Scalar, at column: Int, source: Range<Int>
  ) -> Cell {
    if scalar == "\t" {
      let width = 8 - column % 8
      return Cell(shown: String(repeating: " ", count: width), width: width, source: source)
    }
    if scalar.disturbsTerminals {
      let picture = scalar.picture
      return Cell(shown: picture, width: picture.unicodeScalars.count, source: source)
    }
    // A mark with nothing before it gets a dotted circle to stand on.
    let width = scalar.terminalWidth
    return width == 0
      ? Cell(shown: "◌" + String(scalar), width: 1, source: source)
      : Cell(shown: String(scalar), width: width, source: source)
  }

  /// Remembers what stands before, to tell what joins it.
  private struct Builder {
    private var previous: Unicode.Scalar?
    private var isEmoji = false
    private var flagHalves = 0
    private var width = 0

    /// The columns that a scalar adds to the cell before it, or `nil` when it begins a cell of its own.
    mutating func widthWhenJoined(_ scalar: Unicode.Scalar) -> Int? {
      defer { previous = scalar }
      guard let previous, !previous.disturbsTerminals, previous != "\t",
        !scalar.disturbsTerminals, scalar != "\t"
      else {
        begin(scalar)
        return nil
      }
      if scalar == "\u{FE0F}" {
        let added = isEmoji && width == 1 ? 1 : 0
        width += added
        return added
      }
      if scalar.terminalWidth == 0 { return 0 }
      if previous == "\u{200D}", isEmoji, scalar.properties.isEmoji { return 0 }
      if scalar.properties.isEmojiModifier, isEmoji { return 0 }
      if scalar.isRegionalIndicator, flagHalves == 1 {
        flagHalves = 2
        return 0
      }
      begin(scalar)
      return nil
    }

    private mutating func begin(_ scalar: Unicode.Scalar) {
      isEmoji = scalar.properties.isEmoji
      flagHalves = scalar.isRegionalIndicator ? 1 : 0
      width = scalar.terminalWidth
    }
  }
}

extension Unicode.Scalar {
  /// True for the letters of which two make a flag.
  fileprivate var isRegionalIndicator: Bool {
    (0x1F1E6...0x1F1FF).contains(value)
  }
}
