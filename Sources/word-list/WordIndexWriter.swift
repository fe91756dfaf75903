import PostText

/// Writes the hash table by which a word is found.
enum WordIndexWriter {
  /// The most characters of a line.
  private static let width = 600

  /// Makes the file of the table over the words of some tiers; of a word in several tiers the first counts.
  static func file(of tiers: [String]) -> (name: String, text: String) {
    let spelled = slots(of: tiers).flatMap(spelling)
    let lines = stride(from: 0, to: spelled.count, by: width).map { start in
      "    " + String(decoding: spelled[start..<min(start + width, spelled.count)], as: UTF8.self)
    }
    let text = """
      // swift-format-ignore-file
      // Written by `swift run word-list` from the words of all tiers. Do not edit.

      extension WordList {
        /// The slots of the index.
        static var slots: StaticString {
          \"""
      \(lines.joined(separator: "\\\n"))
          \"""
        }
      }

      """
    return ("WordList+Slots.swift", text)
  }

  /// Where the word of every slot begins among all words.
  private static func slots(of tiers: [String]) -> [Int] {
    var slots = [Int](repeating: WordIndex.noPlace, count: 1 << WordIndex.bits)
    var first = 0
    for tier in tiers {
      for word in tier.utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") })
      where word.count <= WordIndex.longestWord {
        var hash = WordHash()
        for letter in word { hash.add(letter) }
        var slot = hash.slot(bits: WordIndex.bits)
        while slots[slot] != WordIndex.noPlace { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = first + tier.utf8.distance(from: tier.utf8.startIndex, to: word.startIndex)
      }
      first += tier.utf8.count
    }
    return slots
  }

  /// A place as characters, the highest digit first.
  private static func spelling(of place: Int) -> [UInt8] {
    var left = place
    var digits: [UInt8] = []
    for _ in 0..<WordIndex.slotWidth {
      digits.append(WordIndex.character(left % WordIndex.slotBase))
      left /= WordIndex.slotBase
    }
    return digits.reversed()
  }
}
