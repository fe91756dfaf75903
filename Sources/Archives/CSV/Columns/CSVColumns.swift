/// Which columns of a table are wanted, and what each row must have.
///
/// Spreadsheets leave out the empty cells at the end of a row, or add some: a row is whole when its text is there.
struct CSVColumns: Sendable {
  /// The fewest fields that a row may have.
  let least: Int
  private let dialect: CSVDialect
  private let count: Int
  private let slots: [Int]
  private let slotCount: Int
  private let dateSlot: Int
  private let idSlot: Int

  /// Takes the place of the column for each slot; the slots of the date and the id are named for finding rows again,
  /// that of the text where rows may end after it.
  init(_ table: CSVTable, places: [Int?], dateSlot: Int, idSlot: Int, textSlot: Int? = nil) {
    dialect = table.dialect
    count = table.header.names.count
    let textPlace = textSlot.flatMap { places[$0] }
    least = textPlace.map { $0 + 1 } ?? table.header.names.count
    slotCount = places.count
    var slots = Array(repeating: -1, count: count)
    for (slot, place) in places.enumerated() {
      if let place { slots[place] = slot }
    }
    self.slots = slots
    self.dateSlot = dateSlot
    self.idSlot = idSlot
  }

  /// The wanted fields of a row; fails for one that cannot be parted or that has too few or too many.
  func fields(of row: [UInt8]) throws(ArchiveFailure) -> CSVFields {
    let fields = try CSVFields(of: row, dialect, slots: slots, slotCount: slotCount)
    guard fields.filled <= count, fields.count >= count || fields.count >= least && isRow(fields)
    else { throw .wrongFieldCount(found: fields.count, wanted: count) }
    return fields
  }

  /// True for a row that ends early and has nothing that tells it from the first line of a broken one.
  func isDoubtful(_ fields: CSVFields) -> Bool {
    fields.count < count && !fields.has(idSlot) && !fields.has(dateSlot)
  }

  /// Tells whether bytes can be a row: its id is one word and its date is one.
  func canBeRow(_ row: [UInt8]) -> Bool {
    (try? fields(of: row)).map(isRow) ?? false
  }

  private func isRow(_ fields: CSVFields) -> Bool {
    let date = fields.text(dateSlot)
    return !fields.bytes(idSlot).contains(where: \.isBlank)
      && (date.isEmpty || WrittenDate(date) != nil)
  }
}
