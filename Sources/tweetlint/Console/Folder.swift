import Glibc

/// Lists and makes folders.
enum Folder {
  /// The deepest nesting that is looked into; deeper folders are no part of a pack.
  private static let deepest = 8

  /// True when a folder is there.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder in byte order, or `nil` when it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." {
        names.append(name)
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of all files below a folder, relative to it, or `nil` when it cannot be read.
  static func files(below path: String, depth: Int = 0) -> [String]? {
    guard depth < deepest, let names = names(in: path) else { return nil }
    var files: [String] = []
    for name in names where name.utf8.first != UInt8(ascii: ".") {
      let whole = path + "/" + name
      if exists(whole) {
        files += (Self.files(below: whole, depth: depth + 1) ?? []).map { name + "/" + $0 }
      } else {
        files.append(name)
      }
    }
    return files
  }

  /// Makes a folder and those above it; true when it is there then.
  static func make(_ path: String) -> Bool {
    if exists(path) { return true }
    if let parent = parent(of: path), !make(parent) { return false }
    // What ends with a slash has been made on the way.
    return mkdir(path, 0o755) == 0 || exists(path)
  }

  /// The folder above a path, or `nil` at the top of a relative path and at the root.
  static func parent(of path: String) -> String? {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes.count > 1 else { return nil }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// The folder that the process runs in.
  static var current: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The folder that the process runs in and those above it.
  static var currentAndAbove: [String] {
    var folders: [String] = []
    var next = current
    while let folder = next {
      folders.append(folder)
      next = parent(of: folder)
    }
    return folders
  }

  /// A path as seen from a folder; an absolute path stays as it is.
  static func path(_ path: String, from folder: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty || folder == "." { return path }
    return folder + "/" + path
  }
}
