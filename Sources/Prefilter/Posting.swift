/// What follows when a literal stands somewhere: that a pattern may match there.
struct Posting: BitwiseCopyable, Sendable, Hashable {
  /// The slot of the pattern, how many words a match may reach from the literal, and whether the literal says enough,
  /// packed.
  private let bits: UInt32
  /// The expression that has to be asked when the literal does not say enough.
  let term: UInt32

  /// The largest reach that can be written.
  static let mostWords = 63

  /// Packs a posting.
  ///
  /// - Parameters:
  ///   - slot: The slot of the pattern that may match.
  ///   - words: How many words away from the literal a match may reach; `nil` when that is not known.
  ///   - term: The expression that the literal belongs to.
  ///   - isCertain: Whether the literal is all that the expression requires.
  init(slot: Int, words: Int?, term: Int, isCertain: Bool) {
    bits =
      UInt32(slot) << 8 | UInt32(min(words ?? Self.mostWords, Self.mostWords)) << 1
      | (isCertain ? 1 : 0)
    self.term = UInt32(term)
  }

  /// The slot of the pattern that may match.
  @inline(__always)
  var slot: Int { Int(bits &>> 8) }
  /// How many words away from the literal a match may reach; ``mostWords`` stands for any distance.
  @inline(__always)
  var words: Int { Int(bits &>> 1 & 0x3F) }
  /// Whether the literal is all that the expression requires.
  @inline(__always)
  var isCertain: Bool { bits & 1 == 1 }
}

extension Posting: Comparable {
  /// Orders postings by their slots, then by their terms.
  static func < (left: Posting, right: Posting) -> Bool {
    (left.bits, left.term) < (right.bits, right.term)
  }
}
