import Glibc

/// Where the bytes for a path really go: an open stream, a device or pipe, or a file that is replaced as a whole.
enum OutputPlace {
  /// A stream of this process, which goes on from where it is.
  case stream(Int32)
  /// A device or a pipe, which cannot be replaced and is written to as it is.
  case special
  /// A file, by its path without links, and the mode that it has or is to have.
  case file(path: String, mode: mode_t)

  /// Looks at what is at a path; a link leads to what it names, so that the link itself stays.
  init(_ path: String) {
    switch path {
    case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1": self = .stream(STDOUT_FILENO)
    case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2": self = .stream(STDERR_FILENO)
    default: self = Self.atPath(path)
    }
  }

  private static func atPath(_ path: String) -> OutputPlace {
    var status = stat()
    guard stat(path, &status) == 0 else { return .file(path: path, mode: 0o644) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .special }
    guard let resolved = realpath(path, nil) else { return .special }
    defer { free(resolved) }
    return .file(path: String(cString: resolved), mode: status.st_mode & 0o777)
  }
}
