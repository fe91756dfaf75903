package import Glibc

/// Lists and makes folders.
package enum Folder {
  /// The deepest nesting that is looked into: a link may lead round in a circle.
  private static let deepest = 8

  /// True when a folder is there.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder in byte order.
  package static func names(in path: String) throws(SystemFault) -> [String] {
    guard let stream = opendir(path) else { throw SystemFault(errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // Only this tells the end of a folder from a failure.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemFault(errno) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." {
        names.append(name)
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of all files below a folder, relative to it; names that begin with a dot are passed over.
  ///
  /// - Throws: Which folder could not be read, and why: what is in it must not pass for nothing.
  package static func files(below path: String) throws(FolderFault) -> [String] {
    try files(below: path, depth: 0)
  }

  private static func files(below path: String, depth: Int) throws(FolderFault) -> [String] {
    guard depth < deepest else { throw FolderFault(path: path, reason: SystemFault(ELOOP)) }
    let names: [String]
    do throws(SystemFault) {
      names = try Self.names(in: path)
    } catch {
      throw FolderFault(path: path, reason: error)
    }
    var files: [String] = []
    for name in names where name.utf8.first != UInt8(ascii: ".") {
      let whole = path + "/" + name
      if exists(whole) {
        files += try Self.files(below: whole, depth: depth + 1).map { name + "/" + $0 }
      } else {
        files.append(name)
      }
    }
    return files
  }

  /// Makes a folder and those above it, unless it is there.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - mode: Who may do what with the folders that are made, less what the process's mask takes away.
  /// - Throws: Why there is no such folder then.
  package static func make(_ path: String, mode: mode_t = 0o755) throws(SystemFault) {
    if exists(path) { return }
    if let parent = parent(of: path) { try make(parent, mode: mode) }
    guard mkdir(path, mode) != 0 else { return }
    let fault = SystemFault(errno)
    // What ends with a slash has been made on the way, and another program may have been quicker.
    guard !exists(path) else { return }
    throw fault.number == EEXIST ? SystemFault(ENOTDIR) : fault
  }

  /// Makes sure that a new name in a folder has reached the disk, as far as that can be asked for: neither every network
  /// drive can, nor a folder that may be written to and not read.
  package static func flush(_ path: String) throws(SystemFault) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0, errno == EACCES { return }
    guard descriptor >= 0 else { throw SystemFault(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || [EINVAL, ENOTSUP].contains(errno) else {
      throw SystemFault(errno)
    }
  }

  /// The folder above a path, or `nil` at the top of a relative path and at the root.
  package static func parent(of path: String) -> String? {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes.count > 1 else { return nil }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// The folder that the process runs in.
  package static var current: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The folder that the process runs in and those above it.
  package static var currentAndAbove: [String] {
    var folders: [String] = []
    var next = current
    while let folder = next {
      folders.append(folder)
      next = parent(of: folder)
    }
    return folders
  }

  /// A path as seen from a folder; an absolute path stays as it is.
  package static func path(_ path: String, from folder: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty || folder == "." { return path }
    return folder + "/" + path
  }
}
