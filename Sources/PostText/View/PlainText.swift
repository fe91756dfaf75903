/// Finds how far text reads as it is written.
enum PlainText {
  /// How many bytes from the start on are printable ASCII other than the ampersand.
  ///
  /// Eight bytes are looked at in one step; only the lowest marked byte is sure, and it is the one used.
  @inline(__always)
  static func count(in bytes: UnsafePointer<UInt8>, atMost limit: Int) -> Int {
    var count = 0
    while count + 8 <= limit {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes + count).loadUnaligned(as: UInt64.self))
      let ampersand = word ^ 0x2626_2626_2626_2626
      let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
      let control = (word &- 0x2020_2020_2020_2020) & ~word
      let marks =
        (word | control | (ampersand &- ones) & ~ampersand | (delete &- ones) & ~delete) & tops
      guard marks == 0 else { return count + marks.trailingZeroBitCount / 8 }
      count += 8
    }
    while count < limit, isPlain(bytes[count]) { count += 1 }
    return count
  }

  /// True when some letter stands three times in a row.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - count: How many there are.
  /// - Returns: True when there is such a place.
  static func hasTriple(in bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    var place = 0
    while place + 10 <= count {
      let word = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
      let next = UnsafeRawPointer(bytes + place + 1).loadUnaligned(as: UInt64.self)
      let third = UnsafeRawPointer(bytes + place + 2).loadUnaligned(as: UInt64.self)
      let different = (word ^ next) | (word ^ third)
      if (different &- ones) & ~different & tops != 0,
        hasTriple(in: bytes + place, before: 10)
      {
        return true
      }
      place += 8
    }
    return hasTriple(in: bytes + place, before: count - place)
  }

  private static func hasTriple(in bytes: UnsafePointer<UInt8>, before end: Int) -> Bool {
    var place = 0
    while place + 2 < end {
      if bytes[place] == bytes[place + 1], bytes[place] == bytes[place + 2],
        (bytes[place] | 0x20) &- UInt8(ascii: "a") < 26
      {
        return true
      }
      place += 1
    }
    return false
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&")
  }
}
