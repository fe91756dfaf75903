import JSON

/// Reads the members of a JSON object as fields, so that one table serves forms and JSON.
enum JSONFields {
  /// Reads a body as one JSON object.
  static func object<Result>(
    in bytes: [UInt8], _ read: (JSONValue) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .refused(422, "Not sent: the text is not UTF-8. Nothing was sent.")
    }
    guard let document = JSONDocument() else {
      throw .failed(503, "Not sent: there is no memory to read it. Nothing was sent.")
    }
    let root: JSONValue
    do throws(JSONDocument.Fault) {
      root = try document.parse(bytes)
    } catch {
      throw .refused(
        422,
        "Not sent: the JSON could not be read at byte \(error.offset): \(error.message) "
          + "Nothing was sent.")
    }
    guard root.kind == .object else {
      throw .refused(422, "Not sent: the body must be a JSON object. Nothing was sent.")
    }
    return try read(root)
  }

  /// The fields of an object and of everything in it.
  static func fields(of object: JSONValue) throws(Refusal) -> [Field] {
    var fields: [Field] = []
    for (name, value) in object.members {
      guard isName(name) else { throw unclear }
      try add(value, under: name, to: &fields)
    }
    return fields
  }

  private static let unclear = Refusal.refused(
    422,
    "Not sent: the JSON has a member with a name that cannot be read in one clear way. "
      + "Nothing was sent.")

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { Field.isNameByte($0) }
  }

  private static func add(
    _ value: JSONValue, under key: String, to fields: inout [Field]
  ) throws(Refusal) {
    switch value.kind {
    case .null: break
    case .object:
      for (name, inner) in value.members {
        guard isName(name) else { throw unclear }
        try add(inner, under: "\(key)[\(name)]", to: &fields)
      }
    case .array:
      for element in value.elements {
        try add(element, under: key + "[]", to: &fields)
      }
    case .string: try append(value.string ?? "", .text, under: key, to: &fields)
    case .number: try append(value.word ?? "", .other, under: key, to: &fields)
    case .boolean:
      try append(value.boolean == true ? "true" : "false", .other, under: key, to: &fields)
    }
  }

  private static func append(
    _ value: String, _ kind: Field.Kind, under key: String, to fields: inout [Field]
  ) throws(Refusal) {
    guard let field = Field(key, value, kind) else { throw unclear }
    fields.append(field)
  }
}
