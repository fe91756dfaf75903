import Glibc

/// Tells whether two paths lead to one file.
enum SameFile {
  /// What tells a file from every other, or `nil` where there is none; a device or a pipe is not replaced.
  private static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// A file that a command reads or keeps.
  struct Kept {
    /// What it is to the person who runs the command, such as “the decision log”.
    let role: String
    /// Where it is, when it is a file.
    let path: String?

    /// Takes a file by its path; `-` and `nil` are none.
    init(_ role: String, _ path: String?) {
      self.role = role
      self.path = path == "-" ? nil : path
    }
  }

  /// Refuses an output that would replace a file which the command reads or keeps.
  static func check(outputs: [String?], keeping kept: [Kept]) throws(CommandFault) {
    for output in outputs.compactMap({ $0 }) {
      try refuseDash(output)
      guard let own = identity(of: output),
        let file = kept.first(where: { $0.path.flatMap(identity) == own })
      else { continue }
      throw .message(
        "\(output) is \(file.role), which the output would replace; name another file")
    }
  }

  /// Refuses files that a command writes when two of them would be one, so that one would replace the other.
  static func check(written files: [(option: String, path: String)]) throws(CommandFault) {
    let files = files.filter { identity(of: $0.path) != nil || access($0.path, F_OK) != 0 }
    for (number, file) in files.enumerated() {
      guard
        let first = files[..<number].first(where: { place(of: $0.path) == place(of: file.path) })
      else { continue }
      throw .message(
        "\(first.option) and \(file.option) both name \(file.path); give each a file of its own")
    }
  }

  /// A path in the form that all paths to one name have, be the file there or not.
  private static func place(of path: String) -> String {
    let name =
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    guard let folder = realpath(Folder.parent(of: path) ?? ".", nil) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + name
  }

  /// Refuses an output that would replace an input, and an input that is given twice under two names.
  static func check(inputs: [String], output: String?) throws(CommandFault) {
    if let output { try refuseDash(output) }
    let known = inputs.map { $0 == "-" ? nil : identity(of: $0) }
    if let output, let own = identity(of: output), let place = known.firstIndex(of: own) {
      throw .message(
        "\(output) is the input \(inputs[place]), which the output would replace; name another file"
      )
    }
    for (place, file) in known.enumerated() {
      guard let file, let first = known[..<place].firstIndex(of: file) else { continue }
      throw .message(
        "\(inputs[place]) is the same file as \(inputs[first]); its posts would count twice")
    }
  }

  private static func refuseDash(_ output: String) throws(CommandFault) {
    guard output != "-" else {
      throw .message("- is no file to write to: without -o, results go to standard output")
    }
  }
}
