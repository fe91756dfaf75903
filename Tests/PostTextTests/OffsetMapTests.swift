import Testing

@testable import PostText

/// The map from a reading to the author's bytes.
struct OffsetMapTests {
  private static let pieces = [
    OffsetPiece(viewStart: 10, sourceStart: 0, sourceCount: OffsetPiece.identity),
    OffsetPiece(viewStart: 14, sourceStart: 4, sourceCount: 3),
    OffsetPiece(viewStart: 15, sourceStart: 7, sourceCount: 0),
    OffsetPiece(viewStart: 16, sourceStart: 9, sourceCount: OffsetPiece.identity),
  ]

  @Test(arguments: [
    (10..<14, 0..<4), (11..<13, 1..<3), (14..<15, 4..<7), (13..<15, 3..<7), (15..<16, 7..<7),
    (14..<17, 4..<10),
    (16..<20, 9..<13), (12..<12, 2..<2), (14..<14, 4..<4), (10..<10, 0..<0),
  ])
  func `a range maps to all it stands for`(_ ranges: (Range<Int>, Range<Int>)) {
    let source = Self.pieces.withUnsafeBufferPointer { $0.source(of: ranges.0) }
    #expect(source == ranges.1)
  }

  @Test func `an empty map has nothing`() {
    #expect([OffsetPiece]().withUnsafeBufferPointer { $0.source(of: 0..<0) } == 0..<0)
  }
}
