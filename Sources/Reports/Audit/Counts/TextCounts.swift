/// How many texts occurred before: exact while there is room for every text, and then from a sample of them.
///
/// A text is known by the first 64 bits of its SHA-256. When there are more different texts than places, only those stay
/// whose bits begin with a nought, then with two, and so on: a fair sample, which does not depend on the order of the
/// texts. Posts without any text are left out.
package struct TextCounts: Sendable, Equatable {
  /// The most texts that are remembered.
  package static let limit = 1 << 20
  /// The first 64 bits of the SHA-256 of nothing.
  private static let nothing: UInt64 = 0xE3B0_C442_98FC_1C14

  /// The posts that have a text.
  package private(set) var posts = 0
  private var known: Set<UInt64> = []
  /// The noughts with which the bits of each remembered text begin.
  private var noughts = 0
  private let limit: Int

  /// No text yet.
  package init(limit: Int = Self.limit) {
    self.limit = limit
  }

  /// The posts whose text occurred before.
  package struct Repeats: Sendable, Equatable {
    /// The number of posts.
    package var posts: Int
    /// True when it is worked out from a sample.
    package var isEstimate: Bool
    /// How far the number may be off, in 95 of 100 such samples; nought when it is exact.
    package var margin: Int
  }

  /// The posts whose text occurred before.
  package var repeats: Repeats {
    let different = min(posts, known.count << noughts)
    let spread = Double(different) * Double((1 << noughts) - 1)
    return Repeats(
      posts: posts - different, isEstimate: noughts > 0,
      margin: Int((1.959963984540054 * spread.squareRoot()).rounded(.up)))
  }

  /// Counts a text by its SHA-256 in hexadecimal digits.
  mutating func add(sha256 digits: String) {
    guard let bits = Self.bits(of: digits), bits != Self.nothing else { return }
    posts += 1
    remember(bits)
  }

  private mutating func remember(_ bits: UInt64) {
    guard bits.leadingZeroBitCount >= noughts else { return }
    known.insert(bits)
    while known.count > limit {
      noughts += 1
      known = known.filter { $0.leadingZeroBitCount >= noughts }
    }
  }

  private static func bits(of digits: String) -> UInt64? {
    var bits: UInt64 = 0
    var count = 0
    for byte in digits.utf8 {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      bits = bits << 4 | UInt64(digit)
      count += 1
      if count == 16 { return bits }
    }
    return nil
  }
}
