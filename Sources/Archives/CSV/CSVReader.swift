/// Reads a CSV file row by row.
package final class CSVReader: ArchiveReader {
  private let source: any ByteSource
  private var table: CSVTable
  private let decoder: any RecordDecoder
  private let file: String
  private var complaints: [ArchiveComplaint]
  private var number = 0
  private var hasSpoken = false

  private init(
    _ source: any ByteSource, _ table: CSVTable, _ decoder: any RecordDecoder, file: String,
    complaints: [ArchiveComplaint] = []
  ) {
    self.source = source
    self.table = table
    self.decoder = decoder
    self.file = file
    self.complaints = complaints
  }

  /// Reads any CSV file; refuses one whose columns or dates cannot be told.
  ///
  /// Without a mapping columns are known by their names and what stands in them; a mapping by numbers is for files
  /// without a header. Without an order dates with slashes must show theirs.
  package convenience init(
    _ source: any ByteSource, file: String, mapping: CSVMapping? = nil, dateOrder: DateOrder? = nil
  ) throws(ArchiveFailure) {
    var table = try CSVTable(source, mapping: mapping)
    let guess = mapping == nil ? try CSVGuess(table) : nil
    let places = try mapping?.columns(of: table.header) ?? guess?.places ?? []
    try table.header.refuseRepeats(of: places.compactMap { $0.map { table.header.names[$0] } })
    let columns = CSVColumns(
      table, places: places, dateSlot: MappedRole.date.slot, idSlot: MappedRole.id.slot,
      textSlot: MappedRole.text.slot)
    let rows = table.lookAhead(columns)
    var order = dateOrder
    if order == nil { order = try Self.order(of: rows.map { $0.text(MappedRole.date.slot) }) }
    let decoder = CSVRows(
      columns: columns, order: order,
      areIDsRounded: SpreadsheetID.areRounded(rows.map { $0.text(MappedRole.id.slot) }))
    self.init(
      source, table, decoder, file: file,
      complaints: (guess?.complaints ?? []).map { code, message in
        ArchiveComplaint(code: code, message: message, file: file)
      })
  }

  /// Reads a CSV file of twarc, whose columns are known.
  package convenience init(twarc source: any ByteSource, file: String) throws(ArchiveFailure) {
    var table = try CSVTable(source)
    try table.header.refuseRepeats(of: TwarcColumn.allCases.map(\.rawValue))
    let columns = try TwarcColumn.columns(of: table)
    let rows = table.lookAhead(columns)
    let decoder = TwarcRows(
      columns: columns,
      areIDsRounded: SpreadsheetID.areRounded(rows.map { $0.text(TwarcColumn.id.slot) }))
    self.init(source, table, decoder, file: file)
  }

  package var share: Double? { source.share }

  package func next() -> ArchiveEvent? {
    if !complaints.isEmpty { return .complaint(complaints.removeFirst()) }
    switch table.next() {
    case .row(let row):
      number += 1
      return .unit(
        ArchiveUnit(
          bytes: row.bytes, place: ArchivePlace(file: file, record: number, line: row.line),
          decoder: decoder, failure: row.failure))
    case .complaint(let failure):
      hasSpoken = true
      return .complaint(
        ArchiveComplaint(code: failure.code, message: failure.message, file: file))
    case nil:
      guard number == 0, !hasSpoken else { return nil }
      hasSpoken = true
      return .complaint(.noRows(file))
    }
  }

  /// The order of the numbers in dates, as the first rows prove it; `nil` when no row needs one.
  private static func order(
    of texts: [String]
  ) throws(ArchiveFailure) -> DateOrder? {
    var proven: (order: DateOrder, text: String)?
    var doubtful: String?
    for text in texts where !text.isEmpty {
      guard let date = WrittenDate(text) else { continue }
      if let order = date.provenOrder {
        if let proven, proven.order != order { throw .mixedDates(proven.text, text) }
        proven = proven ?? (order, text)
      } else if date.needsOrder {
        doubtful = doubtful ?? text
      }
    }
    if let doubtful, proven == nil { throw .ambiguousDate(doubtful) }
    return proven?.order
  }
}

extension CSVReader {
  /// True when the first bytes of a file are those of a CSV file with a column for the text.
  package static func recognises(head: [UInt8]) -> Bool {
    guard let table = try? CSVTable(BytesSource(head)), table.header.names.count > 1 else {
      return false
    }
    let names = MappedRole.text.knownNames + MappedRole.doubtfulTextNames
    return table.header.column(amongst: names) != nil
  }

  /// The header of what seems to be a table none of whose columns is known: two columns or more, and a row of as many.
  static func unknownHeader(head: [UInt8]) -> CSVHeader? {
    guard var table = try? CSVTable(BytesSource(head)), table.header.names.count > 1,
      case .row(let row)? = table.next(), row.failure == nil,
      let fields = try? CSVHeader(row.bytes, table.dialect),
      fields.names.count == table.header.names.count
    else { return nil }
    return table.header
  }

  /// True when the first bytes of a file are those of a CSV file of twarc.
  package static func recognisesTwarc(head: [UInt8]) -> Bool {
    guard let table = try? CSVTable(BytesSource(head)) else { return false }
    return TwarcColumn.areIn(table.header)
  }
}

extension ArchiveComplaint {
  /// A table without rows.
  fileprivate static func noRows(_ file: String) -> ArchiveComplaint {
    ArchiveComplaint(
      code: "no-rows", message: "The file has a header and no rows, so nothing was checked.",
      file: file)
  }
}
