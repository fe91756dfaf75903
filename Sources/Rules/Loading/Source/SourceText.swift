/// A file of a pack as text with numbered lines.
struct SourceText {
  /// The most bytes that a file of a pack may have.
  static let sizeLimit = 1 << 20

  /// The path as messages show it.
  let file: String
  /// The text.
  let text: String
  /// The lines without their ends.
  let lines: [[Unicode.Scalar]]

  /// Decodes a file, what cannot be decoded replaced.
  init(_ file: PackFile) {
    self.file = file.shownPath
    self.text = String(decoding: file.bytes, as: UTF8.self)
    self.lines = Self.lines(of: text)
  }

  /// The scalars of a line, counted from 1; none when there is no such line.
  func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    lines.indices.contains(line - 1) ? lines[line - 1] : []
  }

  /// The text of a line, counted from 1; `nil` when there is no such line.
  func text(ofLine line: Int) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    return String(String.UnicodeScalarView(lines[line - 1]))
  }

  /// The place nearest to a line and a column that may lie outside the text.
  func place(line: Int, column: Int) -> SourcePlace {
    let last = max(lines.count, 1)
    let end = scalars(ofLine: min(max(line, 1), last)).count + 1
    if line > last { return SourcePlace(file: file, line: last, column: end) }
    return SourcePlace(file: file, line: max(line, 1), column: min(max(column, 1), end))
  }

  private static func lines(of text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r":
        lines.append(line)
        line = []
      default: line.append(scalar)
      }
      previous = scalar
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
