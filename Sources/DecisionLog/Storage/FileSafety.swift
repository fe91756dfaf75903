import Glibc

/// Looks whether a file, and the folder that it lies in, belong to the user alone, or to a group that shares them.
struct FileSafety {
  /// The file.
  let path: String
  /// True when a group of users keeps one log together.
  var isShared = false

  /// Makes sure that an open file can be read by its owner alone, who is the user.
  func checkSecret(_ descriptor: Int32) throws(LogFault) {
    let status = try status(descriptor)
    try checkOwner(status)
    guard status.st_mode & (isShared ? 0o037 : 0o077) == 0 else {
      throw .unsafe(
        path: path,
        reason: "others than you can read it; run `chmod \(isShared ? "640" : "600")` on it, "
          + "and make a new log with a new key if somebody may have read it")
    }
  }

  /// Makes sure that nobody else can change the file or put another in its place.
  ///
  /// The file is not opened for this: closing it again would lose SQLite's locks.
  func checkLog() throws(LogFault) {
    var status = Glibc.stat()
    guard lstat(path, &status) == 0 else {
      throw .unusable(path: path, reason: SystemWords.of(errno))
    }
    try checkOwner(status)
    guard status.st_mode & (isShared ? 0o007 : 0o022) == 0 else {
      throw .unsafe(
        path: path,
        reason: "others than you can write to it; run `chmod \(isShared ? "660" : "600")` on it")
    }
    try checkFolder()
  }

  private func checkOwner(_ status: stat) throws(LogFault) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unusable(path: path, reason: "it is not a file of its own")
    }
    guard isShared || status.st_uid == geteuid() else {
      throw .unsafe(path: path, reason: "it belongs to another user; name a file of your own")
    }
  }

  private func checkFolder() throws(LogFault) {
    let folder = Self.folder(of: path)
    var status = Glibc.stat()
    guard stat(folder, &status) == 0 else {
      throw .unusable(path: folder, reason: SystemWords.of(errno))
    }
    guard isShared || status.st_uid == geteuid() || status.st_uid == 0 else {
      throw .unsafe(
        path: folder, reason: "the folder belongs to another user; keep the log in your own")
    }
    // In a folder like /tmp others can add files, but not replace those of the user.
    let others: mode_t = isShared ? 0o002 : 0o022
    guard status.st_mode & others == 0 || status.st_mode & S_ISVTX != 0 else {
      throw .unsafe(
        path: folder, reason: "others than you can write to the folder; run `chmod go-w` on it")
    }
  }

  private func status(_ descriptor: Int32) throws(LogFault) -> stat {
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unusable(path: path, reason: SystemWords.of(errno))
    }
    return status
  }

  // MARK: - Folders

  /// The folder that a file lies in.
  static func folder(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// Makes the folder of a file and those above it, for the user alone.
  static func makeFolder(of path: String) throws(LogFault) {
    let folder = folder(of: path)
    if access(folder, F_OK) == 0 { return }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .unusable(path: folder, reason: SystemWords.of(errno))
    }
  }

  /// Makes sure that a new name in the folder of a file has reached the disk.
  static func flushFolder(of path: String) throws(LogFault) {
    let folder = folder(of: path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unusable(path: folder, reason: SystemWords.of(errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .unusable(path: folder, reason: SystemWords.of(errno))
    }
  }
}
