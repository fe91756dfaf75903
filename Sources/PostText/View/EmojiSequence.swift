/// One emoji as it is drawn: a base with its skin tone, selector, tags and what is joined to it.
struct EmojiSequence: Sendable {
  /// Where it stands in the part.
  let range: Range<Int>

  /// The enclosing keycap, which makes an emoji of the digit before it.
  static var keycap: UInt32 { 0x20E3 }

  /// Reads the emoji that starts with a scalar; `nil` when none does.
  ///
  /// - Parameters:
  ///   - scalar: The first scalar.
  ///   - range: Its place in the part; a character reference is an emoji by itself.
  ///   - end: Where the stretch ends that is read.
  ///   - source: The part.
  init?(
    startingWith scalar: UInt32, at range: Range<Int>, before end: Int,
    in source: UnsafeBufferPointer<UInt8>
  ) {
    if source[range.lowerBound] == UInt8(ascii: "&") {
      guard ScalarProperties(of: scalar).contains(.emojiPresentation) else { return nil }
      self.range = range
      return
    }
    let text = UnsafeBufferPointer(rebasing: source[..<end])
    guard let last = EmojiScanner.end(text, at: range.lowerBound) else { return nil }
    self.range = range.lowerBound..<last
    // Letters in boxes spell words unless they are a flag or ask to be drawn as a picture.
    if FancyLetter.isBoxed(scalar) {
      let bytes = UnsafeBufferPointer(rebasing: source[self.range])
      let isDrawn =
        FancyLetter.isRegional(scalar) ? EmojiName.isKnown(bytes) : bytes.count > range.count
      if !isDrawn { return nil }
    }
  }

  /// True for what changes the look of the emoji before it: selectors, skin tones, joiners and tags.
  static func prolongs(_ scalar: UInt32) -> Bool {
    scalar == 0xFE0F || scalar == 0x200D || (0x1F3FB...0x1F3FF).contains(scalar)
      || (0xE0020...0xE007F).contains(scalar)
  }
}
