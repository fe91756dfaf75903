internal import Glibc

/// What stands at a path, as far as it decides how it is opened.
enum FileKind {
  /// A folder.
  case folder
  /// A zip archive, by its first bytes.
  case zip
  /// A pipe or a device, which can be read only once; `-` for standard input among them.
  case stream
  /// A file of another kind, or nothing.
  case other

  /// Looks at a path.
  init(path: String) {
    var status = stat()
    if path == "-" {
      self = .stream
      return
    }
    guard stat(path, &status) == 0 else {
      self = .other
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG: self = Self.isZip(path) ? .zip : .other
    default: self = .stream
    }
  }

  /// A zip begins with a member, or, when it is empty, with its end.
  private static func isZip(_ path: String) -> Bool {
    guard let file = try? OpenFile(path: path), let head = try? file.bytes(at: 0, count: 4) else {
      return false
    }
    return head == [0x50, 0x4B, 3, 4] || head == [0x50, 0x4B, 5, 6]
  }
}
