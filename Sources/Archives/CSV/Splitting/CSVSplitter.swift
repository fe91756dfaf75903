/// Parts a stream of CSV (RFC 4180) into rows, without decoding their fields.
///
/// A row that goes astray does not take its neighbours with it: its first line fails, and reading goes on at the next
/// line that can be a row. Rows that hold nothing but delimiters and blanks are passed over.
package struct CSVSplitter {
  /// What was parted off.
  package enum Piece: Equatable {
    /// A row.
    case row(Row)
    /// Something that is no row.
    case complaint(ArchiveFailure)
  }

  /// One row without its line end.
  package struct Row: Equatable {
    /// Its bytes as they stand; of one that failed, those of its first line.
    package var bytes: [UInt8]
    /// The line on which it begins, from 1.
    package var line: Int
    /// Why it cannot be decoded.
    package var failure: ArchiveFailure?
  }

  /// How the file is written.
  package let dialect: CSVDialect
  /// The number of fields that each row must have, when it is known.
  package var wanted: Int?
  /// The fewest fields that a row may have, when spreadsheets may have left out the empty ones at its end.
  package var least: Int?
  /// Tells whether a line that has the right number of fields can be a row, for finding one again after a fault.
  package var canBeRow: ([UInt8]) -> Bool = { _ in true }

  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var line = 1
  private var isAtEnd = false
  private var failure: ArchiveFailure?
  private var isBehindReturn = false
  private static let headSize = 64 << 10

  /// Reads as much of a source as is needed to see how it is written; fails for an encoding that is not read.
  package init(_ source: any ByteSource) throws(ArchiveFailure) {
    self.source = source
    while buffer.count < Self.headSize {
      let bytes = try source.read()
      if bytes.isEmpty {
        isAtEnd = true
        break
      }
      buffer += bytes
    }
    (dialect, start) = try CSVDialect.find(in: buffer)
    line += CSVSplitter.lineEnds(in: buffer[..<start])
  }

  /// The next row, or `nil` at the end.
  package mutating func next() -> Piece? {
    while hasByte() {
      passLineFeed()
      let line = self.line
      let (scan, ending) = scanRow()
      guard ending == .row, !scan.isAstray || isShort(scan) else {
        return .row(recover(from: scan, ending))
      }
      let bytes = take(scan)
      if !isEmpty(bytes) { return .row(Row(bytes: bytes, line: line)) }
    }
    defer { failure = nil }
    return failure.map { .complaint($0) }
  }

  /// A copy that ends with what has been read of the source already.
  var ofHead: CSVSplitter {
    var copy = self
    copy.isAtEnd = true
    return copy
  }

  private func isEmpty(_ row: [UInt8]) -> Bool {
    row.allSatisfy { $0 == dialect.delimiter || $0.isBlank }
  }

  // MARK: - The stream

  /// True when a byte is left of the stream.
  private mutating func hasByte() -> Bool {
    while start == buffer.count {
      if !refill() { return false }
    }
    return true
  }

  private mutating func refill() -> Bool {
    guard !isAtEnd else { return false }
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    do throws(ArchiveFailure) {
      let bytes = try source.read()
      buffer += bytes
      isAtEnd = bytes.isEmpty
    } catch {
      failure = error
      isAtEnd = true
    }
    return !isAtEnd
  }

  /// Passes over the second half of the line end of Windows, which may come with the next chunk.
  private mutating func passLineFeed() {
    if isBehindReturn, buffer[start] == .lineFeed { start += 1 }
    isBehindReturn = false
  }

  // MARK: - Rows

  private enum Ending {
    case row, tooLong
    /// The stream ends inside quotation marks, or by a failure.
    case cutOff
  }

  /// Follows the row that begins here to its end, and takes nothing.
  private mutating func scanRow() -> (CSVScan, Ending) {
    var scan = CSVScan(delimiter: dialect.delimiter, wanted: wanted)
    while true {
      let hasEnded = buffer.withUnsafeBufferPointer {
        scan.advance(over: UnsafeBufferPointer(rebasing: $0[start...]))
      }
      if hasEnded { return (scan, .row) }
      if scan.count > LineSplitter.longest { return (scan, .tooLong) }
      if !refill() {
        return (scan, failure != nil || scan.state == .quoted ? .cutOff : .row)
      }
    }
  }

  private mutating func take(_ scan: CSVScan) -> [UInt8] {
    let end = start + scan.count
    let bytes = Array(buffer[start..<end])
    line += scan.lineEnds
    start = end
    passLineEnd()
    return bytes
  }

  private mutating func passLineEnd() {
    guard start < buffer.count else { return }
    isBehindReturn = buffer[start] == .carriageReturn
    line += 1
    start += 1
  }

  // MARK: - After a fault

  /// Gives up a row at its first line, and goes to the next line that can be a row.
  private mutating func recover(from scan: CSVScan, _ ending: Ending) -> Row {
    var row = Row(bytes: [], line: line)
    row.bytes = skipLine(keeping: ending == .tooLong && scan.lineEnds == 0 ? 0 : .max)
    while hasByte() {
      passLineFeed()
      let (next, nextEnding) = scanRow()
      if nextEnding == .row, !next.isAstray, canStand(next) { break }
      _ = skipLine(keeping: 0)
    }
    row.failure = reason(of: scan, ending, last: hasByte() ? line - 1 : nil)
    return row
  }

  /// True for a row over lines without its last fields, unless one of those lines is a row: then a quotation mark that
  /// is not closed has taken it for text.
  private func isShort(_ scan: CSVScan) -> Bool {
    guard !scan.isBroken, let wanted, let least, (least..<wanted).contains(scan.fields) else {
      return false
    }
    let lines = buffer[start..<start + scan.count]
      .split { $0 == .lineFeed || $0 == .carriageReturn }
    return !lines.dropFirst().contains { line in
      var inner = CSVScan(delimiter: dialect.delimiter, wanted: wanted)
      _ = line.withUnsafeBufferPointer { inner.advance(over: $0) }
      return !inner.isBroken && inner.hasWanted && canBeRow(Array(line))
    }
  }

  private func canStand(_ scan: CSVScan) -> Bool {
    !scan.isBroken && scan.hasWanted
      && canBeRow(Array(buffer[start..<start + scan.count]))
  }

  /// Passes over a line, and gives back its bytes up to a number of them.
  private mutating func skipLine(keeping limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while hasByte() {
      let end = buffer[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
      if bytes.count < limit { bytes += buffer[start..<(end ?? buffer.count)] }
      start = end ?? buffer.count
      guard end == nil else {
        passLineEnd()
        break
      }
    }
    return bytes
  }

  private func reason(of scan: CSVScan, _ ending: Ending, last: Int?) -> ArchiveFailure {
    switch ending {
    case .tooLong where scan.lineEnds == 0: .tooLong
    case .cutOff where last == nil: failure ?? .cutOffRow
    case .row where scan.isBroken: .badQuotes
    case .row: .wrongFieldCount(found: scan.fields, wanted: wanted ?? scan.fields)
    case .tooLong, .cutOff: .unclosedQuote(last: last)
    }
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count {
      bytes[$0] == .carriageReturn
        || bytes[$0] == .lineFeed && ($0 == bytes.startIndex || bytes[$0 - 1] != .carriageReturn)
    }
  }
}

extension ArchiveFailure {
  /// The file ends inside quotation marks.
  static let cutOffRow = ArchiveFailure(
    code: "cut-off",
    message:
      "The file ends inside a field in quotation marks. Was it copied whole? Export it again."
  )
  /// A field in quotation marks goes on after the closing one.
  static let badQuotes = ArchiveFailure(
    code: "bad-quotes",
    message:
      "After the quotation mark that closes a field stands something else than a delimiter. "
      + "Quotation marks inside a field are written twice.")

  /// A quotation mark that nothing closes.
  static func unclosedQuote(last: Int?) -> ArchiveFailure {
    let lost = last.map { "; what stands up to line \($0) was lost with it" } ?? ""
    return ArchiveFailure(
      code: "unclosed-quote",
      message: "A quotation mark opens a field that is never closed\(lost). Close it, or write "
        + "quotation marks inside a field twice.")
  }

  /// A row that does not have as many fields as the header.
  static func wrongFieldCount(found: Int, wanted: Int) -> ArchiveFailure {
    let fields = found == 1 ? "1 field" : "\(found) fields"
    let more =
      found > wanted
      ? "A field that holds a delimiter or a line end is written in quotation marks."
      : "Is a delimiter or the end of the row missing?"
    return ArchiveFailure(
      code: "wrong-field-count",
      message: "The row has \(fields), and the header has \(wanted). \(more)")
  }
}
