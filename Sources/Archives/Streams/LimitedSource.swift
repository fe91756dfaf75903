/// A source that ends in a failure when it has more bytes than it may have.
final class LimitedSource: ByteSource {
  private let source: any ByteSource
  private let allowance: Allowance
  private var left: Int
  private var state = State.open

  private enum State {
    /// Full: there are more bytes than may be had, which is yet to be told.
    case open, full, over
  }

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

  var share: Double? { source.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    switch state {
    case .open: break
    case .full:
      state = .over
      throw Self.failure
    case .over: return []
    }
    let bytes = try source.read()
    let allowed = min(left, allowance.left)
    guard bytes.count > allowed else {
      left -= bytes.count
      allowance.left -= bytes.count
      return bytes
    }
    allowance.left -= allowed
    state = .full
    return allowed > 0 ? Array(bytes.prefix(allowed)) : try read()
  }

  private static let failure = ArchiveFailure(
    code: "too-large",
    message: """
      It unpacks to more bytes than an archive of posts ever has, so the rest of it was not read. Unpack it \
      yourself and look at it before you trust it.
      """)
}
