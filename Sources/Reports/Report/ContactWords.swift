/// Finds words that lead to a person: accounts, e-mail addresses, and numbers as long as a telephone's.
enum ContactWords {
  /// From how many digits on a number is no longer a time, a road or a year.
  private static let longNumber = 5

  /// The byte ranges of such words.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    let words = bytes.indices.split { [0x09, 0x0A, 0x0D, 0x20].contains(bytes[$0]) }
      .map { $0.startIndex..<$0.endIndex }
    var ranges = words.filter { bytes[$0].contains(UInt8(ascii: "@")) && $0.count > 1 }
    for (place, word) in words.enumerated() {
      if isDisguisedAt(bytes[word]) {
        // An address that is written apart: what stands on either side belongs to it.
        ranges += words[max(0, place - 1)...min(words.count - 1, place + 1)]
      } else if hasDisguisedAt(bytes[word]) {
        ranges.append(word)
      }
    }
    // A number may be written in groups with blanks between them.
    var group: Range<Int>?
    var digits = 0
    for word in words + [bytes.count..<bytes.count] {
      let count = bytes[word].count(where: isDigit)
      if count > 0, isNumber(bytes[word]) {
        group = (group?.lowerBound ?? word.lowerBound)..<word.upperBound
        digits += count
        continue
      }
      // A sign by itself, such as a dash, parts the groups and does not end the number.
      if group != nil, !word.isEmpty, isSigns(bytes[word]) { continue }
      if let number = group, digits >= longNumber { ranges.append(number) }
      group = nil
      digits = 0
      if count >= longNumber { ranges.append(word) }
    }
    return ranges
  }

  private static let disguises = ["(at)", "[at]", "{at}"]

  /// True for an at sign, or what stands for one, by itself.
  private static func isDisguisedAt(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("@".utf8) || disguises.contains { word.elementsEqual($0.utf8) }
  }

  /// True for a word with something in it that stands for an at sign.
  private static func hasDisguisedAt(_ word: ArraySlice<UInt8>) -> Bool {
    word.indices.contains { start in
      disguises.contains { word[start...].starts(with: $0.utf8) }
    }
  }

  /// True for digits with nothing but signs around and between them.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { byte in
      isDigit(byte) || byte < 0x80 && !isLetter(byte)
    }
  }

  /// True for signs that stand between the groups of a number.
  private static func isSigns(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { "-./()".utf8.contains($0) } || word.elementsEqual("–".utf8)
      || word.elementsEqual("—".utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
