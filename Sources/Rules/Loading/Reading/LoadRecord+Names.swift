extension LoadRecord {
  /// Reads the use of a name and remembers it for checking.
  func name(
    _ kind: NameReference.Kind, _ value: YAMLValue, _ what: String, owner: String
  ) -> Placed<String>? {
    guard let name = string(value, what) else { return nil }
    refer(kind, to: name.value, at: value, from: owner)
    return name
  }

  /// Reads the names that a key lists and remembers them for checking.
  func names(
    _ kind: NameReference.Kind, in mapping: MappingReader, key: String, owner: String
  ) -> [String] {
    guard let value = mapping.value(key) else { return [] }
    return (items(value, "`\(key)`", mayBeEmpty: true) ?? []).compactMap {
      name(kind, $0, "An item of `\(key)`", owner: owner)?.value
    }
  }

  /// Reads the `id` of a file that is named after it.
  func identity(of mapping: MappingReader, stem: String) -> Placed<String>? {
    guard let value = mapping.required("id"), let id = identifier(value, "`id`") else {
      return nil
    }
    if !id.value.utf8.elementsEqual(stem.utf8) {
      report(
        .idIsNotFileName, at: value, "The id is `\(id.value)`, but the file is named `\(stem)`.",
        hint: "Name the file `\(id.value).yaml`, or give it the id `\(stem)`.")
    }
    return id
  }

  /// Reads the id of a category, a reference or a scope, and reports one that is missing, bad or taken.
  func define(_ kind: NameReference.Kind, by mapping: MappingReader) -> String? {
    guard let value = mapping.required("id"), let id = identifier(value, "`id`") else {
      // Which name it should have been cannot be known, so no use of one is called wrong.
      forgive([kind])
      return nil
    }
    if let earlier = define(kind, id.value, at: value.place) {
      report(
        .duplicateId, at: value, "The id `\(id.value)` is taken.",
        hint: "The first is at \(earlier.file):\(earlier.line).")
    }
    return id.value
  }
}
