/// Known words, for telling the words of a hashtag apart and for judging what a disguise hides.
///
/// The words are kept as plain text in the binary, beside an index of them.
package enum WordList {
  /// The index of all words.
  static let index = WordIndex()

  /// The words by how common they are, with what a word of each costs in a hashtag.
  package static var tiers: [(words: StaticString, cost: Int)] {
    [
      (functionWords, 5), (policeWords, 10), (commonWords, 9), (ordinaryWords, 12),
      (lessCommonWords, 15), (firstNames, 13),
    ]
  }

  /// True when a word is known, in small letters.
  static func isKnown(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = word.baseAddress else { return false }
    var hash = WordHash()
    var stem = hash
    for byte in word {
      stem = hash
      hash.add(byte)
    }
    return index.cost(of: start, count: word.count, hash, stem: stem) != nil
  }
}

/// The hash of a word that is read letter by letter.
package struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of no letters.
  package init() {}

  /// Adds a letter.
  @inline(__always)
  package mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The place in a table of the given power of two.
  @inline(__always)
  package func slot(bits: Int) -> Int {
    Int(truncatingIfNeeded: ((state ^ state &>> 29) &* 0x9E37_79B9_7F4A_7C15) &>> (64 - bits))
  }
}
