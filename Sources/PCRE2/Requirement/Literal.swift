/// A short run of bytes to look for in lower-cased text, and what must surround it.
///
/// The bytes lie in two words so that comparing costs two instructions and storing no allocation.
package struct Literal: Sendable, Hashable {
  /// How many bytes a literal can hold.
  package static let capacity = 16

  /// The bytes 0 to 7, the first of them lowest; unused bytes are zero.
  package private(set) var low: UInt64 = 0
  /// The bytes 8 to 15, the first of them lowest; unused bytes are zero.
  package private(set) var high: UInt64 = 0
  /// How many bytes it has.
  package private(set) var count: UInt8 = 0
  /// What must surround it.
  package var flags: Flags

  /// What must surround a literal.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// No ASCII letter, digit or underscore stands just before it.
    package static let boundaryBefore = Flags(rawValue: 1)
    /// No ASCII letter, digit or underscore stands just after it.
    package static let boundaryAfter = Flags(rawValue: 2)
    /// A match that contains it begins with it.
    package static let beginsMatch = Flags(rawValue: 4)
  }

  /// Makes a literal of the first bytes of a text; ASCII letters are lower-cased.
  ///
  /// Spaces in front are left out, since a scan need not look at spaces.
  ///
  /// - Returns: `nil` for a text of fewer than two bytes, or with a NUL, which would say too little.
  package init?(_ text: some Sequence<UInt8>, flags: Flags = []) {
    self.flags = flags
    for byte in text {
      if byte == UInt8(ascii: " "), count == 0 {
        self.flags.remove(.beginsMatch)
        self.flags.insert(.boundaryBefore)
      } else if byte == 0 {
        return nil
      } else if Int(count) < Self.capacity {
        append(CaseFolding.lower(byte))
      } else {
        self.flags.remove(.boundaryAfter)
        break
      }
    }
    guard count >= 2 else { return nil }
    // `\b` beside a sign means the opposite: that a word character stands there.
    if !ASCIISet.word.contains(self[0]) { self.flags.remove(.boundaryBefore) }
    if !ASCIISet.word.contains(self[Int(count) - 1]) { self.flags.remove(.boundaryAfter) }
  }

  /// The bytes, in order.
  package var bytes: [UInt8] { (0..<Int(count)).map { self[$0] } }

  /// The byte at a place below ``count``.
  package subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (index < 8 ? low : high) >> UInt64(index % 8 * 8))
  }

  /// Puts a byte at the end, where there is room.
  private mutating func append(_ byte: UInt8) {
    let shifted = UInt64(byte) << UInt64(count % 8 * 8)
    if count < 8 { low |= shifted } else { high |= shifted }
    count += 1
  }

  /// Takes over a literal that was written out as it is.
  fileprivate init(low: UInt64, high: UInt64, count: UInt8, flags: Flags) {
    self.low = low
    self.high = high
    self.count = count
    self.flags = flags
  }

  /// How often it stands in one post of some 200 bytes, by a rough guess.
  package var expectedHits: Double {
    var bits = 0.0
    for index in 0..<Int(count) { bits += Self.information(self[index]) }
    if flags.contains(.boundaryBefore) { bits += 1.5 }
    if flags.contains(.boundaryAfter) { bits += 1.5 }
    return 200 * Self.power(-bits)
  }

  /// The information of one byte of English text in bits, given the byte before it.
  private static func information(_ byte: UInt8) -> Double {
    switch byte {
    case UInt8(ascii: "e"), UInt8(ascii: " "): 2.2
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "i"): 2.8
    case UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "h"): 3
    case UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "c"): 3.6
    case UInt8(ascii: "j"), UInt8(ascii: "q"), UInt8(ascii: "x"), UInt8(ascii: "z"): 6
    case 0x61...0x7A: 4.2
    case 0x80...: 2.5
    default: 5
    }
  }

  /// Two to a power, without the C library.
  private static func power(_ exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    let scale = Double(sign: .plus, exponent: Int(whole), significand: 1)
    return scale * (1 + (exponent - whole))
  }
}

extension Literal: Comparable {
  /// Orders literals by their bytes, then by their flags.
  package static func < (left: Literal, right: Literal) -> Bool {
    // The first byte is lowest, so that swapping makes it count most.
    (left.low.byteSwapped, left.high.byteSwapped, left.count, left.flags.rawValue)
      < (right.low.byteSwapped, right.high.byteSwapped, right.count, right.flags.rawValue)
  }
}

/// A literal that is being read back from where it was written out.
struct StoredLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var count: UInt8 = 0
  private let flags: Literal.Flags

  init(flags: Literal.Flags) {
    self.flags = flags
  }

  /// The literal; `nil` when it has too few bytes.
  var literal: Literal? {
    count >= 2 ? Literal(low: low, high: high, count: count, flags: flags) : nil
  }

  /// Adds a byte, when there is room and it is one that a literal may hold.
  mutating func append(_ byte: UInt8) -> Bool {
    guard Int(count) < Literal.capacity, byte != 0, byte == CaseFolding.lower(byte) else {
      return false
    }
    let shifted = UInt64(byte) << UInt64(count % 8 * 8)
    if count < 8 { low |= shifted } else { high |= shifted }
    count += 1
    return true
  }
}
