import PostText

extension Windows1252 {
  /// Decodes text from before UTF-8, as older programs on Windows still export it; letters of UTF-8 among its bytes are kept,
  /// as a program leaves them that joins texts of both kinds.
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

  private static func scalar(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? Windows1252.high[Int(byte) - 0x80] : UInt32(byte)
  }
}
