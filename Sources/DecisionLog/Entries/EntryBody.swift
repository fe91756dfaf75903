import JSON

/// Writes and reads the bodies of entries.
enum EntryBody {
  /// One object in canonical form: one line, members in a fixed order, no blanks.
  static func written(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    return json.bytes.array
  }

  /// Every element of an array; `nil` when it is no array or an element cannot be read.
  static func all<Element>(
    _ value: JSONValue?, _ element: (JSONValue) -> Element?
  ) -> [Element]? {
    guard let value, value.kind == .array else { return nil }
    let elements = value.elements
    let read = elements.compactMap(element)
    return read.count == elements.count ? read : nil
  }
}

extension JSONWriter {
  /// Writes a member that names an entry by its number, or null.
  mutating func reference(_ name: String, _ entry: EntryID?) {
    guard let entry else { return member(name, String?.none) }
    member(name, entry.sequence)
  }
}
