import Digests
import Files
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
      throw .unusable(path: path, reason: SystemFault(errno).words)
    }
    defer { close(descriptor) }
    try FileSafety(path: path, isShared: isShared).checkSecret(descriptor)
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .unusable(path: path, reason: SystemFault(errno).words) }
    guard let key = HashKey(hex: Array(buffer[..<count])) else {
      throw .unusable(path: path, reason: "it is no key: it must hold 64 hexadecimal digits")
    }
    return key
  }

  /// Makes a key and keeps it; when another program was quicker, its key counts.
  func make() throws(LogFault) -> HashKey {
    let key = HashKey()
    let safety = FileSafety(path: path, isShared: isShared)
    if try safety.make(Array("\(key.hex)\n".utf8), sharedMode: 0o640) { return key }
    guard let other = try read() else {
      throw .unusable(path: path, reason: SystemFault(ENOENT).words)
    }
    return other
  }
}
