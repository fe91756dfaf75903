package import Archives

/// Reads inputs one after another and groups their pieces into batches, the same ones each time.
package final class BatchReader {
  /// The most pieces of a batch, and the bytes from which on it is full: enough work that handing it over costs
  /// nothing, and little enough that memory stays small.
  private static let most = (units: 128, bytes: 256 << 10)

  private var readers: [any ArchiveReader]
  private let count: Int
  private var number = 0

  /// Takes the readers of the inputs, in order.
  package init(_ readers: [any ArchiveReader]) {
    self.readers = readers.reversed()
    count = readers.count
  }

  /// The next batch, or `nil` at the end of the last input.
  func next() -> AuditBatch? {
    var batch = AuditBatch(number: number, units: [], complaints: [])
    var bytes = 0
    while batch.units.count < Self.most.units, bytes < Self.most.bytes {
      guard let reader = readers.last else { break }
      switch reader.next() {
      case .unit(let unit):
        bytes += unit.bytes.count
        batch.units.append(unit)
      case .complaint(let complaint): batch.complaints.append(complaint)
      case nil: readers.removeLast()
      }
    }
    guard !batch.units.isEmpty || !batch.complaints.isEmpty else { return nil }
    number += 1
    batch.share = share
    return batch
  }

  /// Passes over the batches of an earlier run, and gives back what was noticed in them.
  package func skip(batches count: Int) -> [ArchiveComplaint] {
    var complaints: [ArchiveComplaint] = []
    while number < count, let batch = next() { complaints += batch.complaints }
    return complaints
  }

  /// How much of the inputs has been read, 0 to 1, each taken for as large as the others; `nil` when that cannot be told.
  package var share: Double? {
    guard let reader = readers.last else { return 1 }
    return reader.share.map { (Double(count - readers.count) + $0) / Double(count) }
  }

  /// The batches that were read so far.
  package var batches: Int { number }
}
