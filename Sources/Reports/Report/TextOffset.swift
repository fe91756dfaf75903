/// A place in a text, counted in every unit that readers of results use.
package struct TextOffset: Sendable, Equatable {
  /// The offset in UTF-8 bytes.
  package var utf8 = 0
  /// The offset in UTF-16 units.
  package var utf16 = 0
  /// The offset in Unicode scalars.
  package var scalar = 0
  /// The line, from 0; lines end with LF.
  package var line = 0
  /// The column in Unicode scalars, from 0.
  package var column = 0

  /// Counts up to a byte of a text; complexity is linear in `utf8`.
  package init(utf8 end: Int, in bytes: [UInt8]) {
    move(to: end, in: bytes)
  }

  /// Counts on to a byte further on in the same text.
  package mutating func move(to end: Int, in bytes: [UInt8]) {
    for byte in bytes[utf8..<max(utf8, min(end, bytes.count))] {
      utf8 += 1
      // A byte that begins a scalar counts one; one that begins four bytes is a surrogate pair.
      guard byte & 0xC0 != 0x80 else { continue }
      scalar += 1
      utf16 += byte >= 0xF0 ? 2 : 1
      column += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
    }
  }
}
