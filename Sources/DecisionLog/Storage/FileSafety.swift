import Files
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
      throw .unusable(path: path, reason: SystemFault(errno).words)
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
    let folder = Folder.parent(of: path) ?? "."
    var status = Glibc.stat()
    guard stat(folder, &status) == 0 else {
      throw .unusable(path: folder, reason: SystemFault(errno).words)
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
      throw .unusable(path: path, reason: SystemFault(errno).words)
    }
    return status
  }

  // MARK: - Making

  /// Makes a file that only its owner, or the group that shares it, can reach, and the folders above it.
  ///
  /// It gets its name when it is whole, closed and on the disk: nobody ever reads half a key, and closing a file that SQLite
  /// has open would lose SQLite's locks.
  ///
  /// - Returns: Whether it was made; false when another program was quicker.
  func make(_ bytes: [UInt8], sharedMode: mode_t) throws(LogFault) -> Bool {
    do throws(SystemFault) {
      let folder = Folder.parent(of: path) ?? "."
      try Folder.make(folder, mode: 0o700)
      let file = try NewFile(path, mode: 0o600)
      if isShared { fchmod(file.descriptor, sharedMode) }
      try file.write(bytes)
      let isMade = try file.claim()
      try Folder.flush(folder)
      return isMade
    } catch {
      throw .unusable(path: path, reason: error.words)
    }
  }
}
