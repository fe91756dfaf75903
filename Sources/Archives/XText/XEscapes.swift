/// The signs that X escapes in the texts that it stores.
enum XEscapes {
  private static let escapes = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
  ]

  /// The escape that begins at a place, and the sign that it stands for.
  static func escape(
    in bytes: ArraySlice<UInt8>, at place: Int
  ) -> (name: String, sign: UInt8)? {
    escapes.first { bytes[place...].starts(with: $0.0.utf8) }
  }

  /// How many bytes of an escape that was cut off end a text.
  static func unfinished(at bytes: [UInt8]) -> Int {
    guard let start = bytes.suffix(4).lastIndex(of: UInt8(ascii: "&")) else { return 0 }
    let rest = bytes[start...]
    return escapes.contains { $0.0.utf8.starts(with: rest) } ? rest.count : 0
  }

  /// A text with its escapes undone once.
  static func undone(in bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var undone: [UInt8] = []
    undone.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&"), let (name, sign) = escape(in: bytes[...], at: at) {
        undone.append(sign)
        at += name.utf8.count
      } else {
        undone.append(bytes[at])
        at += 1
      }
    }
    return undone
  }
}
