/// Bytes that libarchive decompresses when they are compressed in a way that it knows.
final class FilteredSource: ByteSource {
  private let feed: BlockFeed
  private var archive: LibArchive?

  /// Takes bytes as they are stored.
  init(_ source: any ByteSource) throws(ArchiveFailure) {
    feed = BlockFeed(source)
    do throws(ArchiveFailure) {
      let archive = try LibArchive(compressed: feed)
      // A file without a byte has no member.
      if try archive.openMember() { self.archive = archive }
    } catch {
      // The library knows only that there was nothing; the source knows why.
      throw feed.failure ?? error
    }
  }

  var share: Double? { feed.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard let archive else { return [] }
    do throws(ArchiveFailure) {
      let bytes = try archive.read()
      guard bytes.isEmpty else { return bytes }
      self.archive = nil
      if archive.isCompressed, try feed.hasMore(than: archive.consumed) { throw .afterData }
      return []
    } catch {
      self.archive = nil
      throw feed.failure ?? error
    }
  }
}
