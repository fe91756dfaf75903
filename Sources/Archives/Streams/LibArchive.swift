internal import CLibArchive
internal import Glibc

/// One archive or compressed file that libarchive reads; only the formats that are asked for are ever tried.
final class LibArchive {
  private let handle: OpaquePointer
  /// A failure that is thrown once the bytes before it are read.
  private var delayed: ArchiveFailure?

  /// What is read.
  enum Format {
    /// One file, plain or compressed by gzip, zstd, xz or bzip2.
    case compressedFile
    /// The members of a zip archive from the place on at which the file stands, which is where one begins.
    case zipMembers
  }

  /// Opens an open file, which stays the caller's to close.
  init(descriptor: Int32, format: Format) throws(ArchiveFailure) {
    guard let handle = archive_read_new() else {
      throw ArchiveFailure(code: "no-memory", message: "There is no memory to read it.")
    }
    self.handle = handle
    switch format {
    case .compressedFile:
      archive_read_support_filter_gzip(handle)
      archive_read_support_filter_zstd(handle)
      archive_read_support_filter_xz(handle)
      archive_read_support_filter_bzip2(handle)
      archive_read_support_format_raw(handle)
      archive_read_support_format_empty(handle)
    case .zipMembers:
      archive_read_support_format_zip_streamable(handle)
    }
    guard archive_read_open_fd(handle, descriptor, Self.blockSize) == ARCHIVE_OK else {
      throw failure
    }
  }

  deinit {
    archive_read_free(handle)
  }

  private static let blockSize = 256 << 10

  /// Goes on to the next member; `nil` behind the last.
  func nextMember() throws(ArchiveFailure) -> Member? {
    var entry: OpaquePointer?
    let result = archive_read_next_header(handle, &entry)
    if result == ARCHIVE_EOF { return nil }
    // A warning is about a name or an attribute, not about the content.
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw failure }
    // The name as bytes: the C library would want a locale for anything else.
    let name = archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
    let size = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    return Member(
      name: name, size: size, isFile: archive_entry_filetype(entry) & S_IFMT == S_IFREG,
      isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
  }

  /// One member of an archive.
  struct Member {
    /// Its name as it stands in the archive.
    let name: String
    /// The bytes that it says to hold, decompressed.
    let size: Int?
    /// True for a file, false for folders and links.
    let isFile: Bool
    /// True when it needs a password.
    let isEncrypted: Bool
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
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged"
    return ArchiveFailure(
      code: "damaged", message: "It cannot be read any further: \(reason).")
  }
}
