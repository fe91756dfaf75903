/// Text from before UTF-8, as older programs on Windows still export it.
enum Windows1252 {
  /// Decodes bytes; letters of UTF-8 among them are kept, as a program leaves them that joins texts of both kinds.
  static func text(_ bytes: [UInt8]) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count * 2)
    var at = 0
    while at < bytes.count {
      let length = lengthOfLetter(in: bytes, at: at)
      if length > 0 {
        utf8 += bytes[at..<at + length]
        at += length
      } else {
        utf8 += String(Unicode.Scalar(scalar(bytes[at])) ?? "\u{FFFD}").utf8
        at += 1
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// The bytes of the letter of UTF-8 at a place; 0 when there is none.
  private static func lengthOfLetter(in bytes: [UInt8], at place: Int) -> Int {
    let lead = bytes[place]
    if lead < 0x80 { return 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, place + length <= bytes.count else { return 0 }
    return Array(bytes[place..<place + length]).isUTF8 ? length : 0
  }

  private static func scalar(_ byte: UInt8) -> UInt16 {
    (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
  }

  // 0x80 to 0x9F; the five that have no letter stand for themselves, as in browsers.
  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
