/// One emoji as it is drawn: a base with its skin tone, selector, tags and what is joined to it.
struct EmojiSequence {
  /// Where it stands in the part.
  let range: Range<Int>

  /// The enclosing keycap, which makes an emoji of the digit before it.
  static var keycap: UInt32 { 0x20E3 }

  /// Reads the emoji that starts with a scalar; `nil` when none does.
  init?(
    startingWith scalar: UInt32, _ properties: ScalarProperties, at range: Range<Int>,
    before end: Int, in source: UnsafeBufferPointer<UInt8>
  ) {
    guard !properties.isDisjoint(with: [.emoji, .extendedPictographic]) else { return nil }
    var place = range.upperBound
    func peek() -> (scalar: UInt32, length: Int) {
      place < end ? UTF8Scalars.decode(source, at: place) : (0, 0)
    }
    if (0x1F1E6...0x1F1FF).contains(scalar) {
      let next = peek()
      guard (0x1F1E6...0x1F1FF).contains(next.scalar) else { return nil }
      self.range = range.lowerBound..<place + next.length
      return
    }
    if !properties.contains(.emojiPresentation), peek().scalar != 0xFE0F { return nil }
    while true {
      while Self.prolongs(peek().scalar) { place += peek().length }
      guard peek().scalar == 0x200D else { break }
      let joiner = place
      place += peek().length
      let next = peek()
      guard next.length > 0,
        ScalarProperties(of: next.scalar).contains(.extendedPictographic)
      else {
        place = joiner
        break
      }
      place += next.length
    }
    self.range = range.lowerBound..<place
  }

  /// True for what changes the look of the emoji before it: selectors, skin tones and tags.
  static func prolongs(_ scalar: UInt32) -> Bool {
    scalar == 0xFE0F || (0x1F3FB...0x1F3FF).contains(scalar) || (0xE0020...0xE007F).contains(scalar)
  }
}
