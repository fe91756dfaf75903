/// A source whose first bytes can be looked at before they are read.
package final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private var head: [UInt8] = []
  private var failure: ArchiveFailure?

  /// Reads up to `count` bytes ahead.
  package init(_ source: any ByteSource, count: Int = 64 << 10) {
    self.source = source
    do throws(ArchiveFailure) {
      while head.count < count {
        let bytes = try source.read()
        if bytes.isEmpty { return }
        head += bytes
      }
    } catch {
      failure = error
    }
  }

  /// The first bytes; fewer than were asked for only when there are no more, or none could be read.
  package var peeked: [UInt8] { head }

  package var share: Double? { source.share }

  package func read() throws(ArchiveFailure) -> [UInt8] {
    if !head.isEmpty {
      defer { head = [] }
      return head
    }
    if let failure {
      self.failure = nil
      throw failure
    }
    return try source.read()
  }
}
