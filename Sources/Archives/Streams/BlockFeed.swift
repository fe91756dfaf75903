/// Gives a source's bytes to a C library block by block.
final class BlockFeed {
  private let source: any ByteSource
  private var block: UnsafeMutableBufferPointer<UInt8>?
  private var given = 0
  /// Why the source could not be read any further.
  private(set) var failure: ArchiveFailure?

  /// Takes the source.
  init(_ source: any ByteSource) {
    self.source = source
  }

  deinit {
    block?.deallocate()
  }

  /// How much of the source has been given, 0 to 1.
  var share: Double? { source.share }

  /// The next block, which stays until the one after it is asked for; `nil` when the source fails.
  func next() -> UnsafeMutableBufferPointer<UInt8>? {
    block?.deallocate()
    block = nil
    do throws(ArchiveFailure) {
      let bytes = try source.read()
      let next = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
      _ = next.initialize(from: bytes)
      block = next
      given += bytes.count
      return UnsafeMutableBufferPointer(rebasing: next[..<bytes.count])
    } catch {
      failure = error
      return nil
    }
  }

  /// True when there are bytes after those that were used.
  func hasMore(than used: Int) throws(ArchiveFailure) -> Bool {
    if given > used { return true }
    return !(try source.read()).isEmpty
  }
}
