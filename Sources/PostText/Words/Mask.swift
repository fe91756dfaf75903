/// Reads letters that are hidden behind signs.
enum Mask {
  /// The letter that a byte stands for.
  ///
  /// - Parameters:
  ///   - byte: A letter, a digit or a sign.
  ///   - one: What the upright strokes `1`, `!` and `|` stand for.
  /// - Returns: The letter itself, the letter meant, or `nil` when there is none.
  static func letter(for byte: UInt8, one: UInt8) -> UInt8? {
    if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return byte }
    return switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): one
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "7"), UInt8(ascii: "+"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    default: nil
    }
  }

  /// Reads a word with rows of mask signs, each sign of a row as `*`.
  ///
  /// Signs that ordinary words have too, such as hyphens, count only when the word turns out to be one
  /// that people mask.
  ///
  /// - Returns: False when no row is a mask, or all are `*` already.
  static func read(
    _ word: UnsafeBufferPointer<UInt8>, into result: inout GrowingBuffer<UInt8>
  ) -> Bool {
    result.clear()
    let isMaskedWord = MaskedWords.contains(word)
    var hasChanged = false
    var place = 0
    while place < word.count {
      guard !isLetter(word[place]) else {
        result.append(word[place])
        place += 1
        continue
      }
      var end = place
      while end < word.count, !isLetter(word[end]) { end += 1 }
      let row = word[place..<end]
      let isMask = isMaskedWord || isPlainlyMask(row) && place > 0
      for byte in row { result.append(isMask ? UInt8(ascii: "*") : byte) }
      if isMask, row.contains(where: { $0 != UInt8(ascii: "*") }) { hasChanged = true }
      place = end
    }
    return hasChanged
  }

  // Two signs and more that have no business in a word.
  private static func isPlainlyMask(_ row: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let odd = row.count { "#%$@&^*~|`".utf8.contains($0) }
    return row.count == 1
      ? row.first == UInt8(ascii: "%") || row.first == UInt8(ascii: "^")
      : odd >= 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
