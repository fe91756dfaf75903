/// Reads one input piece by piece on one task, and leaves the decoding of pieces to any task.
///
/// The memory that a reader holds does not grow with its input.
package protocol ArchiveReader: AnyObject {
  /// What comes next, or `nil` at the end of the input.
  ///
  /// A reader does not throw: what it cannot read it says by a unit that fails or by a complaint, and goes on where
  /// it can.
  func next() -> ArchiveEvent?

  /// How much of the input has been read, 0 to 1; `nil` when that cannot be told.
  var share: Double? { get }
}

extension ArchiveReader {
  /// Not told.
  package var share: Double? { nil }
}

/// What a reader comes upon.
package enum ArchiveEvent: Sendable {
  /// Bytes that hold whole records.
  case unit(ArchiveUnit)
  /// Something that belongs to no record, such as a count that does not hold.
  case complaint(ArchiveComplaint)
}

/// Bytes of an input that hold whole records: a line, an element of a list, a row, a page.
package struct ArchiveUnit: Sendable {
  /// The bytes as they stand in the input, decompressed.
  package var bytes: [UInt8]
  /// Where they stand.
  package var place: ArchivePlace
  /// What makes records of them.
  package var decoder: any RecordDecoder
  /// Why the bytes cannot be decoded as a whole, such as a piece that is cut off; mostly it is one record then, which
  /// failed.
  package var failure: ArchiveFailure?

  /// Gathers a piece.
  package init(
    bytes: [UInt8], place: ArchivePlace, decoder: any RecordDecoder,
    failure: ArchiveFailure? = nil
  ) {
    self.bytes = bytes
    self.place = place
    self.decoder = decoder
    self.failure = failure
  }

  /// The records, in the order in which they stand in the bytes; none only for a page that says itself to hold none.
  package func records(_ scratch: DecodingScratch) -> [ArchiveRecord] {
    if let failure { return decoder.records(ofBroken: self, failure, scratch) }
    return decoder.records(in: self, scratch)
  }
}

/// Makes records of the pieces of one format, on any task.
package protocol RecordDecoder: Sendable {
  /// The records of a piece in order; none only for a page that says itself to hold none.
  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord]

  /// The records of a piece that cannot be read as a whole, and why; one that failed where nothing can be saved.
  func records(
    ofBroken unit: ArchiveUnit, _ failure: ArchiveFailure, _ scratch: DecodingScratch
  ) -> [ArchiveRecord]
}

extension RecordDecoder {
  /// One record that failed.
  package func records(
    ofBroken unit: ArchiveUnit, _ failure: ArchiveFailure, _ scratch: DecodingScratch
  ) -> [ArchiveRecord] {
    [.failed(failure, id: nil)]
  }
}

/// Something about an input that belongs to no record; a result that has one is not complete.
package struct ArchiveComplaint: Sendable, Equatable {
  /// The stable code, such as `wrong-count`.
  package var code: String
  /// What is wrong and what it means, in a sentence or two.
  package var message: String
  /// The file or member.
  package var file: String

  /// Gathers what is known.
  package init(code: String, message: String, file: String) {
    self.code = code
    self.message = message
    self.file = file
  }
}
