import Digests
import Glibc

/// The file with the key of a log: 64 hexadecimal digits that nobody but its owner can read.
struct KeyFile {
  /// Where it lies.
  let path: String
  /// True when a group of users keeps one log together.
  var isShared = false

  /// The key; `nil` when there is no such file.
  func read() throws(LogFault) -> HashKey? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .unusable(path: path, reason: SystemWords.of(errno))
    }
    defer { close(descriptor) }
    try FileSafety(path: path, isShared: isShared).checkSecret(descriptor)
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .unusable(path: path, reason: SystemWords.of(errno)) }
    guard let key = HashKey(hex: Array(buffer[..<count])) else {
      throw .unusable(path: path, reason: "it is no key: it must hold 64 hexadecimal digits")
    }
    return key
  }

  /// Makes a key and keeps it; when another program was quicker, its key counts.
  ///
  /// The file gets its name only when it is whole and on the disk, so nobody ever reads half a key.
  func make() throws(LogFault) -> HashKey {
    try FileSafety.makeFolder(of: path)
    let key = HashKey()
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max)).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unusable(path: path, reason: SystemWords.of(errno)) }
    defer { unlink(temporary) }
    if isShared { fchmod(descriptor, 0o640) }
    let bytes = Array("\(key.hex)\n".utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    let number = errno
    guard close(descriptor) == 0, isWritten else {
      throw .unusable(path: path, reason: SystemWords.of(number))
    }
    if link(temporary, path) == 0 {
      try FileSafety.flushFolder(of: path)
      return key
    }
    guard errno == EEXIST, let other = try read() else {
      throw .unusable(path: path, reason: SystemWords.of(errno))
    }
    return other
  }
}
