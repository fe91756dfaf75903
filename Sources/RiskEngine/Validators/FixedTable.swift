/// A list of equally long entries inside the binary, searched in turn.
struct FixedTable {
  /// The entries, one after another.
  let entries: StaticString
  /// The number of bytes of each entry.
  let width: Int

  /// Lays out a table.
  init(_ entries: StaticString, width: Int) {
    self.entries = entries
    self.width = width
  }

  /// The place of the first entry that begins with characters of an identifier, or `nil`.
  func offset(of identifier: CompactIdentifier, _ range: Range<Int>) -> Int? {
    entries.withUTF8Buffer { bytes in
      stride(from: 0, to: bytes.count, by: width).first { start in
        range.indices.allSatisfy { bytes[start + $0 - range.lowerBound] == identifier[$0] }
      }
    }
  }

  /// Whether some entry begins with characters of an identifier.
  func contains(_ identifier: CompactIdentifier, _ range: Range<Int>) -> Bool {
    offset(of: identifier, range) != nil
  }

  /// The number written by two digits within an entry.
  func twoDigits(at offset: Int) -> Int {
    entries.withUTF8Buffer { (Int($0[offset]) - 0x30) * 10 + Int($0[offset + 1]) - 0x30 }
  }
}
