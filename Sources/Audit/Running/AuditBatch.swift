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
}

/// What became of a batch.
package struct AuditedBatch: Sendable {
  /// Its place in the order of reading, from 0.
  package var number: Int
  /// The records in order; their indices count from 0 until ``number(from:)``.
  package private(set) var records: [AuditedRecord] = []
  /// What was noticed besides records.
  package var complaints: [ArchiveComplaint]
  /// The rests of the records' lines, one after another; nothing when lines are not wanted.
  private var tails: [UInt8] = []
  private var ends: [Int] = []

  init(number: Int, complaints: [ArchiveComplaint]) {
    self.number = number
    self.complaints = complaints
  }

  mutating func add(_ record: AuditedRecord, tail: [UInt8]) {
    records.append(record)
    tails += tail
    ends.append(tails.count)
  }

  /// Gives the records their indices.
  mutating func number(from first: Int) {
    for place in records.indices { records[place].index = first + place }
  }

  /// The lines of all records.
  package var lines: [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(tails.count + records.count * 64)
    var start = 0
    for (record, end) in zip(records, ends) {
      lines += AuditLineWriter.head(record.index)
      lines += tails[start..<end]
      start = end
    }
    return lines
  }
}
