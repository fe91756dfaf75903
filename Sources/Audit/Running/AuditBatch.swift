package import Archives
package import Reports

/// Pieces of an input that one task works on at a time.
struct AuditBatch: Sendable {
  /// Its place in the order of reading, from 0.
  var number: Int
  /// The pieces.
  var units: [ArchiveUnit]
  /// What was noticed between the pieces.
  var complaints: [ArchiveComplaint]
  /// How much of the inputs had been read after it.
  var share: Double?
}

/// What became of a batch.
package struct AuditedBatch: Sendable {
  /// Its place in the order of reading, from 0.
  package let number: Int
  /// The records in order.
  package private(set) var records: [AuditedRecord] = []
  /// What was noticed besides records.
  package let complaints: [ArchiveComplaint]
  /// How much of the inputs had been read after it, 0 to 1; `nil` when that cannot be told.
  package let share: Double?
  /// The lines of all records; nothing when lines are not wanted.
  package private(set) var lines: [UInt8] = []
  /// The accounts of posts that were left out because other accounts were asked for.
  package private(set) var otherAccounts: Set<String> = []
  /// Where in ``lines`` each line begins, while its head is missing.
  private var starts: [Int] = []

  init(of batch: AuditBatch) {
    number = batch.number
    complaints = batch.complaints
    share = batch.share
  }

  /// Takes records that have their indices, with their lines.
  package init(number: Int, records: [AuditedRecord], lines: [UInt8]) {
    self.number = number
    self.records = records
    self.lines = lines
    complaints = []
    share = nil
  }

  /// Adds a record whose index is not known yet, with the rest of its line.
  mutating func add(_ record: AuditedRecord, tail: [UInt8]) {
    records.append(record)
    starts.append(lines.count)
    lines += tail
  }

  /// Notes the account of a post that was left out because others were asked for.
  mutating func note(otherAccount account: String?) {
    if let account { otherAccounts.insert(account) }
  }

  /// Gives the records their indices, and their lines the heads that name them.
  mutating func number(from first: Int) {
    for place in records.indices { records[place].index = first + place }
    guard !lines.isEmpty else { return }
    var whole: [UInt8] = []
    whole.reserveCapacity(lines.count + records.count * 64)
    for (place, start) in starts.enumerated() {
      whole += AuditLineWriter.head(first + place)
      whole += lines[start..<(place + 1 < starts.count ? starts[place + 1] : lines.count)]
    }
    lines = whole
    starts = []
  }
}
