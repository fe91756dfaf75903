extension Unmasker {
  /// The next stretch of a text that may be one word with or without disguise.
  ///
  /// Letters, digits and the signs that stand for letters belong to it; punctuation at its ends
  /// does not.
  static func chunk(
    from start: Int, before end: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var place = start
    while place < end {
      while place < end, !begins(bytes, at: place) { place += lengthOfScalar(bytes[place]) }
      guard place < end else { return nil }
      let first = place
      while place < end, belongs(bytes, at: place) { place += lengthOfScalar(bytes[place]) }
      var last = place
      while last > first, isTrimmed(bytes, first..<last) { last -= 1 }
      if last > first { return first..<last }
    }
    return nil
  }

  private static func lengthOfScalar(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "@"), UInt8(ascii: "$"): true
    case UInt8(ascii: "!")..<UInt8(ascii: "0"), UInt8(ascii: "?"),
      UInt8(ascii: "^")...UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      false
    default: belongs(bytes, at: place)
    }
  }

  private static func belongs(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      return true
    case 0x80...:
      let (scalar, _) = UTF8Scalars.decode(bytes, at: place)
      return !ScalarProperties(of: scalar).isDisjoint(with: [.letter, .mark, .lookAlike])
    default:
      return false
    }
  }

  // A row of dashes or underscores may be a mask; a single one, and other punctuation, is not.
  private static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let last = bytes[range.upperBound - 1]
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "&"):
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "%"), UInt8(ascii: "^"):
      let isRow = range.count > 1 && !isWordByte(bytes[range.upperBound - 2])
      return !isRow
    default:
      return false
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}
