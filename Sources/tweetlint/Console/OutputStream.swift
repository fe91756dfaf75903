import Glibc

/// Where the results of a long run go, piece by piece: standard output, or a file that appears when it is complete.
///
/// When a piece cannot be written, what stays is whole lines: a reader of the output never meets half of one.
final class OutputStream {
  private let path: String?
  private let temporary: String?
  private let descriptor: Int32
  private var isOpen = true

  /// Opens a file beside its final place, or takes standard output when there is no path.
  init(path: String?) throws(CommandFault) {
    self.path = path
    guard let path, !Self.isSpecial(path) else {
      temporary = nil
      descriptor = path.map { open($0, O_WRONLY | O_CLOEXEC) } ?? STDOUT_FILENO
      if descriptor < 0, let path { throw Self.fault(path) }
      return
    }
    let temporary = "\(path).\(getpid()).part"
    self.temporary = temporary
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.fault(path) }
    // So that nobody takes it for left over while it is written.
    flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    discard()
  }

  /// Writes a piece that ends with a line end.
  func write(_ bytes: [UInt8]) throws(Console.Fault) {
    do throws(Console.Fault) {
      try Console.write(bytes, descriptor: descriptor)
    } catch {
      WholeLines.keep(in: descriptor)
      throw error
    }
  }

  /// Moves the file to its place; nobody sees it before.
  func finish() throws(CommandFault) {
    guard isOpen, let path else { return }
    isOpen = false
    guard fsyncIfPossible(), close(descriptor) == 0,
      temporary.map({ rename($0, path) == 0 }) ?? true
    else {
      let fault = Self.fault(path)
      if let temporary { unlink(temporary) }
      throw fault
    }
  }

  /// Takes back what was written to a file that has not reached its place.
  func discard() {
    guard isOpen, path != nil else { return }
    isOpen = false
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  /// A device or a pipe has nothing to flush to.
  private func fsyncIfPossible() -> Bool {
    temporary == nil || fsync(descriptor) == 0
  }

  /// A device or a pipe cannot be replaced; it is written to as it is.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  private static func fault(_ path: String) -> CommandFault {
    .message("could not write \(path): \(SystemReason.words(errno))")
  }
}

/// Takes half a line off the end of a file.
enum WholeLines {
  /// Cuts a file after its last line end; anything but a file is left alone.
  static func keep(in descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    var end = lseek(descriptor, 0, SEEK_CUR)
    var byte: UInt8 = 0
    // The output may be open for writing alone, so it is read by a name of its own.
    let reader = open("/proc/self/fd/\(descriptor)", O_RDONLY | O_CLOEXEC)
    guard reader >= 0 else { return }
    defer { close(reader) }
    while end > 0, pread(reader, &byte, 1, end - 1) == 1, byte != UInt8(ascii: "\n") { end -= 1 }
    if ftruncate(descriptor, end) == 0 { lseek(descriptor, end, SEEK_SET) }
  }
}
