internal import Glibc

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
    guard count >= 0 else { throw .unreadable(errno) }
    return bytes
  }
}
