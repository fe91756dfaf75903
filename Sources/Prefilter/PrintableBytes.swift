/// Bytes as printable ASCII without quotes and backslashes, which a string literal can hold: three bytes in
/// four characters, the first bits lowest.
package enum PrintableBytes {
  /// The characters follow each other in ASCII from `#` on, the backslash left out.
  private static let first: UInt8 = 0x23
  private static let backslash: UInt8 = 0x5C

  /// Writes bytes out; a multiple of three comes back as it was, others with zeros behind.
  package static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      var bits = UInt32(bytes[start])
      if start + 1 < bytes.count { bits |= UInt32(bytes[start + 1]) << 8 }
      if start + 2 < bytes.count { bits |= UInt32(bytes[start + 2]) << 16 }
      for place in 0..<4 {
        let character = first + UInt8(bits >> UInt32(place * 6) & 0x3F)
        text.append(character < backslash ? character : character + 1)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads what was written out; other characters give other bytes, and an odd end is left out.
  package static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let groups = text.count / 4
    return [UInt8](unsafeUninitializedCapacity: groups * 3 + 1) { bytes, count in
      for group in 0..<groups {
        let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + group * 4)
          .loadUnaligned(as: UInt32.self)
        // No byte is below the first character, so that nothing is borrowed; above the backslash all bits
        // are one too high.
        let above = ((word &+ 0x2323_2323) & 0x8080_8080) >> 7
        let bits = (word &- 0x2323_2323 &- above) & 0x3F3F_3F3F
        let packed =
          bits & 0x3F | bits >> 2 & 0xFC0 | bits >> 4 & 0x3F000 | bits >> 6 & 0xFC0000
        bytes[group * 3] = UInt8(truncatingIfNeeded: packed)
        bytes[group * 3 + 1] = UInt8(truncatingIfNeeded: packed >> 8)
        bytes[group * 3 + 2] = UInt8(truncatingIfNeeded: packed >> 16)
      }
      count = groups * 3
    }
  }
}
