/// The top-level domains of the public suffix list.
enum TopLevelDomains {
  private static let slotMask = 4095

  /// The end of the top-level domain that begins at a place, the longest that may stand there.
  ///
  /// A domain may not run on in ASCII letters, digits, `@`, `+` or `-`; other scripts may follow at
  /// once. A label in Punycode (`xn--…`) always counts.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - place: The start of a label.
  ///   - limit: The end of the text that counts.
  /// - Returns: The end of the domain, or `nil` when none begins there.
  static func end(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, limit: Int
  ) -> Int? {
    var hash: UInt32 = 0
    var found: Int?
    var end = place
    while end < min(limit, place &+ longest) {
      let byte = lowered(bytes[end])
      guard byte >= 0x80 || TextClasses.isAlphanumeric(byte) else { break }
      hash = (hash ^ UInt32(byte)) &* 0x9E37_79B1
      end &+= 1
      if end == limit || mayFollow(bytes[end]),
        contains(bytes, place..<end, slot: Int(hash &>> 20))
      {
        found = end
      }
    }
    return found ?? punycodeEnd(bytes, at: place, limit: limit)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  private static func mayFollow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...0xBF: false
    default: !TextClasses.isAlphanumeric(byte)
    }
  }

  private static func punycodeEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, limit: Int
  ) -> Int? {
    guard place &+ 4 < limit, bytes[place] | 0x20 == UInt8(ascii: "x"),
      bytes[place &+ 1] | 0x20 == UInt8(ascii: "n"), bytes[place &+ 2] == UInt8(ascii: "-"),
      bytes[place &+ 3] == UInt8(ascii: "-")
    else { return nil }
    var end = place &+ 4
    while end < limit, TextClasses.isAlphanumeric(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
      end &+= 1
    }
    return end == place &+ 4 ? nil : end
  }

  private static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, slot: Int
  ) -> Bool {
    var slot = slot
    while true {
      let length = PackedDigits.one(slots, 4 &* slot &+ 3)
      guard length != 0 else { return false }
      if length == range.count {
        let label = labels.utf8Start + PackedDigits.three(slots, 4 &* slot)
        if range.allSatisfy({ lowered(bytes[$0]) == label[$0 &- range.lowerBound] }) { return true }
      }
      slot = (slot &+ 1) & slotMask
    }
  }
}
