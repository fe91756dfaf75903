/// Readings in the making: their bytes one after another, and where each byte came from.
struct Reading: ~Copyable, Sendable {
  /// The bytes, valid UTF-8.
  private(set) var bytes = GrowingBuffer<UInt8>(capacity: 4096)
  /// Where the bytes came from.
  private(set) var pieces = GrowingBuffer<OffsetPiece>(capacity: 256)
  /// The first piece of the segment being written: earlier ones are closed.
  private var firstPiece = 0

  /// Forgets everything that was written.
  mutating func clear() {
    bytes.clear()
    pieces.clear()
    firstPiece = 0
  }

  /// Starts a segment, so that its first bytes do not prolong the piece before it.
  mutating func openSegment() {
    firstPiece = pieces.count
  }

  /// Writes bytes as the author wrote them.
  @inline(__always)
  mutating func copy(_ source: UnsafePointer<UInt8>, from start: Int, count: Int) {
    guard count > 0 else { return }
    continueIdentity(at: start)
    bytes.append(source + start, count: count)
  }

  /// Writes one byte for one byte of the author's.
  @inline(__always)
  mutating func replace(with byte: UInt8, at start: Int) {
    continueIdentity(at: start)
    bytes.append(byte)
  }

  /// Writes one byte for a whole stretch of the author's.
  @inline(__always)
  mutating func put(_ byte: UInt8, for source: Range<Int>) {
    openWhole(source)
    bytes.append(byte)
  }

  /// Opens a piece that stands as a whole for a stretch of the author's.
  @inline(__always)
  mutating func openWhole(_ source: Range<Int>) {
    pieces.append(
      OffsetPiece(
        viewStart: UInt32(bytes.count), sourceStart: UInt32(source.lowerBound),
        sourceCount: UInt32(source.count)))
  }

  /// Writes a byte into the piece opened last.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Writes bytes into the piece opened last.
  mutating func put(_ more: UnsafePointer<UInt8>, count: Int) {
    bytes.append(more, count: count)
  }

  /// Writes a scalar into the piece opened last.
  mutating func put(scalar: UInt32) {
    guard scalar >= 0x80 else { return bytes.append(UInt8(truncatingIfNeeded: scalar)) }
    bytes.reserve(4)
    let end = bytes.start + bytes.count
    let length = scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
    var rest = scalar
    for place in stride(from: length - 1, to: 0, by: -1) {
      (end + place).initialize(to: UInt8(truncatingIfNeeded: 0x80 | rest & 0x3F))
      rest >>= 6
    }
    let lead: UInt32 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
    end.initialize(to: UInt8(truncatingIfNeeded: lead | rest))
    bytes.extend(by: length)
  }

  /// Writes bytes that other readings hold, with what they stand for.
  ///
  /// - Parameters:
  ///   - range: The bytes, which must lie in the segment that the pieces describe.
  ///   - other: The bytes of the other readings.
  ///   - pieces: The pieces of the segment.
  ///   - first: The number of a piece at or before the start of the range.
  /// - Returns: The number of the piece that holds the last byte written.
  @discardableResult
  mutating func copy(
    _ range: Range<Int>, of other: UnsafePointer<UInt8>,
    _ pieces: UnsafeBufferPointer<OffsetPiece>, from first: Int = 0
  ) -> Int {
    var piece = first
    var place = range.lowerBound
    while place < range.upperBound {
      while piece + 1 < pieces.count, Int(pieces[piece + 1].viewStart) <= place { piece += 1 }
      let next = piece + 1 < pieces.count ? Int(pieces[piece + 1].viewStart) : range.upperBound
      let end = min(next, range.upperBound)
      if pieces[piece].isIdentity {
        continueIdentity(at: pieces[piece].sourceStart(at: place))
      } else {
        let start = Int(pieces[piece].sourceStart)
        openWhole(start..<start + Int(pieces[piece].sourceCount))
      }
      bytes.append(other + place, count: end - place)
      place = end
    }
    return piece
  }

  /// Writes bytes again that stand earlier in these readings.
  mutating func copyAgain(_ range: Range<Int>, pieces old: Range<Int>, from first: Int = 0) -> Int {
    bytes.reserve(range.count)
    pieces.reserve(old.count + 1)
    let pieces = UnsafeBufferPointer(rebasing: pieces.elements[old])
    return copy(range, of: bytes.elements.baseAddress.unsafelyUnwrapped, pieces, from: first)
  }

  /// Where the author's bytes end that the last byte stands for.
  var endOfSource: Int {
    guard pieces.count > firstPiece else { return 0 }
    return pieces[pieces.count - 1].sourceEnd(before: bytes.count)
  }

  /// True when the last byte was written as the author wrote it.
  var endsInIdentity: Bool { pieces.count > firstPiece && pieces[pieces.count - 1].isIdentity }

  /// How many bytes ``takeBack(downTo:)`` would take.
  func lengthOfLast(downTo floor: Int) -> Int {
    guard bytes.count > floor, pieces.count > firstPiece else { return 0 }
    let last = pieces[pieces.count - 1]
    return last.isIdentity ? 1 : bytes.count - Int(last.viewStart)
  }

  /// Takes back the last scalar, or the last stretch that stands as a whole.
  ///
  /// - Parameter floor: The place in the readings before which nothing is taken back.
  /// - Returns: The author's bytes for what was taken back; what it read is still in memory after
  ///   the last byte until the next write.
  mutating func takeBack(downTo floor: Int) -> Range<Int>? {
    guard bytes.count > floor, pieces.count > firstPiece else { return nil }
    let last = pieces[pieces.count - 1]
    let end = bytes.count
    var start = Int(last.viewStart)
    if last.isIdentity {
      start = end - 1
      while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    }
    guard start >= floor else { return nil }
    let source = last.sourceStart(at: start)..<last.sourceEnd(before: end)
    bytes.truncate(to: start)
    if start == Int(last.viewStart) { pieces.truncate(to: pieces.count - 1) }
    return source
  }

  @inline(__always)
  private mutating func continueIdentity(at start: Int) {
    if pieces.count > firstPiece {
      let last = pieces[pieces.count - 1]
      if last.isIdentity, last.sourceStart(at: bytes.count) == start { return }
    }
    pieces.append(
      OffsetPiece(
        viewStart: UInt32(bytes.count), sourceStart: UInt32(start),
        sourceCount: OffsetPiece.identity))
  }
}
