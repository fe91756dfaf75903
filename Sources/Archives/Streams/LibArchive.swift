internal import CLibArchive
internal import Glibc

/// One archive or compressed file that libarchive reads; only the formats that are asked for are ever tried.
final class LibArchive {
  private let handle: OpaquePointer

  /// What is read.
  enum Format {
    /// One file, plain or compressed by gzip, zstd, xz or bzip2.
    case compressedFile
    /// A zip archive, found by the directory at its end, so that members that are not wanted are never opened.
    case zip
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
    case .zip:
      archive_read_support_format_zip_seekable(handle)
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
  func read() throws(ArchiveFailure) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, used in
      count = archive_read_data(handle, buffer.baseAddress, buffer.count)
      used = max(0, count)
    }
    guard count >= 0 else { throw failure }
    return bytes
  }

  private var failure: ArchiveFailure {
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged"
    return ArchiveFailure(
      code: "damaged", message: "It cannot be read any further: \(reason).")
  }
}
