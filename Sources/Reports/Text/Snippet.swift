import PostText

/// The author's lines around a finding, with carets under the exact words.
struct Snippet {
  /// A line as it is printed, and the line of carets below it.
  struct Line: Equatable {
    /// The author's line, cut around the place when it is long.
    var text: String
    /// Spaces and carets.
    var carets: String
  }

  /// The most lines of one finding that are shown.
  private static let mostLines = 3

  /// The lines that the finding touches, three at most.
  let lines: [Line]

  /// Lays out the lines of a part that a span touches, each in at most `width` columns.
  init(of span: Range<Int>, in part: PartName, source: AuthorText, width: Int) {
    let bytes = source.bytes(of: part)
    let start = min(span.lowerBound, bytes.count)
    let end = min(span.upperBound, bytes.count)
    // A finding about the whole draft, such as a missing description, has no words to point at.
    guard start < end else {
      lines = []
      return
    }
    lines = Self.lineRanges(from: start, to: end, in: bytes).prefix(Self.mostLines).map { line in
      var offset = line.lowerBound
      let cells = Cell.cells(
        of: String(decoding: bytes[line], as: UTF8.self).unicodeScalars.map { scalar in
          defer { offset += UTF8.width(scalar) }
          return (offset, source.shownScalar(scalar, at: offset, of: part))
        })
      return Self.line(of: cells, marking: start..<end, width: width)
    }
  }

  /// The lines from the one with `start` to the one with `end`, without their ends.
  private static func lineRanges(from start: Int, to end: Int, in bytes: [UInt8]) -> [Range<Int>] {
    let lineFeed = UInt8(ascii: "\n")
    var ranges: [Range<Int>] = []
    var lineStart = (bytes[..<start].lastIndex(of: lineFeed) ?? -1) + 1
    repeat {
      let next = bytes[lineStart...].firstIndex(of: lineFeed) ?? bytes.count
      let hasReturn = next > lineStart && bytes[next - 1] == UInt8(ascii: "\r")
      ranges.append(lineStart..<(hasReturn && next < bytes.count ? next - 1 : next))
      lineStart = next + 1
    } while lineStart < end
    return ranges
  }

  private static func line(of cells: [Cell], marking span: Range<Int>, width: Int) -> Line {
    let marked = cells.indices.filter { cells[$0].source.overlaps(span) }
    // A line without a marked letter is an empty one between two that have some.
    guard let first = marked.first, let last = marked.last else {
      return Line(text: "", carets: "")
    }
    let window = window(of: cells, around: first...last, width: width)
    var line = Line(text: "", carets: "")
    if window.lowerBound > 0 {
      line.text += "…"
      line.carets += " "
    }
    for index in window {
      let mark = (first...last).contains(index) ? "^" : " "
      line.text += cells[index].shown
      line.carets += String(repeating: mark, count: cells[index].width)
    }
    if window.upperBound < cells.count {
      line.text += "…"
    }
    while line.carets.utf8.last == UInt8(ascii: " ") {
      line.carets.unicodeScalars.removeLast()
    }
    return line
  }

  /// The cells that fit into `width` columns, the marked ones in their midst as far as they fit.
  private static func window(
    of cells: [Cell], around marked: ClosedRange<Int>, width: Int
  ) -> Range<Int> {
    if cells.reduce(0, { $0 + $1.width }) <= width { return cells.indices }
    // Two columns are kept for the signs of a cut.
    let room = max(width - 2, 8)
    var window = marked.lowerBound..<marked.lowerBound
    var used = 0
    while window.upperBound <= marked.upperBound, used + cells[window.upperBound].width <= room {
      used += cells[window.upperBound].width
      window = window.lowerBound..<window.upperBound + 1
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      if window.lowerBound > 0, used + cells[window.lowerBound - 1].width <= room {
        used += cells[window.lowerBound - 1].width
        window = window.lowerBound - 1..<window.upperBound
        isGrowing = true
      }
      if window.upperBound < cells.count, used + cells[window.upperBound].width <= room {
        used += cells[window.upperBound].width
        window = window.lowerBound..<window.upperBound + 1
        isGrowing = true
      }
    }
    return window
  }
}
