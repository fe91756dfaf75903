/// A CSV file whose header, if it has one, has been read, and its first rows ahead of time.
struct CSVTable {
  /// The names of the columns; numbers from 1 in a file that names none.
  let header: CSVHeader
  /// How the file is written.
  let dialect: CSVDialect
  private var splitter: CSVSplitter
  private var ahead: [CSVSplitter.Piece] = []
  private var at = 0

  /// So many rows, or bytes of them, show how a column is written.
  private static let aheadLimits = (rows: 1_000, bytes: 1 << 20)

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - source: The bytes of the file.
  ///   - mapping: What the user says of the columns; one that only numbers them means that the first row is a post,
  ///     unless it is those numbers.
  /// - Throws: Why no columns can be told, such as an empty file.
  init(_ source: any ByteSource, mapping: CSVMapping? = nil) throws(ArchiveFailure) {
    splitter = try CSVSplitter(source)
    dialect = splitter.dialect
    switch splitter.next() {
    case .row(let row):
      if let failure = row.failure { throw failure }
      if let mapping, mapping.isByNumber,
        let numbers = try CSVHeader(numbering: row.bytes, dialect, for: mapping)
      {
        header = numbers
        ahead = [.row(row)]
      } else {
        header = try CSVHeader(row.bytes, dialect)
      }
    case .complaint(let failure): throw failure
    case nil: throw .noHeader
    }
    splitter.wanted = header.names.count
  }

  /// Reads the first rows, to see how columns are written; the reading of rows begins with them all the same.
  mutating func lookAhead(_ columns: CSVColumns) -> [CSVFields] {
    splitter.canBeRow = columns.canBeRow
    splitter.least = columns.least
    var fields: [CSVFields] = []
    var size = 0
    if case .row(let row)? = ahead.first, let found = try? columns.fields(of: row.bytes) {
      fields.append(found)
    }
    while ahead.count < Self.aheadLimits.rows, size < Self.aheadLimits.bytes,
      let piece = splitter.next()
    {
      ahead.append(piece)
      guard case .row(let row) = piece else { continue }
      size += row.bytes.count
      if row.failure == nil, let found = try? columns.fields(of: row.bytes) { fields.append(found) }
    }
    return fields
  }

  /// The cells of the first rows, to see what columns hold; the reading of rows does not begin with it.
  func firstRows() -> [[String]] {
    let slots = Array(header.names.indices)
    var splitter = splitter.ofHead
    var rows: [[String]] = []
    while rows.count < Self.aheadLimits.rows, case .row(let row)? = splitter.next() {
      guard row.failure == nil,
        let fields = try? CSVFields(of: row.bytes, dialect, slots: slots, slotCount: slots.count)
      else { continue }
      rows.append(slots.map { fields.text($0) })
    }
    return rows
  }

  /// The next row or complaint.
  mutating func next() -> CSVSplitter.Piece? {
    guard at < ahead.count else {
      ahead = []
      at = 0
      return splitter.next()
    }
    at += 1
    return ahead[at - 1]
  }
}

extension ArchiveFailure {
  /// A file without a byte, or of blanks alone.
  static let noHeader = ArchiveFailure(
    code: "empty", message: "The file is empty: it has no header row. Export it again.")
}
