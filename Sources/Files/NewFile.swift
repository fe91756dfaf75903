package import Glibc

/// A file that is written beside its place and gets its name when it is whole, so that nobody ever sees half of it.
///
/// A program that is killed leaves `NAME.PROCESS.part` behind, or `NAME.PROCESS-NUMBER.part` when it wrote more than one.
package struct NewFile {
  /// Its place.
  package let path: String
  /// What to write to.
  package let descriptor: Int32
  /// Where it is written.
  private let temporary: String

  /// How many files may be written beside one place.
  private static let mostBeside = 100

  /// Opens a file beside its place.
  ///
  /// - Parameters:
  ///   - path: Its place.
  ///   - mode: Who may do what with it, less what the process's mask takes away.
  /// - Throws: Why it could not be opened.
  package init(_ path: String, mode: mode_t) throws(SystemFault) {
    self.path = path
    var number = 0
    while true {
      // Another thread may write the same file, and a process of this number may have been killed.
      let temporary = "\(path).\(getpid())\(number == 0 ? "" : "-\(number)").part"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 {
        (self.temporary, self.descriptor) = (temporary, descriptor)
        return
      }
      number += 1
      guard errno == EEXIST, number < Self.mostBeside else { throw SystemFault(errno) }
    }
  }

  /// Writes to it; when that fails, it is taken back.
  package func write(_ bytes: [UInt8]) throws(SystemFault) {
    do throws(SystemFault) {
      try Descriptor.write(bytes, to: descriptor)
    } catch {
      discard()
      throw error
    }
  }

  /// Moves it to its place, instead of what is there; when that fails, it is taken back.
  ///
  /// - Parameter isFlushed: Whether its bytes have reached the disk before.
  /// - Throws: Why it is not there.
  package func replace(isFlushed: Bool) throws(SystemFault) {
    let isWhole = !isFlushed || fsync(descriptor) == 0
    let number = errno
    guard close(descriptor) == 0, isWhole, rename(temporary, path) == 0 else {
      let fault = SystemFault(isWhole ? errno : number)
      unlink(temporary)
      throw fault
    }
  }

  /// Gives it its name once its bytes have reached the disk, unless something is there; it is taken back then.
  ///
  /// - Returns: Whether it got its name.
  package func claim() throws(SystemFault) -> Bool {
    defer { unlink(temporary) }
    let isWhole = fsync(descriptor) == 0
    let number = errno
    guard close(descriptor) == 0, isWhole else { throw SystemFault(isWhole ? errno : number) }
    if link(temporary, path) == 0 { return true }
    guard errno == EEXIST else { throw SystemFault(errno) }
    return false
  }

  /// Takes it back.
  package func discard() {
    close(descriptor)
    unlink(temporary)
  }
}
