/// What a finding is known by without its words: the first 16 bytes of a keyed hash of what was found where.
package struct ContentHash: Sendable, Hashable, Comparable {
  private let high: UInt64
  private let low: UInt64

  /// Takes the first 16 of some bytes; what is missing counts as nought.
  package init(_ bytes: some Sequence<UInt8>) {
    var words: (high: UInt64, low: UInt64) = (0, 0)
    for (place, byte) in bytes.prefix(16).enumerated() {
      let shifted = UInt64(byte) << (56 - 8 * (place % 8))
      if place < 8 { words.high |= shifted } else { words.low |= shifted }
    }
    (high, low) = words
  }

  /// Reads 32 lower-case hexadecimal digits; `nil` for anything else.
  package init?(hex: String) {
    var words: (high: UInt64, low: UInt64) = (0, 0)
    guard hex.utf8.count == 32 else { return nil }
    for byte in hex.utf8 {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      words.high = words.high << 4 | words.low >> 60
      words.low = words.low << 4 | UInt64(digit)
    }
    (high, low) = words
  }

  /// The hash in 32 lower-case hexadecimal digits.
  package var hex: String {
    Self.digits(high) + Self.digits(low)
  }

  private static func digits(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  package static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
