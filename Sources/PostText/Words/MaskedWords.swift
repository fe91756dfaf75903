/// The words that people mask: what a hyphen or a full stop inside letters may hide.
enum MaskedWords {
  private static let words: [[UInt8]] = """
    ass fuck fucks fucked fucker fuckers fucking fuckin fuckwit shit shits shite shitty shithead bullshit
    cunt cunts wank wanker wankers wanking twat twats prick pricks dickhead dickheads dick dicks cock
    cocks knob knobhead bellend arse arses arsehole arseholes asshole assholes bastard bastards bitch
    bitches bollocks bugger buggers crap crappy piss pissed pissing slag slags slut sluts whore whores
    tosser tossers bloody damn hell retard retards spastic spastics faggot faggots fags paki pakis
    nigger niggers nigga tranny trannies gypo gyppo pikey pikeys motherfucker
    """.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Array.init)

  /// True when letters are one of the words.
  static func isListed(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { $0.count == letters.count && begins($0, letters, letters.count) }
  }

  /// True when a word is one of these with some letters replaced by signs.
  ///
  /// One sign stands for one letter; a row of signs may be a letter or two longer or shorter than what it
  /// hides.
  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3, let first = word.firstIndex(where: { !isLetter($0) }), first > 0 else {
      return false
    }
    let last = word.lastIndex { !isLetter($0) } ?? first
    let row = last - first + 1
    let isOneRow = !word[first...last].contains(where: isLetter)
    let ending = word.count - last - 1
    if ending == 0, row < 3 - min(first - 1, 1) { return false }
    return words.contains { known in
      if known.count == word.count, word.count > 3, matches(word, known) { return true }
      return isOneRow && row > 1 && abs(known.count - word.count) <= 2
        && known.count > first + ending && begins(known, word, first) && ends(known, word, ending)
    }
  }

  private static func matches(_ word: UnsafeBufferPointer<UInt8>, _ known: [UInt8]) -> Bool {
    word.indices.allSatisfy { !isLetter(word[$0]) || word[$0] | 0x20 == known[$0] }
  }

  private static func begins(
    _ known: [UInt8], _ word: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Bool {
    (0..<count).allSatisfy { word[$0] | 0x20 == known[$0] }
  }

  private static func ends(
    _ known: [UInt8], _ word: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Bool {
    (0..<count).allSatisfy { word[word.count - 1 - $0] | 0x20 == known[known.count - 1 - $0] }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
