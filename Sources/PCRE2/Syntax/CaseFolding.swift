/// What the analysis may take for granted about letter case.
package enum CaseFolding {
  /// Whether a scalar beyond ASCII surely matches nothing but itself when case is ignored.
  ///
  /// Only blocks of punctuation, signs and pictures are vouched for; every letter is doubted.
  package static func hasNoCase(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF: true
    case 0x2000...0x206F, 0x20A0...0x20BF, 0x2190...0x23FF, 0x2500...0x2BFF: true
    case 0x3000...0x303F, 0xFE00...0xFE0F, 0x1F300...0x1FAFF: true
    default: false
    }
  }

  /// The lower case of an ASCII byte; other bytes stay.
  package static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
