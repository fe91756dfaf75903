/// A hash table over the words of the binary.
struct WordIndex: ~Copyable, Sendable {
  // Each slot holds the tier (3 bits), the length (5) and the place (24), or 0.
  private var slots = GrowingBuffer<UInt32>(capacity: 1 << WordIndex.bits)
  private var tiers = GrowingBuffer<Tier>(capacity: 8)

  /// The words of one tier.
  struct Tier: @unchecked Sendable {
    /// The first byte in the binary, where nothing changes.
    let start: UnsafePointer<UInt8>
    /// What a word of the tier costs in a hashtag.
    let cost: Int
  }

  private static var bits: Int { 16 }
  /// The length of the longest word.
  static var longestWord: Int { 24 }

  /// Indexes all words; of a word in several tiers the first counts, since it stands nearest to where words are looked up.
  init() {
    slots.append(repeating: 0, count: 1 << Self.bits)
    for (number, tier) in WordList.tiers.enumerated() {
      tiers.append(Tier(start: tier.words.utf8Start, cost: tier.cost))
      index(
        UnsafeBufferPointer(start: tier.words.utf8Start, count: tier.words.utf8CodeUnitCount),
        number)
    }
  }

  /// What a word costs in a hashtag; `nil` when it is not known.
  ///
  /// - Parameters:
  ///   - start: The word in small letters.
  ///   - count: Its length.
  ///   - hash: Its hash.
  ///   - stem: The hash of all but its last letter: a plural is found by its singular.
  /// - Returns: The cost; less is commoner.
  @inline(__always)
  func cost(of start: UnsafePointer<UInt8>, count: Int, _ hash: WordHash, stem: WordHash) -> Int? {
    if let tier = tier(of: start, count, hash) { return tiers[tier].cost }
    guard count >= 4, start[count - 1] == UInt8(ascii: "s"), start[count - 2] != UInt8(ascii: "s"),
      let tier = tier(of: start, count - 1, stem), tier > 0
    else { return nil }
    return tiers[tier].cost + 1
  }

  @inline(__always)
  private func tier(of start: UnsafePointer<UInt8>, _ count: Int, _ hash: WordHash) -> Int? {
    var slot = hash.slot(bits: Self.bits)
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if Int(entry &>> 24 & 31) == count {
        let tier = Int(entry &>> 29)
        let word = tiers[tier].start + Int(entry & 0xFF_FFFF)
        var place = 0
        while place < count, word[place] == start[place] { place += 1 }
        if place == count { return tier }
      }
      slot = (slot + 1) & (1 << Self.bits - 1)
    }
  }

  private mutating func index(_ words: UnsafeBufferPointer<UInt8>, _ tier: Int) {
    var place = 0
    while place < words.count {
      let first = place
      var hash = WordHash()
      while place < words.count, words[place] > UInt8(ascii: " ") {
        hash.add(words[place])
        place += 1
      }
      let count = place - first
      if count > 0, count <= Self.longestWord {
        var slot = hash.slot(bits: Self.bits)
        while slots[slot] != 0 { slot = (slot + 1) & (1 << Self.bits - 1) }
        slots[slot] = UInt32(tier) << 29 | UInt32(count) << 24 | UInt32(first)
      }
      place += 1
    }
  }
}
