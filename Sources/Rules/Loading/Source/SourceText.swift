/// A file of a pack as text with numbered lines.
struct SourceText {
  /// The most bytes that a file of a pack may have.
  static let sizeLimit = 1 << 20

  /// The path as messages show it.
  let file: String
  /// The text.
  let text: String
  /// The lines without their ends.
  let lines: [String]

  /// Decodes a file, what cannot be decoded replaced.
  init(_ file: PackFile) {
    self.file = file.shownPath
    self.text = String(decoding: file.bytes, as: UTF8.self)
    self.lines = Self.lines(of: text)
  }

  /// The scalars of a line, counted from 1; none when there is no such line.
  func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    lines.indices.contains(line - 1) ? Array(lines[line - 1].unicodeScalars) : []
  }

  /// The place nearest to a line and a column that may lie outside the text.
  func place(line: Int, column: Int) -> SourcePlace {
    let line = min(max(line, 1), max(lines.count, 1))
    let end = scalars(ofLine: line).count + 1
    return SourcePlace(file: file, line: line, column: min(max(column, 1), end))
  }

  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
      previous = scalar
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }
}
