import Files
import Glibc

/// Reads and writes whole files.
enum ByteFile {
  /// Why a file could not be read or written.
  struct Fault: Error, Equatable {
    /// The stable code, such as `not-found`.
    let code: String
    /// The reason in words.
    let reason: String

    fileprivate init(_ number: Int32) {
      code =
        switch number {
        case ENOENT: "not-found"
        case EACCES, EPERM: "not-permitted"
        case EISDIR: "is-a-directory"
        default: "unreadable"
        }
      reason = SystemFault(number).words
    }

    fileprivate init(code: String, reason: String) {
      self.code = code
      self.reason = reason
    }
  }

  /// True when a file with contents of its own is there; a device or a pipe is none.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads a file.
  static func read(_ path: String, atMost limit: Int) throws(Fault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(errno) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, atMost: limit)
  }

  /// Reads an open file to its end.
  static func read(descriptor: Int32, atMost limit: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var size = 16 << 10
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
        count = Glibc.read(descriptor, buffer.baseAddress, size)
        used = max(count, 0)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          Descriptor.wait(for: POLLIN, of: descriptor)
          continue
        }
        throw Fault(errno)
      }
      bytes += chunk
      if bytes.count > limit {
        throw Fault(
          code: "too-large", reason: "it has more than \(limit >> 20) MiB")
      }
      size = min(size * 2, 1 << 20)
    }
  }

  /// Writes a file beside its final place and moves it there, so that nobody ever sees half of it.
  ///
  /// With `isDurable` the file has reached the disk when this returns, its name included.
  static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = false) throws(Fault) {
    let (final, mode): (String, mode_t)
    switch OutputPlace(path) {
    case .stream(let stream): return try write(bytes, to: stream)
    case .special: return try writeInPlace(bytes, to: path)
    case .file(let path, let known): (final, mode) = (path, known)
    }
    do throws(SystemFault) {
      let file = try NewFile(final, mode: mode)
      try file.write(bytes)
      try file.replace(isFlushed: isDurable)
      if isDurable { try Folder.flush(Folder.parent(of: final) ?? ".") }
    } catch {
      throw Fault(error.number)
    }
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    do throws(Console.Fault) {
      try Console.write(bytes, descriptor: descriptor)
    } catch {
      throw Fault(error)
    }
  }
}

extension ByteFile.Fault {
  fileprivate init(_ fault: Console.Fault) {
    switch fault {
    case .closed: self.init(code: "unwritable", reason: "nobody reads it")
    case .failed(let reason): self.init(code: "unwritable", reason: reason)
    }
  }
}
