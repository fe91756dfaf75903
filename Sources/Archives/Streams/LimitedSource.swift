/// A source that ends in a failure when it has more bytes than it may have.
final class LimitedSource: ByteSource {
  private let source: any ByteSource
  private let allowance: Allowance
  private var left: Int
  private var isOver = false

  /// How many bytes several sources may have together.
  final class Allowance {
    fileprivate var left: Int

    /// Allows a number of bytes.
    init(_ bytes: Int) {
      left = bytes
    }
  }

  /// Allows a source a number of bytes of its own, and no more than are left of an allowance that others share.
  init(_ source: any ByteSource, limit: Int, of allowance: Allowance) {
    self.source = source
    self.left = limit
    self.allowance = allowance
  }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard !isOver else { return [] }
    let bytes = try source.read()
    let allowed = min(left, allowance.left)
    left -= bytes.count
    allowance.left -= bytes.count
    guard bytes.count > allowed else { return bytes }
    isOver = true
    throw ArchiveFailure(
      code: "too-large",
      message: """
        It unpacks to more bytes than an archive of posts ever has, so the rest of it was not read. Unpack it \
        yourself and look at it before you trust it.
        """)
  }
}
