/// A hash table over the words of the binary, which lies in the binary as well: a draft need not wait until it is made.
package struct WordIndex: @unchecked Sendable {
  /// The first character of the slots, each of which is ``slotWidth`` characters that spell where a word begins among
  /// all words.
  private let slots = WordList.slots.utf8Start
  /// The words of every tier, in the order of their places.
  private let tiers: [Tier]

  /// The words of one tier.
  private struct Tier {
    /// The first byte in the binary, where nothing changes.
    let start: UnsafePointer<UInt8>
    /// The place of the first byte among all words.
    let first: Int
    /// The place after the last byte.
    let end: Int
    /// What a word of the tier costs in a hashtag.
    let cost: Int
  }

  /// There are two to the power of so many slots.
  package static var bits: Int { 16 }
  /// The length of the longest word.
  package static var longestWord: Int { 24 }
  /// How many characters spell a place.
  package static var slotWidth: Int { 3 }
  /// How many characters there are to spell with.
  package static var slotBase: Int { 91 }
  /// The place that stands for no word.
  package static var noPlace: Int { slotBase * slotBase * slotBase - 1 }

  init() {
    var tiers: [Tier] = []
    for (words, cost) in WordList.tiers {
      let first = tiers.last?.end ?? 0
      tiers.append(
        Tier(start: words.utf8Start, first: first, end: first + words.utf8CodeUnitCount, cost: cost)
      )
    }
    self.tiers = tiers
  }

  /// The character that spells a number below ``slotBase``: from `#` to `~`, without the backslash.
  package static func character(_ number: Int) -> UInt8 {
    let character = UInt8(ascii: "#") + UInt8(number)
    return character < UInt8(ascii: "\\") ? character : character + 1
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
    guard count <= Self.longestWord else { return nil }
    var slot = hash.slot(bits: Self.bits)
    while true {
      let place = place(inSlot: slot)
      if place == Self.noPlace { return nil }
      if let tier = tiers.firstIndex(where: { place < $0.end }) {
        let word = tiers[tier].start + (place - tiers[tier].first)
        var length = 0
        while length < count, word[length] == start[length] { length += 1 }
        // After the last word stands the zero that ends the text of its tier.
        if length == count, word[length] <= UInt8(ascii: " ") { return tier }
      }
      slot = (slot + 1) & (1 << Self.bits - 1)
    }
  }

  /// Where the word of a slot begins among all words.
  @inline(__always)
  private func place(inSlot slot: Int) -> Int {
    var place = 0
    for index in slot * Self.slotWidth..<(slot + 1) * Self.slotWidth {
      let character = Int(slots[index])
      place = place * Self.slotBase + character - 35 - (character > 92 ? 1 : 0)
    }
    return place
  }
}
