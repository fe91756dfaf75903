/// Finds letters that stand alone in a row, as in `s p a c e d`.
struct SpacedLetters: Sendable {
  private var start = 0
  private var end = 0
  private var count = 0
  private var stars = 0

  /// How many letters in a row are a word and not initials or items.
  private static var fewest: Int { 3 }

  /// True when the last token was a letter that stands alone.
  var isOpen: Bool { count > 0 }

  /// Adds the next token of a text.
  ///
  /// - Returns: A row that ended with or before this token.
  @inline(__always)
  mutating func add(
    _ token: Range<Int>, _ counts: ByteCounts, in bytes: UnsafePointer<UInt8>
  ) -> Range<Int>? {
    if count == 0, token.count > 1 { return nil }
    return addSlowly(token, counts, in: bytes)
  }

  /// Ends the text.
  ///
  /// - Returns: The row that ended with it.
  mutating func close() -> Range<Int>? {
    defer { count = 0 }
    return count >= Self.fewest && count - stars >= 2 ? start..<end : nil
  }

  private mutating func addSlowly(
    _ token: Range<Int>, _ counts: ByteCounts, in bytes: UnsafePointer<UInt8>
  ) -> Range<Int>? {
    let isStar = token.count == 1 && bytes[token.lowerBound] == UInt8(ascii: "*") && count > 0
    let isLetter = token.count == 1 && counts.letters == 1
    let continues = count > 0 && token.lowerBound == end + 1 && bytes[end] == UInt8(ascii: " ")
    guard isLetter || isStar, continues || count == 0 else {
      // The last letter may carry the punctuation of its sentence.
      if continues, counts.letters == 1, counts.sharps + counts.foreign == 0,
        (bytes[token.lowerBound] | 0x20) &- UInt8(ascii: "a") < 26, count >= Self.fewest - 1
      {
        count += 1
        end = token.lowerBound + 1
        return close()
      }
      let row = close()
      if isLetter { open(token) }
      return row
    }
    if count == 0 { return isLetter ? open(token) : nil }
    count += 1
    stars += isStar ? 1 : 0
    end = token.upperBound
    return nil
  }

  @discardableResult
  private mutating func open(_ token: Range<Int>) -> Range<Int>? {
    start = token.lowerBound
    end = token.upperBound
    count = 1
    stars = 0
    return nil
  }
}
