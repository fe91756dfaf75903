/// The sets of bytes and scalars that the entity rules speak of.
///
/// Ranges are those of X's published text rules, version 3.
enum TextClasses {
  /// True for `A`–`Z`, `a`–`z` and `0`–`9`.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    ByteClasses.has(byte, .alphanumeric)
  }

  /// True for `A`–`Z` and `a`–`z`.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  /// True for `0`–`9`.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  /// True for the characters of account names.
  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    ByteClasses.has(byte, .name)
  }

  /// True for the white space that entities respect.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// True for marks that turn the direction of writing.
  static func isDirectional(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// True for scalars that make a post invalid.
  @inline(__always)
  static func isInvalid(_ scalar: UInt32) -> Bool {
    scalar == 0xFFFE || scalar == 0xFEFF || scalar == 0xFFFF
  }

  /// True for Latin letters with accents, and combining accents.
  static func isAccentedLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xD7, 0xF7: false
    case 0xC0...0x24F, 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272, 0x289,
      0x28B, 0x2BB, 0x300...0x36F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  /// True for the characters that labels of a domain are made of, hyphen and underscore aside.
  static func isDomain(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isAlphanumeric(UInt8(truncatingIfNeeded: scalar)) }
    return !isSpace(scalar) && !isDirectional(scalar) && !isInvalid(scalar)
  }

  /// True for the characters of a path, brackets in pairs aside.
  static func isPath(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return ByteClasses.has(UInt8(truncatingIfNeeded: scalar), .path) }
    return scalar == 0x2013 || (0x400...0x4FF).contains(scalar) || isAccentedLatin(scalar)
  }

  /// True for the characters that a path may end with.
  static func isPathEnd(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return ByteClasses.has(UInt8(truncatingIfNeeded: scalar), .pathEnd) }
    return (0x400...0x4FF).contains(scalar) || isAccentedLatin(scalar)
  }

  /// True for the characters that a query may end with.
  static func isQueryEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "/"): true
    default: ByteClasses.has(byte, .label)
    }
  }

  /// True for ASCII punctuation that may follow a cashtag.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x2F, 0x3A...0x40, 0x5B...0x5F, 0x7B...0x7E: true
    default: false
    }
  }

  /// True for the characters of hashtags.
  static func isHashtag(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isNameByte(UInt8(truncatingIfNeeded: scalar)) }
    switch scalar {
    case 0xB7, 0x5BE, 0x5F3, 0x5F4, 0xF0B, 0xF0C, 0x200C, 0x200D, 0x3003, 0x301C, 0x309B, 0x309C,
      0x30A0, 0x30FB, 0xA67E, 0xFF5E:
      return true
    default:
      return !ScalarProperties(of: scalar).isDisjoint(with: [.letter, .mark, .decimalDigit])
    }
  }

  /// True for the characters of which a hashtag needs at least one.
  static func isHashtagLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isLetter(UInt8(truncatingIfNeeded: scalar)) }
    return !ScalarProperties(of: scalar).isDisjoint(with: [.letter, .mark])
  }
}
