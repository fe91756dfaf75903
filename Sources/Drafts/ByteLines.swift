/// The lines of a file.
struct ByteLines {
  /// The file.
  let bytes: [UInt8]
  /// The lines, each without its line end.
  let ranges: [Range<Int>]

  /// Finds the lines after an offset; a line ends with LF or CR LF.
  init(_ bytes: [UInt8], from start: Int) {
    var ranges: [Range<Int>] = []
    var lineStart = start
    while lineStart < bytes.count {
      let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let hasReturn = end < bytes.count && end > lineStart && bytes[end - 1] == UInt8(ascii: "\r")
      ranges.append(lineStart..<(hasReturn ? end - 1 : end))
      lineStart = end + 1
    }
    self.bytes = bytes
    self.ranges = ranges
  }

  /// True for a line of three hyphens, blanks after them not counted.
  func isSeparator(_ line: Range<Int>) -> Bool {
    let text = bytes[line]
    return text.starts(with: Array("---".utf8)) && isBlank(line.dropFirst(3))
  }

  /// True for a line, or what is left of one, with nothing but blanks.
  func isBlank(_ line: Range<Int>) -> Bool {
    bytes[line].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
