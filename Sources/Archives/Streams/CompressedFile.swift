internal import Glibc

/// A file or standard input, decompressed while it is read when it is compressed.
package final class CompressedFile: ByteSource {
  private let plain: any ByteSource

  /// Opens a file; what can make its reader wait, such as a pipe, is at its end when `shouldStop` says so.
  package convenience init(
    path: String, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(ArchiveFailure) {
    // Without waiting, since a pipe waits for its writer where it is read.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ArchiveFailure.unopened(errno) }
    try self.init(DescriptorSource(descriptor, isOwn: true, shouldStop: shouldStop))
  }

  /// Reads standard input, which is at its end when `shouldStop` says so.
  package static func standardInput(
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(ArchiveFailure) -> CompressedFile {
    try CompressedFile(DescriptorSource(STDIN_FILENO, isOwn: false, shouldStop: shouldStop))
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

extension ArchiveFailure {
  /// The system's refusal to read on.
  static func unreadable(_ error: Int32) -> ArchiveFailure {
    ArchiveFailure(
      code: "unreadable",
      message: "It cannot be read any further: \(String(cString: strerror(error))).")
  }

  /// The system's refusal to open a file; whoever tells it names the file.
  static func unopened(_ error: Int32) -> ArchiveFailure {
    let code =
      switch error {
      case ENOENT: "not-found"
      case EACCES, EPERM: "not-permitted"
      default: "unreadable"
      }
    return ArchiveFailure(
      code: code, message: "It cannot be opened: \(String(cString: strerror(error))).")
  }
}
