/// A whole text in the rows of a terminal, with carets under some of its words.
struct MarkedRows {
  /// The most rows of a long text that are shown.
  private static let most = 24

  /// The rows; one without a marked letter has no carets.
  let rows: [Snippet.Line]

  /// Lays out a text in rows of at most `width` columns; what is marked is given in Unicode scalars, half-open.
  init(_ text: String, marking span: Range<Int>, width: Int) {
    var lines: [[(offset: Int, scalar: Unicode.Scalar)]] = [[]]
    var marked = 0..<0
    var offset = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      if number == span.lowerBound { marked = offset..<offset }
      let end = offset + UTF8.width(scalar)
      if span.contains(number) { marked = marked.lowerBound..<end }
      if scalar == "\n" {
        lines.append([])
      } else {
        lines[lines.count - 1].append((offset, scalar))
      }
      offset = end
    }
    let cells = lines.flatMap { line in
      let hasReturn = line.last?.scalar == "\r"
      return Self.wrapped(Cell.cells(of: hasReturn ? line.dropLast() : line[...]), width: width)
    }
    rows = Self.shortened(cells.map { Self.row(of: $0, marking: marked) })
  }

  /// Breaks a line at its white space, or within a word that is too long for a row.
  private static func wrapped(_ cells: [Cell], width: Int) -> [ArraySlice<Cell>] {
    var rows: [ArraySlice<Cell>] = []
    var rest = cells[...]
    while true {
      var end = rest.startIndex
      var used = 0
      while end < rest.endIndex, used + rest[end].width <= width || end == rest.startIndex {
        used += rest[end].width
        end += 1
      }
      guard end < rest.endIndex else { return rows + [rest] }
      let space = rest[..<end].lastIndex { $0.isBlank }
      end = rest[end].isBlank ? end : space.map { $0 + 1 } ?? end
      rows.append(rest[..<end])
      rest = rest[end...].drop { $0.isBlank }
    }
  }

  private static func row(of cells: ArraySlice<Cell>, marking span: Range<Int>) -> Snippet.Line {
    var line = Snippet.Line(text: "", carets: "")
    for cell in cells {
      line.text += cell.shown
      line.carets += String(
        repeating: cell.source.overlaps(span) ? "^" : " ", count: cell.width)
    }
    for path in [\Snippet.Line.text, \Snippet.Line.carets] {
      while line[keyPath: path].utf8.last == UInt8(ascii: " ") {
        line[keyPath: path].unicodeScalars.removeLast()
      }
    }
    return line
  }

  /// Of a text with too many rows those around the marked ones.
  private static func shortened(_ rows: [Snippet.Line]) -> [Snippet.Line] {
    guard rows.count > most else { return rows }
    let marked = rows.firstIndex { !$0.carets.utf8.isEmpty } ?? 0
    let start = min(max(0, marked - most / 2), rows.count - most)
    let cut = Snippet.Line(text: "…", carets: "")
    return (start > 0 ? [cut] : []) + rows[start..<start + most]
      + (start + most < rows.count ? [cut] : [])
  }
}

extension Cell {
  /// True when it shows nothing.
  fileprivate var isBlank: Bool {
    shown.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
  }
}
