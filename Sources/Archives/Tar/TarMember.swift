/// One member of a tar archive, read while the archive streams by; nothing else of it is kept, and nothing is unpacked.
final class TarMember: ByteSource {
  /// The path of the member in the archive.
  let path: String
  private let feed: BlockFeed
  private let archive: LibArchive
  private let isWanted: (String) -> Bool
  private var isOver = false

  /// Goes on to the first member that is wanted; fails when there is none.
  init?(_ source: any ByteSource, isWanted: @escaping (String) -> Bool) throws(ArchiveFailure) {
    let feed = BlockFeed(source)
    let archive: LibArchive
    do throws(ArchiveFailure) {
      archive = try LibArchive(tar: feed)
    } catch {
      throw feed.failure ?? error
    }
    guard let path = try Self.next(in: archive, feed, isWanted) else { return nil }
    (self.feed, self.archive, self.path, self.isWanted) = (feed, archive, path, isWanted)
  }

  var share: Double? { feed.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard !isOver else { return [] }
    do throws(ArchiveFailure) {
      let bytes = try archive.read()
      guard bytes.isEmpty else { return bytes }
      isOver = true
    } catch {
      isOver = true
      throw feed.failure ?? error
    }
    // Whether the archive is whole, and holds no second one, is seen only at its end.
    if try Self.next(in: archive, feed, isWanted) != nil { throw .secondMember(path) }
    return []
  }

  /// The path of the next member that is wanted; a link or a folder of such a name is none.
  private static func next(
    in archive: LibArchive, _ feed: BlockFeed, _ isWanted: (String) -> Bool
  ) throws(ArchiveFailure) -> String? {
    do throws(ArchiveFailure) {
      while try archive.openMember() {
        if let path = archive.memberPath, isWanted(path) { return path }
      }
      return nil
    } catch {
      throw feed.failure ?? error
    }
  }

  /// True for the first bytes of a tar archive: each member begins with a block of 512 bytes with this mark in it.
  static func recognises(head: [UInt8]) -> Bool {
    head.count >= 512 && head[257...].starts(with: Array("ustar".utf8))
  }
}

extension ArchiveFailure {
  /// A member that an archive holds more than once.
  fileprivate static func secondMember(_ path: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "second-archive",
      message: "There is another such file after \(path) in the archive, and it was not read. "
        + "Unpack the archive and give each of them by itself.")
  }
}
