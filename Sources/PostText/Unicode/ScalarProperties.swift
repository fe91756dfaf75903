/// What the Unicode Character Database says of a scalar, as far as posts need it.
package struct ScalarProperties: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Any letter (general category L).
  package static let letter = ScalarProperties(rawValue: 1 << 0)
  /// Any combining mark (M).
  package static let mark = ScalarProperties(rawValue: 1 << 1)
  /// A decimal digit of any script (Nd).
  package static let decimalDigit = ScalarProperties(rawValue: 1 << 2)
  /// White space, line breaks included.
  package static let whiteSpace = ScalarProperties(rawValue: 1 << 3)
  /// A capital or title-case letter (Lu, Lt).
  package static let uppercase = ScalarProperties(rawValue: 1 << 4)
  /// A small letter (Ll).
  package static let lowercase = ScalarProperties(rawValue: 1 << 5)
  /// Invisible unless supported: joiners, soft hyphens, directional marks, selectors, tags.
  package static let ignorable = ScalarProperties(rawValue: 1 << 6)
  /// An emoji, or an ASCII sign that begins one.
  package static let emoji = ScalarProperties(rawValue: 1 << 7)
  /// An emoji that is drawn as a picture without a selector.
  package static let emojiPresentation = ScalarProperties(rawValue: 1 << 8)
  /// A pictograph, or a place kept for one.
  package static let extendedPictographic = ScalarProperties(rawValue: 1 << 9)
  /// An emoji that takes a skin tone.
  package static let emojiModifierBase = ScalarProperties(rawValue: 1 << 10)
  /// A skin tone.
  package static let emojiModifier = ScalarProperties(rawValue: 1 << 11)
  /// Left as it is by NFC when a boundary follows; see ``Normaliser/isBoundary(_:_:)``.
  package static let canonicallyInert = ScalarProperties(rawValue: 1 << 12)
  /// Left as it is by NFKC when a boundary follows.
  package static let compatiblyInert = ScalarProperties(rawValue: 1 << 13)
  /// Read as an ASCII letter or digit; see ``LookAlikes``.
  package static let lookAlike = ScalarProperties(rawValue: 1 << 14)
  /// Of the Latin script.
  package static let latin = ScalarProperties(rawValue: 1 << 15)
  /// Of the Greek script.
  package static let greek = ScalarProperties(rawValue: 1 << 16)
  /// Of the Cyrillic script.
  package static let cyrillic = ScalarProperties(rawValue: 1 << 17)

  /// Looks a scalar up; a value that is no Unicode scalar has no properties.
  @inline(__always)
  package init(of scalar: UInt32) {
    guard scalar < 0x11_0000 else {
      self = []
      return
    }
    let page = PackedDigits.one(Self.firstStage, Int(scalar &>> 12))
    let block = PackedDigits.two(
      Self.secondStage, 2 &* (page &<< 6 &+ Int(scalar &>> 6 & 63)))
    self.rawValue = UInt32(
      truncatingIfNeeded: PackedDigits.three(
        Self.thirdStage, 3 &* (block &<< 6 &+ Int(scalar & 63))))
  }
}
