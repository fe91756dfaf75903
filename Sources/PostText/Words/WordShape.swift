/// What a word in ASCII is made of, as far as disguises need it.
struct WordShape: Sendable {
  /// How many letters there are.
  private(set) var letters = 0
  /// How many digits there are.
  private(set) var digits = 0
  /// True when a letter stands three times in a row or more.
  private(set) var isStretched = false
  /// True when the word is one letter again and again, or a Roman number.
  private(set) var isOneLetter = true
  /// True when there is an at sign with a full stop after it, as in an e-mail address.
  private(set) var isAddress = false
  /// True when three letters or more are set apart by one and the same sign.
  private(set) var isSetApart = false
  /// True when a sign or digit stands between two letters.
  private(set) var isInside = false
  /// True when the signs and digits may stand for letters.
  private(set) var mayBeLeet = false

  /// Looks at a word.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    var smalls = 0
    var lastSign = 0
    var run = 0
    var last: UInt8 = 0
    var hasAt = false
    var romans = 0
    for (place, byte) in word.enumerated() {
      let small = byte | 0x20
      if small &- UInt8(ascii: "a") < 26 {
        if letters > 0, small != last { isOneLetter = false }
        run = place > 0 && small == word[place - 1] | 0x20 ? run + 1 : 1
        if run > 2 { isStretched = true }
        if letters > 0, place > 0, lastSign == place { isInside = true }
        letters += 1
        smalls += byte == small ? 1 : 0
        romans +=
          byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
          ? 1 : 0
        last = small
        continue
      }
      lastSign = place + 1
      if byte &- UInt8(ascii: "0") < 10 { digits += 1 }
      if byte == UInt8(ascii: "@") { hasAt = true }
      if byte == UInt8(ascii: "."), hasAt { isAddress = true }
    }
    if romans == letters { isOneLetter = true }
    isSetApart = Self.isSetApart(word)
    guard letters > 0, letters < word.count, digits <= letters else { return }
    // A number before or after letters is a number; inside a word it may be a letter.
    mayBeLeet = digits == 0 || letters > 2 || isInside && smalls > 0
  }

  private static func isSetApart(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 5, !word.count.isMultiple(of: 2) else { return false }
    for place in word.indices {
      let isLetter = (word[place] | 0x20) &- UInt8(ascii: "a") < 26
      if place.isMultiple(of: 2) != isLetter { return false }
      if !isLetter, word[place] != word[1] || word[place] &- UInt8(ascii: "0") < 10 { return false }
    }
    return true
  }
}
