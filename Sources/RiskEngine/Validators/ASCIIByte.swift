/// What a byte of an identifier is.
enum ASCIIByte {
  /// Whether the byte is one of `0`–`9`.
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  /// Whether the byte is one of `A`–`Z`.
  static func isCapital(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26
  }

  /// Whether the byte is one of `a`–`z`.
  static func isSmall(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26
  }

  /// The byte, as a capital when it is a small letter.
  static func capital(_ byte: UInt8) -> UInt8 {
    isSmall(byte) ? byte - 0x20 : byte
  }

  /// The space between groups.
  static let space = UInt8(ascii: " ")
  /// The hyphen, which stands for every dash.
  static let hyphen = UInt8(ascii: "-")
}
