/// The shape of numbers in JSON (RFC 8259, section 6).
enum JSONNumber {
  /// True for a whole number, false for one with a fraction or an exponent, `nil` for what is no number.
  static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool? {
    var rest = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    let whole = rest.prefix(while: isDigit)
    guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else {
      return nil
    }
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return true }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return nil }
      rest = rest.dropFirst(1 + fraction.count)
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard !rest.isEmpty else { return nil }
      rest = rest.drop(while: isDigit)
    }
    return rest.isEmpty ? false : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
