/// Bytes as printable ASCII without quotes and backslashes, which a string literal can hold: six bytes in
/// eight characters, the first bits lowest.
package enum PrintableBytes {
  /// The characters follow each other in ASCII from `#` on, the backslash left out.
  private static let first: UInt8 = 0x23
  private static let backslash: UInt8 = 0x5C

  /// Writes bytes out; a multiple of six comes back as it was, others with zeros behind.
  package static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 6 * 8 + 8)
    for start in stride(from: 0, to: bytes.count, by: 6) {
      var bits: UInt64 = 0
      for (place, byte) in bytes[start..<min(start + 6, bytes.count)].enumerated() {
        bits |= UInt64(byte) << UInt64(place * 8)
      }
      for place in 0..<8 {
        let character = first + UInt8(bits >> UInt64(place * 6) & 0x3F)
        text.append(character < backslash ? character : character + 1)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads what was written out; other characters give other bytes, and an odd end is left out.
  package static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> FrozenBuffer<UInt8> {
    let groups = text.count / 8
    return FrozenBuffer(capacity: groups * 6 + 8) { bytes in
      guard let source = UnsafeRawPointer(text.baseAddress), groups > 0 else { return 0 }
      let target = UnsafeMutableRawPointer(bytes)
      for group in 0..<groups {
        let word = source.loadUnaligned(fromByteOffset: group * 8, as: UInt64.self)
        // No byte is below the first character, so that nothing is borrowed; above the backslash all bits
        // are one too high.
        let above = ((word &+ 0x2323_2323_2323_2323) & 0x8080_8080_8080_8080) &>> 7
        var bits = (word &- 0x2323_2323_2323_2323 &- above) & 0x3F3F_3F3F_3F3F_3F3F
        // Pairs of six bits, of twelve, of twenty-four move together.
        bits = bits & 0x003F_003F_003F_003F | (bits & 0x3F00_3F00_3F00_3F00) &>> 2
        bits = bits & 0x0000_0FFF_0000_0FFF | (bits & 0x0FFF_0000_0FFF_0000) &>> 4
        bits = bits & 0x0000_0000_00FF_FFFF | (bits & 0x00FF_FFFF_0000_0000) &>> 8
        target.storeBytes(of: bits, toByteOffset: group * 6, as: UInt64.self)
      }
      return groups * 6
    }
  }
}
