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
    // Nearly every label ends where its ASCII letters do: one look is enough then.
    var end = place
    while end < limit, ByteClasses.has(bytes[end], .alphanumeric) { end &+= 1 }
    if end == limit || bytes[end] < 0x80 {
      guard end > place, end &- place <= longest else { return nil }
      if end == limit || mayFollow(bytes[end]) {
        return contains(bytes, place..<end) ? end : nil
      }
      return punycodeEnd(bytes, at: place, limit: limit)
    }
    return longestPrefix(bytes, place..<limit) ?? punycodeEnd(bytes, at: place, limit: limit)
  }

  // Other scripts have no marks between words, so each scalar may be the last.
  private static func longestPrefix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var hash: UInt32 = 0
    var found: Int?
    for end in range.prefix(longest).map({ $0 + 1 }) {
      let byte = lowered(bytes[end &- 1])
      guard byte >= 0x80 || TextClasses.isAlphanumeric(byte) else { break }
      hash = (hash ^ UInt32(byte)) &* 0x9E37_79B1
      if end == range.upperBound || mayFollow(bytes[end]),
        contains(bytes, range.lowerBound..<end, hash: hash)
      {
        found = end
      }
    }
    return found
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

  private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var hash: UInt32 = 0
    for place in range { hash = (hash ^ UInt32(lowered(bytes[place]))) &* 0x9E37_79B1 }
    return contains(bytes, range, hash: hash)
  }

  private static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hash: UInt32
  ) -> Bool {
    var slot = Int(hash &>> 20)
    while true {
      let length = PackedDigits.one(slots, 4 &* slot &+ 3)
      guard length != 0 else { return false }
      if length == range.count, isLabel(PackedDigits.three(slots, 4 &* slot), bytes, range) {
        return true
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  private static func isLabel(
    _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let label = labels.utf8Start + place
    for index in range where lowered(bytes[index]) != label[index &- range.lowerBound] {
      return false
    }
    return true
  }
}
