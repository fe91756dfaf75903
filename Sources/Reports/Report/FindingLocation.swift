import PostText

/// Where a finding stands in its file.
struct FindingLocation {
  /// A place in a file.
  struct Point: Equatable {
    /// The line, from 1.
    var line: Int
    /// The column in Unicode scalars, from 1.
    var column: Int
    /// The offset in the file in UTF-8 bytes.
    var utf8: Int
    /// The offset in the file in Unicode scalars.
    var scalar: Int
  }

  /// The first place, when the part's place in the file is known.
  let start: Point?
  /// The place after the last scalar, when the part stands in the file as it is.
  let end: Point?
  /// The place in words, or `nil` when the draft has only one line.
  let words: String?

  /// Finds the place of a span of a part.
  init(
    _ part: PartName, span: Range<Int>, checked: Record.Checked, source: AuthorText
  ) {
    let bytes = source.bytes(of: part)
    let from = TextOffset(utf8: span.lowerBound, in: bytes)
    let to = TextOffset(utf8: span.upperBound, in: bytes)
    words = Self.words(of: part, line: from.line, isSingle: !bytes.contains(UInt8(ascii: "\n")))
    guard let place = checked.places[part] else {
      start = nil
      end = nil
      return
    }
    if place.isVerbatim {
      start = Self.point(from, after: place)
      end = Self.point(to, after: place)
    } else {
      start = Point(
        line: place.line, column: place.column, utf8: place.utf8, scalar: place.scalar)
      end = nil
    }
  }

  private static func point(_ offset: TextOffset, after place: PartPlace) -> Point {
    Point(
      line: place.line + offset.line,
      column: offset.line == 0 ? place.column + offset.column : offset.column + 1,
      utf8: place.utf8 + offset.utf8, scalar: place.scalar + offset.scalar)
  }

  private static func words(of part: PartName, line: Int, isSingle: Bool) -> String? {
    let line = isSingle ? "" : ", line \(line + 1)"
    switch part {
    case .text: return isSingle ? nil : "your post\(line)"
    case .thread(let index): return "post \(index + 1) of the thread\(line)"
    case .spoiler: return "content warning\(line)"
    case .choice(let index): return "choice \(index + 1) of the poll\(line)"
    case .alt(let index): return "description of picture \(index + 1)\(line)"
    case .replyTo: return "the post that you answer\(line)"
    case .quote: return "the post that you quote\(line)"
    }
  }
}
