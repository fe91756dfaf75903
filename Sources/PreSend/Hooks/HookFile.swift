import Files
import Glibc

/// A file that is run as a hook, or a folder of such files.
enum HookFile {
  /// True when something is there.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Refuses a folder that others could put hooks into.
  static func checkFolder(_ path: String) throws(HookFault) {
    let status = try status(of: path)
    if status.st_mode & S_IFMT != S_IFDIR {
      throw .unsafe(path: path, reason: "it is no folder")
    }
    try checkOwner(status, path)
    try checkAbove(path)
  }

  /// Refuses a folder that others could put another in the place of: what is above it must not be theirs to change.
  private static func checkAbove(_ path: String) throws(HookFault) {
    guard let whole = realpath(path, nil) else { throw .system(errno, path: path) }
    defer { free(whole) }
    var above = Array(String(cString: whole).utf8)
    while let slash = above.lastIndex(of: UInt8(ascii: "/")) {
      above = Array(above[..<slash])
      let folder = above.isEmpty ? "/" : String(decoding: above, as: UTF8.self)
      let status = try status(of: folder)
      // In a folder like /tmp others can add files, but not move those of the user.
      let isOpen =
        status.st_mode & (S_IWGRP | S_IWOTH) != 0 && status.st_mode & S_ISVTX == 0
      if isOpen {
        throw .unsafe(path: path, reason: "others can write to the folder \(folder) above it")
      }
    }
  }

  /// Refuses a hook that others could have changed, and one that cannot be run.
  static func check(_ path: String) throws(HookFault) {
    let status = try status(of: path)
    if status.st_mode & S_IFMT != S_IFREG {
      throw .unsafe(path: path, reason: "it is no regular file")
    }
    try checkOwner(status, path)
    if access(path, X_OK) != 0 {
      throw .unsafe(path: path, reason: "it is not executable (chmod u+x)")
    }
  }

  private static func status(of path: String) throws(HookFault) -> stat {
    var status = stat()
    // Where a link leads is what counts, since that is what is run.
    guard stat(path, &status) == 0 else { throw .system(errno, path: path) }
    return status
  }

  private static func checkOwner(_ status: stat, _ path: String) throws(HookFault) {
    if status.st_uid != geteuid(), status.st_uid != 0 {
      throw .unsafe(path: path, reason: "it belongs to another user")
    }
    if status.st_mode & (S_IWGRP | S_IWOTH) != 0 {
      throw .unsafe(path: path, reason: "others than its owner can write to it")
    }
  }

  /// The bytes of a hook, at most the first 64 KiB.
  static func read(_ path: String) throws(HookFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var count = 1
    while count > 0, bytes.count < 64 << 10 {
      let chunk = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, used in
        count = Glibc.read(descriptor, buffer.baseAddress, 16 << 10)
        used = max(count, 0)
      }
      bytes += chunk
    }
    guard count >= 0 else { throw .system(errno, path: path) }
    return bytes
  }

  /// Writes a hook beside its place and moves it there, so that half a hook is never run, nor none in its stead.
  ///
  /// - Parameters:
  ///   - bytes: The hook.
  ///   - path: Its place.
  ///   - aside: What the hook that is there is called from then on; `nil` to let it go.
  /// - Throws: Why it is not there; what was there is as before.
  static func write(_ bytes: [UInt8], to path: String, keeping aside: String?) throws(HookFault) {
    do throws(SystemFault) {
      let file = try NewFile(path, mode: 0o700)
      try file.write(bytes)
      // The mask of the process may have taken the right to run it away.
      guard fchmod(file.descriptor, 0o755) == 0 else {
        let fault = SystemFault(errno)
        file.discard()
        throw fault
      }
      // A second name for what is there: no moment is without a hook.
      if let aside, link(path, aside) != 0 {
        let fault = SystemFault(errno)
        file.discard()
        throw fault
      }
      do throws(SystemFault) {
        try file.replace(isFlushed: true)
      } catch {
        if let aside { unlink(aside) }
        throw error
      }
      try Folder.flush(Folder.parent(of: path) ?? ".")
    } catch {
      throw .system(error.number, path: path)
    }
  }

  /// Moves a hook.
  static func move(_ path: String, to other: String) throws(HookFault) {
    guard rename(path, other) == 0 else { throw .system(errno, path: path) }
  }

  /// Takes a hook away.
  static func remove(_ path: String) throws(HookFault) {
    guard unlink(path) == 0 else { throw .system(errno, path: path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(HookFault) {
    do throws(SystemFault) {
      try Folder.make(path)
    } catch {
      throw .system(error.number, path: path)
    }
  }

  /// The names in a folder in byte order; none when there is no such folder.
  static func names(in path: String) throws(HookFault) -> [String] {
    do throws(SystemFault) {
      return try Folder.names(in: path).filter { $0.utf8.first != UInt8(ascii: ".") }
    } catch {
      if error.number == ENOENT { return [] }
      throw .system(error.number, path: path)
    }
  }
}

extension HookFault {
  /// What the system says of a file.
  static func system(_ number: Int32, path: String) -> HookFault {
    .system(path: path, reason: SystemFault(number).words)
  }
}
