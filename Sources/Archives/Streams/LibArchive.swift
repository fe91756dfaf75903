internal import CLibArchive
internal import Glibc

/// One archive or compressed file that libarchive reads; only the formats that are asked for are ever tried.
final class LibArchive {
  private let handle: OpaquePointer
  /// A failure that is thrown once the bytes before it are read.
  private var delayed: ArchiveFailure?

  /// What the bytes come from; the library has only a pointer to it.
  private let content: AnyObject
  private static let blockSize = 256 << 10

  /// The member that is open.
  private var entry: OpaquePointer?

  /// Reads bytes that are plain, or compressed by zstd, xz or bzip2.
  convenience init(compressed feed: BlockFeed) throws(ArchiveFailure) {
    try self.init(feed) { handle in
      archive_read_support_filter_zstd(handle)
      archive_read_support_filter_xz(handle)
      archive_read_support_filter_bzip2(handle)
      archive_read_support_format_raw(handle)
      archive_read_support_format_empty(handle)
    }
  }

  /// Reads a tar archive, decompressed.
  convenience init(tar feed: BlockFeed) throws(ArchiveFailure) {
    try self.init(feed) { handle in archive_read_support_format_tar(handle) }
  }

  private init(
    _ feed: BlockFeed, _ support: (OpaquePointer) -> Void
  ) throws(ArchiveFailure) {
    handle = try Self.newHandle()
    content = feed
    support(handle)
    let pointer = Unmanaged.passUnretained(feed).toOpaque()
    let result = archive_read_open(
      handle, pointer, nil,
      { _, feed, buffer in
        guard let feed,
          let block = Unmanaged<BlockFeed>.fromOpaque(feed).takeUnretainedValue().next()
        else { return -1 }
        buffer?.pointee = UnsafeRawPointer(block.baseAddress)
        return block.count
      }, nil)
    guard result == ARCHIVE_OK else { throw failure }
  }

  /// True when the bytes are decompressed.
  var isCompressed: Bool {
    archive_filter_code(handle, 0) != ARCHIVE_FILTER_NONE
  }

  /// The bytes that were used, as they are stored.
  var consumed: Int {
    Int(archive_filter_bytes(handle, -1))
  }

  /// Opens the content of one member of a zip.
  init(_ content: ZipContent) throws(ArchiveFailure) {
    handle = try Self.newHandle()
    self.content = content
    archive_read_support_format_zip_streamable(handle)
    let pointer = Unmanaged.passUnretained(content).toOpaque()
    let result = archive_read_open(
      handle, pointer, nil,
      { _, content, buffer in
        guard let content else { return -1 }
        let block = Unmanaged<ZipContent>.fromOpaque(content).takeUnretainedValue().nextBlock()
        buffer?.pointee = block.baseAddress
        return block.count
      }, nil)
    guard result == ARCHIVE_OK else { throw failure }
  }

  private static func newHandle() throws(ArchiveFailure) -> OpaquePointer {
    guard let handle = archive_read_new() else {
      throw ArchiveFailure(code: "no-memory", message: "There is no memory to read it.")
    }
    return handle
  }

  deinit {
    archive_read_free(handle)
  }

  /// Goes on to the next member, the only one of a compressed file; false after the last.
  func openMember() throws(ArchiveFailure) -> Bool {
    let result = archive_read_next_header(handle, &entry)
    // A warning is about a name or an attribute, not about the content.
    guard [ARCHIVE_OK, ARCHIVE_WARN, ARCHIVE_EOF].contains(result) else { throw failure }
    return result != ARCHIVE_EOF
  }

  /// The path of the open member; `nil` when it is no plain file, or its name is no text.
  var memberPath: String? {
    guard archive_entry_filetype(entry) == S_IFREG, archive_entry_hardlink(entry) == nil,
      let name = archive_entry_pathname(entry)
    else { return nil }
    return String(validatingCString: name)
  }

  /// The next bytes of the member; none at its end.
  ///
  /// What could be read before a failure comes before the failure.
  func read() throws(ArchiveFailure) -> [UInt8] {
    if let failure = delayed {
      delayed = nil
      throw failure
    }
    while true {
      var block: UnsafeRawPointer?
      var count = 0
      var offset: la_int64_t = 0
      let result = archive_read_data_block(handle, &block, &count, &offset)
      if result == ARCHIVE_EOF { return [] }
      // At the end of a member whose sums are wrong, its last bytes come with a warning.
      if result == ARCHIVE_WARN, count > 0 {
        delayed = failure
      } else if result < ARCHIVE_OK {
        throw failure
      }
      if let block, count > 0 { return [UInt8](UnsafeRawBufferPointer(start: block, count: count)) }
    }
  }

  private var failure: ArchiveFailure {
    if let failure = (content as? ZipContent)?.failure { return failure }
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged"
    return ArchiveFailure(
      code: "damaged", message: "It cannot be read any further: \(reason).")
  }
}
