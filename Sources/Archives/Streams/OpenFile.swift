internal import Glibc

/// An open file, read from its start on or at any place.
final class OpenFile: ByteSource {
  private let descriptor: Int32
  /// Reads the file from its start on, and closes it in the end.
  private let source: DescriptorSource
  /// The number of its bytes when it was opened.
  let size: Int

  /// Opens a regular file; of one that stands in an open folder, no link is followed.
  init(path: String, in folder: Int32? = nil) throws(ArchiveFailure) {
    // Without waiting, since a pipe would wait for a writer for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (folder == nil ? 0 : O_NOFOLLOW)
    descriptor = openat(folder ?? AT_FDCWD, path, flags)
    guard descriptor >= 0 else { throw ArchiveFailure.unopened(errno) }
    source = DescriptorSource(descriptor, isOwn: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ArchiveFailure(
        code: "not-a-file", message: "It is a folder, a pipe or a device, not a file.")
    }
    size = Int(status.st_size)
  }

  var share: Double? { source.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    try source.read()
  }

  /// Bytes at a place, fewer at the end of the file.
  func bytes(at offset: Int, count: Int) throws(ArchiveFailure) -> [UInt8] {
    guard offset >= 0, offset < size, count > 0 else { return [] }
    let wanted = min(count, size - offset)
    var isFine = true
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, used in
      while used < wanted {
        let read = pread(
          descriptor, buffer.baseAddress?.advanced(by: used), wanted - used, offset + used)
        if read < 0, errno == EINTR { continue }
        isFine = read >= 0
        if read <= 0 { return }
        used += read
      }
    }
    guard isFine else { throw .unreadable(errno) }
    return bytes
  }
}
