import Glibc

/// The system's reasons for refusing, in words.
enum SystemWords {
  /// The words for an error number.
  static func of(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission is denied"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of the path is not a directory"
    case ENOSPC: "the disk is full"
    default: String(cString: strerror(number))
    }
  }
}
