package import JSON

/// What a task keeps from one piece to the next while it decodes, so that memory is taken once.
package final class DecodingScratch {
  /// The JSON document that pieces are parsed into.
  package let json: JSONDocument

  /// Makes an empty scratch; fails when there is no memory.
  package init?() {
    guard let json = JSONDocument() else { return nil }
    self.json = json
  }

  /// Parses the bytes of a piece, or says why they cannot be.
  ///
  /// Exports cut texts within an emoji; the half that is left stands as U+FFFD.
  package func parse(_ bytes: [UInt8]) throws(ArchiveFailure) -> JSONValue {
    do throws(JSONDocument.Fault) {
      return try json.parse(bytes, mendsSurrogates: true)
    } catch {
      throw ArchiveFailure(
        code: error.code, message: "\(error.message) That is at byte \(error.offset) of the record."
      )
    }
  }
}
