/// Where a part of a draft stands in its file.
package struct PartPlace: Sendable, Equatable {
  /// The line of its first scalar, from 1.
  package var line: Int
  /// The column of its first scalar in UTF-16 units, from 1.
  package var column: Int
  /// The offset of its first byte in the file.
  package var utf8: Int
  /// The offset of its first UTF-16 unit in the file.
  package var utf16: Int
  /// True when the part stands in the file byte by byte, so that places inside it can be pointed at.
  package var isVerbatim: Bool

  /// Makes a place.
  package init(line: Int, column: Int, utf8: Int, utf16: Int, isVerbatim: Bool) {
    self.line = line
    self.column = column
    self.utf8 = utf8
    self.utf16 = utf16
    self.isVerbatim = isVerbatim
  }

  /// The start of a file that is all text.
  package static let fileStart = PartPlace(
    line: 1, column: 1, utf8: 0, utf16: 0, isVerbatim: true)
}
