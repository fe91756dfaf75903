import Archives

/// Bytes that come in pieces of given sizes, over and over, and at the end a failure where one is wanted.
final class PiecewiseBytes: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let sizes: [Int]
  private var reads = 0
  private var failure: ArchiveFailure?

  init(_ bytes: [UInt8], sizes: [Int] = [1 << 16], failure: ArchiveFailure? = nil) {
    rest = bytes[...]
    self.sizes = sizes
    self.failure = failure
  }

  convenience init(_ text: String, sizes: [Int] = [1 << 16]) {
    self.init(Array(text.utf8), sizes: sizes)
  }

  func read() throws(ArchiveFailure) -> [UInt8] {
    if rest.isEmpty, let failure {
      self.failure = nil
      throw failure
    }
    let piece = rest.prefix(sizes[reads % sizes.count])
    reads += 1
    rest = rest.dropFirst(piece.count)
    return Array(piece)
  }
}

/// The same bytes over and over, up to a number of times, behind and before others.
final class RepeatedBytes: ByteSource {
  private var pieces: [(bytes: [UInt8], count: Int)]

  init(_ pieces: [(String, Int)]) {
    self.pieces = pieces.reversed().map { (Array($0.0.utf8), $0.1) }
  }

  func read() -> [UInt8] {
    guard var piece = pieces.popLast() else { return [] }
    let count = min(piece.count, max(1, (1 << 16) / piece.bytes.count))
    piece.count -= count
    if piece.count > 0 { pieces.append(piece) }
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += piece.bytes }
    return bytes
  }
}
