internal import CLibArchive
internal import Glibc

/// Writes a file that is compressed while it is written.
package final class CompressedOutput {
  private let handle: OpaquePointer
  private let entry: OpaquePointer

  /// The ways to compress.
  package enum Compression: String, Sendable, CaseIterable {
    case zstd, gzip, none

    /// What follows the name of a file of lines.
    package var suffix: String {
      switch self {
      case .zstd: ".zst"
      case .gzip: ".gz"
      case .none: ""
      }
    }
  }

  /// Begins on an open file, which stays the caller's to close.
  package init(descriptor: Int32, compression: Compression) throws(ArchiveFailure) {
    guard let handle = archive_write_new(), let entry = archive_entry_new() else {
      throw ArchiveFailure(code: "no-memory", message: "There is no memory to write it.")
    }
    self.handle = handle
    self.entry = entry
    switch compression {
    case .zstd: archive_write_add_filter_zstd(handle)
    case .gzip:
      archive_write_add_filter_gzip(handle)
      // A time of making would make every file another one.
      archive_write_set_filter_option(handle, "gzip", "timestamp", nil)
    case .none: archive_write_add_filter_none(handle)
    }
    archive_write_set_format_raw(handle)
    archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
    guard archive_write_open_fd(handle, descriptor) == ARCHIVE_OK,
      archive_write_header(handle, entry) == ARCHIVE_OK
    else { throw failure }
  }

  deinit {
    archive_entry_free(entry)
    archive_write_free(handle)
  }

  /// Adds bytes.
  package func write(_ bytes: [UInt8]) throws(ArchiveFailure) {
    let written = archive_write_data(handle, bytes, bytes.count)
    guard written == bytes.count else { throw failure }
  }

  /// Writes what is left.
  package func finish() throws(ArchiveFailure) {
    guard archive_write_close(handle) == ARCHIVE_OK else { throw failure }
  }

  private var failure: ArchiveFailure {
    let reason = archive_error_string(handle).map { String(cString: $0) } ?? "it failed"
    return ArchiveFailure(code: "unwritable", message: reason)
  }
}
