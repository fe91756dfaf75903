/// One reading of one part: a stretch of ``PostView/bytes``.
package struct Segment: Sendable {
  /// Which reading of which kind of part it is: exactly one of the set's members.
  package let kind: SegmentKinds
  /// The number of the part in ``PostView/parts``.
  package let part: Int
  /// The bytes of the reading, in ``PostView/bytes``.
  package let range: Range<Int>
  /// True when this is the second reading of the words, with masks and disguises undone.
  package let isUnmasked: Bool
  /// The pieces that tell where the bytes came from.
  let pieces: Range<Int>
}
