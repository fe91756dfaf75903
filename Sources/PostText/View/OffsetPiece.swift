/// A stretch of a reading and the stretch of the author's text that it stands for.
///
/// A piece reaches to the start of the next one. Pieces are ordered by both starts.
struct OffsetPiece: Sendable {
  /// Where the stretch starts, in bytes of all readings.
  var viewStart: UInt32
  /// Where the author's stretch starts, in bytes of the part.
  var sourceStart: UInt32
  /// How many bytes the author wrote for the stretch as a whole, or ``identity``.
  var sourceCount: UInt32

  /// Marks a stretch that corresponds byte by byte.
  static var identity: UInt32 { .max }

  /// True when the stretch corresponds byte by byte.
  var isIdentity: Bool { sourceCount == Self.identity }

  /// Where the author's bytes start for a byte of the stretch.
  @inline(__always)
  func sourceStart(at place: Int) -> Int {
    isIdentity ? Int(sourceStart) + place - Int(viewStart) : Int(sourceStart)
  }

  /// Where the author's bytes end when the last byte of the stretch is the one before `place`.
  @inline(__always)
  func sourceEnd(before place: Int) -> Int {
    isIdentity
      ? Int(sourceStart) + place - Int(viewStart) : Int(sourceStart) + Int(sourceCount)
  }
}

extension UnsafeBufferPointer<OffsetPiece> {
  /// The number of the piece that holds a byte of a reading: the last that starts at or before it.
  func piece(holding place: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(self[middle].viewStart) <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The author's bytes for some bytes of a reading.
  func source(of range: Range<Int>) -> Range<Int> {
    guard !isEmpty else { return 0..<0 }
    let first = self[piece(holding: range.lowerBound)]
    let start = first.sourceStart(at: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let last = self[piece(holding: range.upperBound - 1)]
    return start..<Swift.max(start, last.sourceEnd(before: range.upperBound))
  }
}
