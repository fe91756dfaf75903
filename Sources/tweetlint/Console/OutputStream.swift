import Files
import Glibc

/// Where the results of a long run go, piece by piece: standard output, or a file that appears when it is complete.
///
/// When a piece cannot be written, what stays is whole lines: a reader of the output never meets half of one.
final class OutputStream {
  private let path: String?
  /// The file that takes its place at the end.
  private let file: NewFile?
  private let descriptor: Int32
  /// False for a stream of the process, which is not ours to close.
  private let isOwn: Bool
  private var isOpen = true

  /// Opens a file beside its final place, or takes standard output when there is no path.
  init(path: String?) throws(CommandFault) {
    self.path = path
    switch path.map({ OutputPlace($0) }) ?? .stream(STDOUT_FILENO) {
    case .stream(let stream): (descriptor, isOwn, file) = (stream, false, nil)
    case .special:
      (descriptor, isOwn, file) = (open(path ?? "", O_WRONLY | O_CLOEXEC), true, nil)
      if descriptor < 0 { throw Self.fault(path ?? "the output", SystemFault(errno)) }
    case .file(let final, let mode):
      do throws(SystemFault) {
        let file = try NewFile(final, mode: mode)
        (descriptor, isOwn, self.file) = (file.descriptor, true, file)
      } catch {
        throw Self.fault(final, error)
      }
      // So that nobody takes it for left over while it is written.
      flock(descriptor, LOCK_EX | LOCK_NB)
    }
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
    guard isOpen, isOwn, let path else { return }
    isOpen = false
    do throws(SystemFault) {
      if let file {
        try file.replace(isFlushed: true)
        // What a run could go on from is taken away next.
        try Folder.flush(Folder.parent(of: file.path) ?? ".")
      } else if close(descriptor) != 0 {
        throw SystemFault(errno)
      }
    } catch {
      throw Self.fault(path, error)
    }
  }

  /// Takes back what was written to a file that has not reached its place.
  func discard() {
    guard isOpen, isOwn else { return }
    isOpen = false
    if let file { file.discard() } else { close(descriptor) }
  }

  private static func fault(_ path: String, _ fault: SystemFault) -> CommandFault {
    .message("could not write \(path): \(fault.words)")
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
