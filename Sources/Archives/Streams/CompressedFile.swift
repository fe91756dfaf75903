internal import Glibc

/// A file or standard input, decompressed while it is read when it is compressed.
package final class CompressedFile: ByteSource {
  private let descriptor: Int32
  private let isOwn: Bool
  private var archive: LibArchive?

  /// Opens a file.
  package convenience init(path: String) throws(ArchiveFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ArchiveFailure(reading: path, error: errno) }
    try self.init(descriptor: descriptor, isOwn: true)
  }

  /// Reads standard input.
  package static func standardInput() throws(ArchiveFailure) -> CompressedFile {
    try CompressedFile(descriptor: STDIN_FILENO, isOwn: false)
  }

  private init(descriptor: Int32, isOwn: Bool) throws(ArchiveFailure) {
    self.descriptor = descriptor
    self.isOwn = isOwn
    do throws(ArchiveFailure) {
      let archive = try LibArchive(compressedFile: descriptor)
      // A file without a byte has no member.
      if try archive.openMember() { self.archive = archive }
    } catch {
      if isOwn { close(descriptor) }
      throw error
    }
  }

  deinit {
    archive = nil
    if isOwn { close(descriptor) }
  }

  /// By the place in the file, compressed as it is.
  package var share: Double? {
    var status = stat()
    let place = lseek(descriptor, 0, SEEK_CUR)
    guard fstat(descriptor, &status) == 0, status.st_size > 0, place >= 0 else { return nil }
    return min(1, Double(place) / Double(status.st_size))
  }

  package func read() throws(ArchiveFailure) -> [UInt8] {
    guard let archive else { return [] }
    do throws(ArchiveFailure) {
      return try archive.read()
    } catch {
      self.archive = nil
      throw error
    }
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
