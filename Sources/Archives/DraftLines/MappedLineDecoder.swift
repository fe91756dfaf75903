import JSON

/// Makes records of JSON whose keys are named by the user, such as `text=body,date=meta.sent`.
struct MappedLineDecoder: RecordDecoder {
  /// The key of each role; a dot leads into an object.
  let columns: [MappedRole: String]
  /// How dates with slashes are read.
  let order: DateOrder?

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    var id: String?
    do throws(ArchiveFailure) {
      let value = try scratch.parse(unit.bytes)
      guard value.kind == .object else { throw .notAnObject }
      return [
        .post(
          try MappedPost(order: order).post(&id) { role in
            columns[role].flatMap { Self.word(at: $0, of: value) } ?? ""
          })
      ]
    } catch {
      return [.failed(error, id: id)]
    }
  }

  private static func word(at path: String, of value: JSONValue) -> String? {
    var value = value
    for name in path.utf8.split(separator: UInt8(ascii: ".")) {
      guard let member = value.members.first(where: { $0.name.utf8.elementsEqual(name) }) else {
        return nil
      }
      value = member.value
    }
    return value.word
  }
}
