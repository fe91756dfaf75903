/// Which columns of a table are wanted, and what each row must have.
struct CSVColumns: Sendable {
  private let dialect: CSVDialect
  private let count: Int
  private let slots: [Int]
  private let slotCount: Int
  private let dateSlot: Int
  private let idSlot: Int

  /// Takes the place of the column for each slot; the slots of the date and the id are named for finding rows again.
  init(_ table: CSVTable, places: [Int?], dateSlot: Int, idSlot: Int) {
    dialect = table.dialect
    count = table.header.names.count
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
    guard fields.count == count else {
      throw .wrongFieldCount(found: fields.count, wanted: count)
    }
    return fields
  }

  /// Tells whether bytes can be a row: its id is one word and its date is one.
  func canBeRow(_ row: [UInt8]) -> Bool {
    guard let fields = try? fields(of: row) else { return false }
    let date = fields.text(dateSlot)
    return !fields.bytes(idSlot).contains(where: \.isBlank)
      && (date.isEmpty || WrittenDate(date) != nil)
  }
}
