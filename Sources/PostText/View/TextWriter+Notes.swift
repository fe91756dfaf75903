extension TextWriter {
  /// Writes an emoji by its bases alone: skin tones, selectors, joiners and tags go.
  mutating func writeEmoji(
    _ first: UInt32, _ afterFirst: Int, _ sequence: EmojiSequence,
    of source: UnsafeBufferPointer<UInt8>, into reading: inout Reading
  ) {
    let start = reading.bytes.count
    reading.openWhole(sequence.range)
    putBase(first, into: &reading)
    var place = afterFirst
    while place < sequence.range.upperBound {
      let (scalar, length) = UTF8Scalars.decode(source, at: place)
      if !EmojiSequence.prolongs(scalar) { putBase(scalar, into: &reading) }
      place += length
    }
    noteEmoji(EmojiMark(source: sequence.range, view: start..<reading.bytes.count), in: source)
  }

  // Some signs that may be drawn as emoji are others in NFKC, such as a double exclamation mark.
  private mutating func putBase(_ scalar: UInt32, into reading: inout Reading) {
    guard !ScalarProperties(of: scalar).contains(.compatiblyInert) else {
      reading.put(scalar: scalar)
      return
    }
    normaliser.normalise(CollectionOfOne(scalar))
    for scalar in normaliser.scalars { reading.put(scalar: scalar) }
  }

  /// Reads the digit before an enclosing keycap as a part of the emoji.
  ///
  /// - Returns: Where the emoji stands, or `nil` when no digit, `#` or `*` stands before the keycap.
  func takeBackKeycap(
    _ keycap: Range<Int>, from reading: inout Reading, _ floor: Int
  ) -> Range<Int>? {
    guard reading.bytes.count > floor else { return nil }
    let base = reading.bytes[reading.bytes.count - 1]
    switch base {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"), UInt8(ascii: "*"): break
    default: return nil
    }
    guard reading.endsInIdentity, let source = reading.takeBack(downTo: floor) else {
      return nil
    }
    reading.put(base, for: source.lowerBound..<keycap.upperBound)
    return source.lowerBound..<keycap.upperBound
  }

  /// Counts an emoji; emoji with nothing but spaces between them stand in one run.
  mutating func noteEmoji(_ mark: EmojiMark, in source: UnsafeBufferPointer<UInt8>) {
    guard isNoticing else { return }
    let previous = emoji.count > 0 ? emoji[emoji.count - 1].source.upperBound : 0
    let gap = source[previous..<mark.source.lowerBound]
    let isNeighbour = gap.count <= Self.widestGap && gap.allSatisfy { $0 == UInt8(ascii: " ") }
    notes.count(mark.source, prolongsRun: emoji.count > 0 && isNeighbour)
    emoji.append(mark)
  }

  private static var widestGap: Int { 2 }
}

extension TextWriter.Notes {
  /// Counts a fancy letter.
  mutating func countFancy(_ range: Range<Int>) {
    fancyRange = (fancyLetters == 0 ? range.lowerBound : fancyRange.lowerBound)..<range.upperBound
    fancyLetters += 1
  }

  /// Counts an emoji that stands alone or prolongs the run before it.
  fileprivate mutating func count(_ range: Range<Int>, prolongsRun: Bool) {
    emojiRun = prolongsRun ? emojiRun + 1 : 1
    emojiRange = (prolongsRun ? emojiRange.lowerBound : range.lowerBound)..<range.upperBound
    guard emojiRun > longestEmojiRun else { return }
    longestEmojiRun = emojiRun
    longestEmojiRange = emojiRange
  }
}
