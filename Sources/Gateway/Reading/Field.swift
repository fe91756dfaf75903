/// One value of a form, of a JSON object or of a query.
struct Field: Equatable {
  /// The key as it was sent.
  let rawKey: String
  /// The key with no numbers between its brackets, as in `poll[options][]`.
  let key: String
  /// The value.
  let value: String
  /// What the value is.
  let kind: Kind

  /// What a value can be.
  enum Kind {
    case text, other, file
  }

  /// Takes a value under a key; fails when the key has a form that servers read in different ways.
  init?(_ rawKey: String, _ value: String, _ kind: Kind = .text) {
    guard let key = Self.key(rawKey) else { return nil }
    self.rawKey = rawKey
    self.key = key
    self.value = value
    self.kind = kind
  }

  /// True for a value that holds no words: empty, or a single piece such as `public`, `5` or `2026-05-07T09:00Z`.
  var isPlain: Bool {
    let signs = Array("-_.:+/@=#$~".utf8)
    return value.utf8.count <= 128
      && value.utf8.allSatisfy { $0.isAlphanumeric || signs.contains($0) }
  }

  /// True when the same key may come again, as the elements of a list do.
  var isListed: Bool {
    var previous: UInt8 = 0
    for byte in rawKey.utf8 {
      if previous == UInt8(ascii: "["), byte == UInt8(ascii: "]") { return true }
      previous = byte
    }
    return false
  }

  /// A name, then any number of names or nothing between brackets; digits between brackets count as nothing.
  private static func key(_ raw: String) -> String? {
    let bytes = Array(raw.utf8)
    let name = bytes.prefix(while: isNameByte)
    guard !name.isEmpty, bytes.count <= 256 else { return nil }
    var key = Array(name)
    var at = name.endIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "[") else { return nil }
      let inner = bytes[(at + 1)...].prefix(while: isNameByte)
      guard inner.endIndex < bytes.endIndex, bytes[inner.endIndex] == UInt8(ascii: "]") else {
        return nil
      }
      let shown = inner.allSatisfy { $0.isDigit } ? [] : Array(inner)
      key += [UInt8(ascii: "[")] + shown + [UInt8(ascii: "]")]
      at = inner.endIndex + 1
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// True for a byte that may stand in a name.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || "-_.$".utf8.contains(byte)
  }
}
