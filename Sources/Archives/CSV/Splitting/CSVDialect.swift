/// How a CSV file is written, as its first bytes tell.
package struct CSVDialect: Sendable, Equatable {
  /// What parts the fields.
  package var delimiter = UInt8(ascii: ",")
  /// True when the file begins with the mark of UTF-8, so that nothing else can be meant.
  package var hasUTF8Mark = false

  private static let delimiters = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Looks at the first bytes of a file; gives back how many of them stand before the header row.
  package static func find(
    in head: [UInt8]
  ) throws(ArchiveFailure) -> (dialect: CSVDialect, start: Int) {
    if isUTF16(head) { throw .utf16 }
    var dialect = CSVDialect(hasUTF8Mark: head.starts(with: utf8Mark))
    let start = dialect.hasUTF8Mark ? utf8Mark.count : 0
    // Spreadsheets name the delimiter in a line before the header: `sep=;`.
    let line = head[start...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    if line.count == 5, line.starts(with: "sep=".utf8), let delimiter = line.last {
      dialect.delimiter = delimiter
      return (dialect, firstLine(of: head[line.endIndex...]))
    }
    let header = firstLine(of: head[start...])
    dialect.delimiter = delimiter(of: head[header...])
    return (dialect, header)
  }

  private static func firstLine(of head: ArraySlice<UInt8>) -> Int {
    head.firstIndex { $0 != .lineFeed && $0 != .carriageReturn } ?? head.endIndex
  }

  /// The delimiter that parts the header into the most fields.
  private static func delimiter(of head: ArraySlice<UInt8>) -> UInt8 {
    var best = (delimiter: delimiters[0], fields: 0)
    for delimiter in delimiters {
      var scan = CSVScan(delimiter: delimiter, wanted: nil)
      _ = head.withUnsafeBufferPointer { scan.advance(over: $0) }
      if !scan.isBroken, scan.fields > best.fields { best = (delimiter, scan.fields) }
    }
    return best.delimiter
  }

  /// True for the marks of UTF-16, and for letters of ASCII with a NUL beside each.
  private static func isUTF16(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let first = head.prefix(64)
    return first.count >= 4
      && [0, 1].contains { parity in
        first.indices.allSatisfy { ($0 % 2 == parity) == (first[$0] == 0) }
      }
  }
}

extension ArchiveFailure {
  /// A file in an encoding that is not read.
  static let utf16 = ArchiveFailure(
    code: "utf-16",
    message: "The file is UTF-16. Save it as UTF-8: in Excel as “CSV UTF-8”, elsewhere by "
      + "`iconv -f UTF-16 -t UTF-8 FILE`.")
}
