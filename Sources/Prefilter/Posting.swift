/// What follows when a literal stands somewhere: that a pattern may match there.
struct Posting: BitwiseCopyable, Sendable, Hashable {
  /// The slot of the pattern that may match.
  let slot: UInt32
  /// The expression that has to be asked when the literal does not say enough.
  let term: UInt32
  /// The kinds of segment that the pattern reads.
  let kinds: UInt32
  /// How many words a match may reach from the literal, and whether the literal says enough, packed so that no byte is
  /// left to chance.
  private let reach: UInt32

  /// Stands for any distance in words, the largest that can be written.
  static let mostWords = 63

  /// Packs a posting.
  ///
  /// - Parameters:
  ///   - slot: The slot of the pattern that may match.
  ///   - words: How many words away from the literal a match may reach; `nil` when that is not known.
  ///   - term: The expression that the literal belongs to.
  ///   - kinds: The kinds of segment that the pattern reads.
  ///   - isCertain: Whether the literal is all that the expression requires.
  init(slot: Int, words: Int?, term: Int, kinds: UInt32, isCertain: Bool) {
    self.slot = UInt32(slot)
    self.term = UInt32(term)
    self.kinds = kinds
    reach = UInt32(min(words ?? Self.mostWords, Self.mostWords)) << 1 | (isCertain ? 1 : 0)
  }

  /// How many words away from the literal a match may reach; ``mostWords`` stands for any distance.
  @inline(__always)
  var words: Int { Int(reach &>> 1 & 0x3F) }
  /// Whether the literal is all that the expression requires.
  @inline(__always)
  var isCertain: Bool { reach & 1 == 1 }
}

extension Posting: Comparable {
  /// Orders postings by their slots, then by their terms.
  static func < (left: Posting, right: Posting) -> Bool {
    (left.slot, left.term, left.reach, left.kinds)
      < (right.slot, right.term, right.reach, right.kinds)
  }
}
