/// What typographic scalars are read as.
enum Typography {
  /// How a scalar is read.
  enum Fold: Equatable {
    /// As itself.
    case none
    /// As one ASCII byte.
    case byte(UInt8)
    /// Not at all: it cannot be seen.
    case nothing
  }

  /// How a scalar is read that is a quote, a dash, white space or invisible.
  ///
  /// Quotes become `'` and `"`, dashes `-`, white space a space, and line breaks a line feed.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> Fold {
    if scalar >= 0x2000, scalar < 0x2070 { return generalPunctuation(scalar) }
    if scalar < 0x2C0 { return lowFold(scalar) }
    return rareFold(scalar)
  }

  private static func generalPunctuation(_ scalar: UInt32) -> Fold {
    switch scalar {
    case 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A: .byte(UInt8(ascii: "'"))
    case 0x201C...0x201F, 0x2033, 0x2036: .byte(UInt8(ascii: "\""))
    case 0x2010...0x2015, 0x2043: .byte(UInt8(ascii: "-"))
    case 0x2000...0x200A, 0x202F, 0x205F: .byte(UInt8(ascii: " "))
    case 0x2028, 0x2029: .byte(UInt8(ascii: "\n"))
    case 0x2044: .byte(UInt8(ascii: "/"))
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .nothing
    default: .none
    }
  }

  private static func lowFold(_ scalar: UInt32) -> Fold {
    switch scalar {
    case 0x0A, 0x0D, 0x85: .byte(UInt8(ascii: "\n"))
    case 0x09, 0x0B, 0x0C, 0xA0: .byte(UInt8(ascii: " "))
    case 0x20...0x7E: .byte(UInt8(truncatingIfNeeded: scalar))
    case 0..<0x20, 0x7F...0x9F, 0xAD: .nothing
    case 0xAB, 0xBB: .byte(UInt8(ascii: "\""))
    case 0xB4, 0x2B9, 0x2BB...0x2BD: .byte(UInt8(ascii: "'"))
    default: .none
    }
  }

  private static func rareFold(_ scalar: UInt32) -> Fold {
    switch scalar {
    case 0x2C8, 0x55A, 0x275B, 0x275C, 0xA78C: .byte(UInt8(ascii: "'"))
    case 0x275D, 0x275E, 0x301D...0x301F: .byte(UInt8(ascii: "\""))
    case 0x58A, 0x2212, 0x2E3A, 0x2E3B, 0xFE58: .byte(UInt8(ascii: "-"))
    case 0x1680, 0x3000: .byte(UInt8(ascii: " "))
    case 0x2215: .byte(UInt8(ascii: "/"))
    case 0x180E: .nothing
    default: .none
    }
  }
}
