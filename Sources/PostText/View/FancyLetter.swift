/// Letters drawn with scalars that are not letters of any language, to make text look bold or boxed.
enum FancyLetter {
  /// The ASCII letter for a scalar that NFKC leaves alone.
  ///
  /// These are small capitals, and letters in dark circles and boxes. Regional indicators count, for
  /// those that make a flag were read before.
  static func ascii(for scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x1F1E6...0x1F1FF: capital(scalar - 0x1F1E6)
    case 0x1F150...0x1F169: capital(scalar - 0x1F150)
    case 0x1F170...0x1F189: capital(scalar - 0x1F170)
    case 0x1D00...0x1D22, 0x262, 0x26A, 0x274, 0x280, 0x28F, 0x299, 0x29C, 0x29F, 0xA730, 0xA731:
      smallCapital(scalar)
    default: nil
    }
  }

  /// True for a scalar that NFKC reads as an ASCII letter in another style: mathematical letters,
  /// full-width letters, letters in circles, boxes and brackets.
  static func isStyled(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1D400...0x1D7CB, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x249C...0x24E9, 0x1F110...0x1F149,
      0x210A...0x2115, 0x2119...0x211D, 0x2124, 0x2128, 0x212C...0x2138:
      true
    default:
      false
    }
  }

  /// True for a letter in a dark box, or half a flag.
  static func isBoxed(_ scalar: UInt32) -> Bool {
    (0x1F170...0x1F189).contains(scalar) || isRegional(scalar)
  }

  /// True for half a flag.
  static func isRegional(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }

  private static func capital(_ index: UInt32) -> UInt8 {
    UInt8(ascii: "A") + UInt8(truncatingIfNeeded: index)
  }

  private static func smallCapital(_ scalar: UInt32) -> UInt8? {
    guard let letters = LookAlikes.ascii(for: scalar), letters.second == 0 else { return nil }
    return letters.first
  }
}
