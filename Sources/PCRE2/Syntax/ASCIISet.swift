/// A set of ASCII characters, as 128 bits.
package struct ASCIISet: Sendable, Hashable, BitwiseCopyable {
  /// The characters 0 to 63.
  package var low: UInt64
  /// The characters 64 to 127.
  package var high: UInt64

  /// Makes a set from its bits.
  package init(low: UInt64 = 0, high: UInt64 = 0) {
    self.low = low
    self.high = high
  }

  /// Makes the set of the characters of a text.
  package init(_ characters: StaticString) {
    self.init()
    characters.withUTF8Buffer { bytes in
      for byte in bytes { insert(byte) }
    }
  }

  /// Makes the set of a range of characters.
  package init(_ range: ClosedRange<UInt8>) {
    self.init()
    for byte in range { insert(byte) }
  }

  /// All 128 characters.
  package static let all = ASCIISet(low: .max, high: .max)
  /// `0` to `9`.
  package static let digits = ASCIISet(0x30...0x39)
  /// `A` to `Z`.
  package static let upper = ASCIISet(0x41...0x5A)
  /// `a` to `z`.
  package static let lower = ASCIISet(0x61...0x7A)
  /// What `\w` matches of ASCII.
  package static let word = digits.union(upper).union(lower).union(ASCIISet("_"))
  /// What `\s` matches of ASCII.
  package static let space = ASCIISet(0x09...0x0D).union(ASCIISet(" "))
  /// White space and the hyphen, which part words.
  package static let gap = space.union(ASCIISet("-"))

  /// Whether there is nothing in it.
  package var isEmpty: Bool { low | high == 0 }
  /// How many characters are in it.
  package var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
  /// The characters that are not in it.
  package var complement: ASCIISet { ASCIISet(low: ~low, high: ~high) }
  /// The members in rising order.
  package var members: [UInt8] { (0..<128).filter(contains) }

  /// Whether a byte is an ASCII character of the set.
  package func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<64: low >> UInt64(byte) & 1 == 1
    case ..<128: high >> UInt64(byte - 64) & 1 == 1
    default: false
    }
  }

  /// Puts an ASCII character in; any other byte is left out.
  package mutating func insert(_ byte: UInt8) {
    switch byte {
    case ..<64: low |= 1 << UInt64(byte)
    case ..<128: high |= 1 << UInt64(byte - 64)
    default: break
    }
  }

  /// What is in either set.
  package func union(_ other: ASCIISet) -> ASCIISet {
    ASCIISet(low: low | other.low, high: high | other.high)
  }

  /// What is in both sets.
  package func intersection(_ other: ASCIISet) -> ASCIISet {
    ASCIISet(low: low & other.low, high: high & other.high)
  }

  /// Whether everything in this set is in the other as well.
  package func isSubset(of other: ASCIISet) -> Bool {
    low & ~other.low == 0 && high & ~other.high == 0
  }

  /// The set with both cases of every letter in it.
  package var caseClosed: ASCIISet {
    let letters = high & Self.lower.high | (high & Self.upper.high) << 32
    return ASCIISet(low: low, high: high | letters | letters >> 32)
  }
}
