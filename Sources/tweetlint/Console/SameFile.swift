import Files
import Glibc

/// Tells whether two paths lead to one file.
enum SameFile {
  /// What tells a file from every other, or `nil` where there is none; a device or a pipe is not replaced.
  private static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// A file that a command reads or keeps, or a folder of such files.
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
      guard let own = identity(of: output) else { continue }
      if let file = kept.first(where: { $0.path.flatMap(identity) == own }) {
        throw .message(
          "\(output) is \(file.role), which the output would replace; name another file")
      }
      if let folder = kept.first(where: { $0.path.map { isFile(output, in: $0) } ?? false }) {
        throw .message(
          "\(output) is a file of \(folder.role), which the output would replace; name another file"
        )
      }
    }
  }

  /// Whether a file lies in a folder, however deep.
  private static func isFile(_ file: String, in folder: String) -> Bool {
    guard Folder.exists(folder), let file = realpath(file, nil) else { return false }
    defer { free(file) }
    guard let folder = realpath(folder, nil) else { return false }
    defer { free(folder) }
    return String(cString: file).utf8.starts(with: (String(cString: folder) + "/").utf8)
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
    try check(outputs: [output], keeping: inputs.map { Kept("the input \($0)", $0) })
    let known = inputs.map { $0 == "-" ? nil : identity(of: $0) }
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

extension Settings {
  /// The files that settings name and commands keep, which nothing that is written elsewhere may replace.
  var kept: [SameFile.Kept] {
    let log = decisions.value.logPath
    return [
      .init("the settings file", file), .init("the decision log", log),
      .init("the key of the decision log", decisions.value.keyPath),
      .init("the folder of rules", rules.value),
    ]
      + ["-wal", "-shm", "-journal"].map { end in
        .init("a part of the decision log", log.map { $0 + end })
      } + addRules.value.map { .init("a folder of rules", $0) }
  }
}
