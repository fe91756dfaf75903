internal import Glibc

/// Lists open folders, and never takes a failure for the end of one.
enum FolderListing {
  /// The names in a folder in byte order, but for its own and that of the folder above.
  static func names(in folder: Int32) throws(ArchiveFailure) -> [String] {
    // A descriptor of its own, since closing the stream closes it.
    let own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .unreadableFolder(errno) }
    guard let stream = fdopendir(own) else {
      let error = errno
      close(own)
      throw .unreadableFolder(error)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // Only this tells the end of a folder from a failure.
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .unreadableFolder(errno) }
        return names.filter { $0 != "." && $0 != ".." }
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
  }

  /// The names in the folder at a path.
  static func names(in path: String) throws(ArchiveFailure) -> [String] {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .unreadableFolder(errno) }
    defer { close(folder) }
    return try names(in: folder)
  }
}

extension ArchiveFailure {
  /// A folder that cannot be looked into.
  static func unreadableFolder(_ error: Int32) -> ArchiveFailure {
    ArchiveFailure(
      code: "not-permitted",
      message: "Its folder cannot be looked into: \(String(cString: strerror(error))).")
  }
}
