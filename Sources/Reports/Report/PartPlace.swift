/// Where a part of a draft stands in its file.
package struct PartPlace: Sendable, Equatable {
  /// The line of its first scalar, from 1.
  package var line: Int
  /// The column of its first scalar in Unicode scalars, from 1.
  package var column: Int
  /// The offset of its first byte in the file.
  package var utf8: Int
  /// The offset of its first scalar in the file, in Unicode scalars.
  package var scalar: Int
  /// True when the part stands in the file byte by byte, so that places inside it can be pointed at.
  package var isVerbatim: Bool

  /// Makes a place.
  package init(line: Int, column: Int, utf8: Int, scalar: Int, isVerbatim: Bool) {
    self.line = line
    self.column = column
    self.utf8 = utf8
    self.scalar = scalar
    self.isVerbatim = isVerbatim
  }
}
