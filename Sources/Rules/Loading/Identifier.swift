/// The shape of an identifier: lower-case words of letters and digits, joined by hyphens.
package enum Identifier {
  /// True for such as `force-relish` or `code-of-ethics-2024`.
  package static func isValid(_ text: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != byte: break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }
}
