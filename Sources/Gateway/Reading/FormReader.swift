/// Reads the fields of a form or of a query, `status=Good+morning&visibility=public`.
enum FormReader {
  /// The fields in order; a form that servers read in different ways is turned down.
  static func fields(in bytes: [UInt8]) throws(Refusal) -> [Field] {
    // Some servers part fields at semicolons too; no client sends one undecoded.
    guard !bytes.contains(UInt8(ascii: ";")) else { throw unclear }
    var fields: [Field] = []
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      let name = piece.prefix { $0 != UInt8(ascii: "=") }
      guard let key = decoded(name), let value = decoded(piece[name.endIndex...].dropFirst()),
        let field = Field(key, value)
      else { throw unclear }
      fields.append(field)
    }
    return fields
  }

  /// The names in a query, whatever state it is in.
  static func lenientNames(in bytes: [UInt8]) -> [String] {
    bytes.split { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }.map { piece in
      let name = piece.prefix { $0 != UInt8(ascii: "=") }
      return decoded(name) ?? String(decoding: name, as: UTF8.self)
    }
  }

  private static let unclear = Refusal.refused(
    422, "Not sent: the form could not be read in one clear way. Nothing was sent.")

  /// The text after `+` and `%41`; `nil` when it is cut or not UTF-8.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "+"): text.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard at + 2 < bytes.endIndex, let high = bytes[at + 1].hexValue,
          let low = bytes[at + 2].hexValue
        else { return nil }
        text.append(high << 4 | low)
        at += 2
      default: text.append(bytes[at])
      }
      at += 1
    }
    return String(validating: text, as: UTF8.self)
  }
}
