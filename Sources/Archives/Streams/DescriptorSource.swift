internal import Glibc

/// The bytes of an open file as they are.
final class DescriptorSource: ByteSource {
  private static let chunkSize = 256 << 10

  private let descriptor: Int32
  private let isOwn: Bool
  /// Asked while there is nothing to read; `nil` for what never lets anybody wait.
  private let shouldStop: (@Sendable () -> Bool)?

  /// Takes an open file, and closes it at the end when it is its own.
  ///
  /// A pipe or a terminal may have nothing to read for hours; when `shouldStop` says so meanwhile, it is at its end.
  init(_ descriptor: Int32, isOwn: Bool, shouldStop: @escaping @Sendable () -> Bool = { false }) {
    self.descriptor = descriptor
    self.isOwn = isOwn
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    self.shouldStop = isFile ? nil : shouldStop
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
    guard waitForBytes() else { return [] }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, used in
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && (errno == EINTR || errno == EAGAIN && waitForBytes())
      used = max(0, count)
    }
    guard count >= 0 else { throw .unreadable(errno) }
    return bytes
  }

  /// Waits until there is something to read, be it the end; false when somebody asks to stop.
  private func waitForBytes() -> Bool {
    guard let shouldStop else { return true }
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Waiting ends now and then, since a signal may come just before it begins.
    while poll(&state, 1, 200) <= 0 {
      if shouldStop() { return false }
    }
    return true
  }
}
