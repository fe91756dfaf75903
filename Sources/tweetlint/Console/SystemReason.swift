import Glibc

/// The system's reasons for refusing, in words.
enum SystemReason {
  /// The words for an error number.
  static func words(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "permission is denied"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of the path is not a directory"
    case ENOSPC: "the disk is full"
    case EBADF: "the stream is not open"
    default: String(cString: strerror(number))
    }
  }
}
