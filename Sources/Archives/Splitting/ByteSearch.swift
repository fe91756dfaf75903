/// Searches that go through eight bytes at a time where they can.
extension UnsafeBufferPointer<UInt8> {
  /// The place of the next quotation mark, backslash or line end; the count when there is none.
  func placeOfStringMark(from start: Int) -> Int {
    var place = start
    while place + 8 <= count {
      let eight = UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let marks = eight.has(0x22) | eight.has(0x5C) | eight.has(0x0A)
      // The lowest bit that is set is that of the first of them.
      if marks != 0 { return place + UInt64(littleEndian: marks).trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != 0x22, self[place] != 0x5C, self[place] != 0x0A {
      place += 1
    }
    return place
  }

  /// The place of the next byte that JSON is built of besides words: a bracket, comma, colon, quotation mark or line
  /// end; the count when there is none.
  func placeOfStructure(from start: Int) -> Int {
    var place = start
    while place < count {
      let byte = self[place]
      if byte == 0x20 {
        // Lines are indented by many blanks.
        place += 1
        while place + 8 <= count, eightBlanks(at: place) { place += 8 }
      } else if byte.isStructural {
        break
      } else {
        place += 1
      }
    }
    return place
  }

  private func eightBlanks(at place: Int) -> Bool {
    UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
      .loadUnaligned(fromByteOffset: place, as: UInt64.self) == 0x2020_2020_2020_2020
  }
}

extension UInt64 {
  /// The highest bit of each byte that is the one looked for, and perhaps of bytes above the first of those.
  fileprivate func has(_ byte: UInt64) -> UInt64 {
    let others = self ^ (byte &* 0x0101_0101_0101_0101)
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }
}

extension UInt8 {
  /// True for what JSON is built of besides words: brackets, commas, colons, quotation marks and line ends.
  var isStructural: Bool {
    // Those below 64 by a bit each; brackets and braces differ by one bit.
    if self < 64 { return (0x0400_1004_0000_0400 as UInt64) >> UInt64(self) & 1 != 0 }
    let unbraced = self & 0xDF
    return unbraced == 0x5B || unbraced == 0x5D
  }
}
