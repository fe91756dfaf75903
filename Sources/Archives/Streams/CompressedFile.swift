internal import Glibc

/// A file or standard input, decompressed while it is read when it is compressed.
package final class CompressedFile: ByteSource {
  private let plain: any ByteSource

  /// Opens a file.
  package convenience init(path: String) throws(ArchiveFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ArchiveFailure(reading: path, error: errno) }
    try self.init(DescriptorSource(descriptor, isOwn: true))
  }

  /// Reads standard input.
  package static func standardInput() throws(ArchiveFailure) -> CompressedFile {
    try CompressedFile(DescriptorSource(STDIN_FILENO, isOwn: false))
  }

  private init(_ raw: DescriptorSource) throws(ArchiveFailure) {
    let raw = PeekedSource(raw, count: 1)
    plain =
      raw.peeked.starts(with: [0x1F, 0x8B])
      ? try GzipSource(raw) : try FilteredSource(raw)
  }

  package var share: Double? { plain.share }

  package func read() throws(ArchiveFailure) -> [UInt8] {
    try plain.read()
  }
}

/// The bytes of an open file as they are.
final class DescriptorSource: ByteSource {
  private static let chunkSize = 256 << 10

  private let descriptor: Int32
  private let isOwn: Bool

  /// Takes an open file, and closes it at the end when it is its own.
  init(_ descriptor: Int32, isOwn: Bool) {
    self.descriptor = descriptor
    self.isOwn = isOwn
  }

  deinit {
    if isOwn { close(descriptor) }
  }

  /// By the place in the file.
  var share: Double? {
    var status = stat()
    let place = lseek(descriptor, 0, SEEK_CUR)
    guard fstat(descriptor, &status) == 0, status.st_size > 0, place >= 0 else { return nil }
    return min(1, Double(place) / Double(status.st_size))
  }

  func read() throws(ArchiveFailure) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, used in
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      used = max(0, count)
    }
    guard count >= 0 else {
      throw ArchiveFailure(
        code: "unreadable",
        message: "It cannot be read any further: \(String(cString: strerror(errno))).")
    }
    return bytes
  }
}

/// Bytes that libarchive decompresses when they are compressed in a way that it knows.
final class FilteredSource: ByteSource {
  private let feed: BlockFeed
  private var archive: LibArchive?

  /// Takes bytes as they are stored.
  init(_ source: any ByteSource) throws(ArchiveFailure) {
    feed = BlockFeed(source)
    let archive = try LibArchive(compressed: feed)
    // A file without a byte has no member.
    if try archive.openMember() { self.archive = archive }
  }

  var share: Double? { feed.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard let archive else { return [] }
    do throws(ArchiveFailure) {
      let bytes = try archive.read()
      guard bytes.isEmpty else { return bytes }
      self.archive = nil
      if archive.isCompressed, try feed.hasMore(than: archive.consumed) { throw .behindData }
      return []
    } catch {
      self.archive = nil
      throw feed.failure ?? error
    }
  }
}

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

  /// True when there are bytes behind those that were used.
  func hasMore(than used: Int) throws(ArchiveFailure) -> Bool {
    if given > used { return true }
    return !(try source.read()).isEmpty
  }
}

extension ArchiveFailure {
  /// The system's refusal to open a file.
  init(reading path: String, error: Int32) {
    let code =
      switch error {
      case ENOENT: "not-found"
      case EACCES, EPERM: "not-permitted"
      default: "unreadable"
      }
    self.init(code: code, message: "\(path) cannot be opened: \(String(cString: strerror(error))).")
  }
}
