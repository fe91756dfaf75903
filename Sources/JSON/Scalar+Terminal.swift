extension Unicode.Scalar {
  /// True for a scalar that a terminal would obey rather than show: controls, line separators, marks of direction.
  package var disturbsTerminals: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    default: false
    }
  }

  /// The number of a scalar of the basic plane in four hexadecimal digits.
  var fourHexDigits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// What is shown for a scalar that a terminal would obey: a picture of a control, else its number.
  package var picture: String {
    switch value {
    case 0..<0x20: String(UnicodeScalar(0x2400 + value) ?? "?")
    case 0x7F: "\u{2421}"
    default: "<U+\(fourHexDigits.uppercased())>"
    }
  }
}
