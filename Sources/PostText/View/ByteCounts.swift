/// How many bytes of each class a stretch of text has, counted by adding one number a byte.
///
/// Each count has twelve bits, so that a stretch may have ``longest`` bytes at most.
struct ByteCounts: Sendable {
  /// The counts, and the mark of white space in the highest bit.
  var sum: UInt64

  /// The longest stretch that can be counted.
  static var longest: Int { 4000 }
  /// Marks white space.
  static var space: UInt64 { 1 << 63 }
  /// What a small letter adds.
  static var small: UInt64 { 1 << 12 }

  /// Capital letters of ASCII.
  var capitals: Int { count(0) }
  /// Small letters of ASCII.
  var smalls: Int { count(1) }
  /// Digits and signs that may stand for a letter and seldom occur in words.
  var sharps: Int { count(2) }
  /// Signs that may stand for a letter and are ordinary punctuation: `. ! ? -`.
  var softs: Int { count(3) }
  /// Letters of other alphabets, and what may be one.
  var foreign: Int { count(4) }

  /// Letters of ASCII.
  var letters: Int { capitals + smalls }

  @inline(__always)
  private func count(_ lane: UInt64) -> Int { Int(truncatingIfNeeded: sum &>> (12 * lane) & 0xFFF) }

  /// What each of the 256 bytes adds.
  static func table() -> GrowingBuffer<UInt64> {
    var table = GrowingBuffer<UInt64>(capacity: 256)
    for byte in UInt8.min...UInt8.max { table.append(value(of: byte)) }
    return table
  }

  private static func value(of byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"): space
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"): small
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << 24
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"): 1 << 36
    case _ where "#$%&*+@^_`|~".utf8.contains(byte): 1 << 24
    case 0xC3...0xDF, 0xE1, 0xEA: 1 << 48
    default: 0
    }
  }
}
