import Glibc

/// Why the system would not do something with a file.
package struct SystemFault: Error, Equatable {
  /// The system's number for it.
  package let number: Int32

  /// Takes an error number, such as that of the last call.
  package init(_ number: Int32) {
    self.number = number
  }

  /// Why, in words.
  package var words: String {
    switch number {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission is denied"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of the path is not a directory"
    case ENOSPC: "the disk is full"
    case ELOOP: "folders lie too deep, or a link leads in a circle"
    case EBADF: "the stream is not open"
    default: String(cString: strerror(number))
    }
  }
}
