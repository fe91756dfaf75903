extension JSONParser {
  /// Reads the text that begins here.
  mutating func string() throws(Fault) -> String {
    var text: [UInt8] = []
    advance()
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += try escape()
      case 0..<0x20:
        throw fault("A control character or a line end stands in a text; write it as an escape.")
      default:
        text.append(byte)
        advance()
      }
    }
    throw fault("A text has no closing quotation mark.")
  }

  private mutating func escape() throws(Fault) -> [UInt8] {
    advance()
    guard let letter = current else { throw fault("A text has no closing quotation mark.") }
    advance()
    switch letter {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw fault("JSON knows no such escape.")
    }
  }

  private mutating func unicodeEscape() throws(Fault) -> [UInt8] {
    var number = try fourDigits()
    if (0xD800..<0xDC00).contains(number) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
        throw fault("Half of a pair of escapes stands alone.")
      }
      let second = try fourDigits()
      guard (0xDC00..<0xE000).contains(second) else {
        throw fault("Half of a pair of escapes stands alone.")
      }
      number = 0x10000 + (number - 0xD800) << 10 + (second - 0xDC00)
    }
    guard number != 0, let scalar = Unicode.Scalar(number), let encoded = UTF8.encode(scalar) else {
      throw fault("The escape stands for no character that a text may hold.")
    }
    return Array(encoded)
  }

  private mutating func fourDigits() throws(Fault) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = current.flatMap(Self.hexDigit) else {
        throw fault("Four hexadecimal digits are missing.")
      }
      number = number << 4 + digit
      advance()
    }
    return number
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
