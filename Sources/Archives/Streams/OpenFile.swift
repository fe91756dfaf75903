internal import Glibc

/// An open file, read from its start on or at any place.
final class OpenFile: ByteSource {
  /// The open file, for libraries that read it themselves.
  let descriptor: Int32
  /// The number of its bytes when it was opened.
  let size: Int
  private static let chunkSize = 256 << 10

  /// Opens a regular file; of one that stands in an open folder, no link is followed.
  init(path: String, in folder: Int32? = nil) throws(ArchiveFailure) {
    // Without waiting, since a pipe would wait for a writer for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (folder == nil ? 0 : O_NOFOLLOW)
    descriptor = openat(folder ?? AT_FDCWD, path, flags)
    guard descriptor >= 0 else { throw ArchiveFailure(reading: path, error: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ArchiveFailure(
        code: "not-a-file", message: "\(path) is a folder, a pipe or a device, not a file.")
    }
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  func read() throws(ArchiveFailure) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, used in
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      used = max(0, count)
    }
    guard count >= 0 else { throw unreadable }
    return bytes
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
    guard isFine else { throw unreadable }
    return bytes
  }

  /// Sets the place from which the file is read on.
  func move(to offset: Int) {
    lseek(descriptor, offset, SEEK_SET)
  }

  private var unreadable: ArchiveFailure {
    ArchiveFailure(
      code: "unreadable",
      message: "It cannot be read any further: \(String(cString: strerror(errno))).")
  }
}
