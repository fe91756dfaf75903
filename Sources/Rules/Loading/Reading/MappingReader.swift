/// A mapping whose keys are known, read key by key.
package struct MappingReader {
  /// What the mapping is, such as `a rule`, for messages.
  let what: String
  /// The mapping.
  let value: YAMLValue
  /// Where faults go.
  let record: LoadRecord
  private let entries: [String: YAMLValue.Entry]
  /// Known keys that mistyped ones were probably meant to be.
  private let mistyped: Set<String>

  /// Takes a mapping and reports its unknown keys; fails, with a report, when the value is none.
  package init?(_ value: YAMLValue, _ what: String, keys: [String], record: LoadRecord) {
    guard case .mapping(let written) = value.content else {
      record.report(
        .wrongType, at: value, "\(Self.capitalised(what)) must have keys; this is \(value.noun).",
        hint: Wording.keys(keys))
      return nil
    }
    var entries: [String: YAMLValue.Entry] = [:]
    var mistyped: Set<String> = []
    for entry in written {
      if keys.contains(entry.name) {
        entries[entry.name] = entry
      } else {
        let nearest = Nearest.to(entry.name, among: keys)
        if let nearest { mistyped.insert(nearest) }
        record.report(
          .unknownKey, at: entry.key, "\(Self.capitalised(what)) has no key `\(entry.name)`.",
          hint: nearest.map { "Did you mean `\($0)`?" }
            ?? Wording.keys(keys))
      }
    }
    self.what = what
    self.value = value
    self.record = record
    self.entries = entries
    self.mistyped = mistyped
  }

  /// True when the key stands there, or a mistyped form of it.
  package func has(_ key: String) -> Bool {
    entries[key] != nil || mistyped.contains(key)
  }

  /// The key as it is written.
  package func key(_ key: String) -> YAMLValue? {
    entries[key]?.key
  }

  /// The value of a key.
  package func value(_ key: String) -> YAMLValue? {
    entries[key]?.value
  }

  /// The value of a key, or a report that it is missing.
  package func required(_ key: String, hint: String? = nil) -> YAMLValue? {
    if let value = value(key) { return value }
    reportMissing(key, hint: hint)
    return nil
  }

  /// Reports that a key is missing, unless a mistyped one was reported in its place.
  package func reportMissing(_ key: String, hint: String? = nil) {
    guard !mistyped.contains(key) else { return }
    record.report(
      .missingKey, at: value, "\(Self.capitalised(what)) needs the key `\(key)`.", hint: hint)
  }

  /// The text of a key.
  package func string(_ key: String) -> String? {
    value(key).flatMap { record.string($0, "`\(key)`") }?.value
  }

  /// The text of a key that must be there.
  package func requiredString(_ key: String, hint: String? = nil) -> String? {
    required(key, hint: hint).flatMap { record.string($0, "`\(key)`") }?.value
  }

  /// The whole number of a key.
  package func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
    value(key).flatMap { record.integer($0, "`\(key)`", in: bounds) }
  }

  /// The truth value of a key.
  package func boolean(_ key: String) -> Bool? {
    value(key).flatMap { record.boolean($0, "`\(key)`") }
  }

  /// The choice that a key makes.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    value(key).flatMap { record.choice($0, "`\(key)`", of: type) }
  }

  /// The texts of a key that holds a list.
  package func strings(_ key: String) -> [Placed<String>] {
    value(key).map { record.strings($0, "`\(key)`") } ?? []
  }

  /// The address of a web page that a key holds.
  func address(_ key: String) -> String? {
    guard let written = value(key), let text = record.string(written, "`\(key)`") else {
      return nil
    }
    let isAddress = ["https://", "http://"].contains { text.value.utf8.starts(with: $0.utf8) }
    if !isAddress || text.value.utf8.contains(0x20) {
      record.report(
        .wrongType, at: written, "`\(key)` is not the address of a web page.",
        hint: "It begins with `https://`.")
    }
    return text.value
  }

  private static func capitalised(_ what: String) -> String {
    guard let first = what.unicodeScalars.first else { return what }
    return first.properties.uppercaseMapping + String(what.unicodeScalars.dropFirst())
  }
}
