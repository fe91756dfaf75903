internal import PCRE2

/// A literal as it is compared with a text, in three words, with what follows from it.
struct LiteralTest: BitwiseCopyable, Sendable {
  /// The bytes 0 to 7, the first of them lowest.
  let low: UInt64
  /// The bytes 8 to 15.
  let high: UInt64
  /// The first posting in the lower half, then how many postings, how many bytes, which boundaries, where its key
  /// stands, and whether it begins the match.
  let meta: UInt64

  /// Makes the test of a literal.
  ///
  /// - Parameters:
  ///   - literal: The literal.
  ///   - keyOffset: Where in the literal the key stands by which it is found.
  ///   - postings: What follows from it, in the table that it belongs to.
  init(_ literal: Literal, keyOffset: Int = 0, postings: Range<Int> = 0..<0) {
    low = literal.low
    high = literal.high
    meta =
      UInt64(postings.lowerBound) | UInt64(postings.count) << 32 | UInt64(literal.count) << 48
      | UInt64(literal.boundaries) << 56 | UInt64(keyOffset) << 58
      | (literal.flags.contains(.beginsMatch) ? 1 << 62 : 0)
  }

  /// Where in the literal its key stands.
  @inline(__always)
  var keyOffset: Int { Int(truncatingIfNeeded: meta >> 58 & 0xF) }
  /// Whether a match that contains the literal begins with it.
  @inline(__always)
  var beginsMatch: Bool { meta >> 62 & 1 == 1 }
  /// What follows from it.
  @inline(__always)
  var postings: Range<Int> {
    let first = Int(truncatingIfNeeded: meta & 0xFFFF_FFFF)
    return first..<first &+ Int(truncatingIfNeeded: meta >> 32 & 0xFFFF)
  }

  /// How often the literal stands at a place of a folded text, once or not at all, within the boundaries that it needs; a
  /// place before the text holds none.
  ///
  /// It has no branch: see ``ProbeQueue``.
  @inline(__always)
  func count(at wanted: Int, of text: ScannedText) -> Int {
    let place = max(wanted, 0)
    let folded = UnsafeRawPointer(text.folded)
    let low = folded.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let high = folded.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
    let count = meta >> 48 & 0x1F
    let lowMask = UInt64.max &>> (64 &- min(count, 8) &* 8)
    let highMask = count > 8 ? UInt64.max &>> (128 &- count &* 8) : 0
    let difference = (low ^ self.low) & lowMask | (high ^ self.high) & highMask
    let isAfterWord: UInt64 = place > 0 ? text.wordBit(at: place &- 1) : 0
    let isBeforeWord = text.wordBit(at: place &+ Int(truncatingIfNeeded: count))
    let isCut = isAfterWord & meta >> 56 | isBeforeWord & meta >> 57
    return Int(truncatingIfNeeded: (difference == 0 && wanted >= 0 ? 1 : 0) & ~isCut & 1)
  }

  /// Whether the literal stands at a place of a folded text.
  @inline(__always)
  func holds(at place: Int, of text: ScannedText) -> Bool {
    count(at: place, of: text) == 1
  }
}

extension Literal {
  /// What must surround it, without what it says of the match; plain bits, for speed.
  var boundaries: UInt8 { flags.rawValue & 3 }
}
