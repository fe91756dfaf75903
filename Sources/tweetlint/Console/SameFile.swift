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

  /// Refuses outputs that would replace a file which the command reads or keeps, or one another.
  static func check(outputs: [String?], keeping kept: [Kept]) throws(CommandFault) {
    let outputs = outputs.compactMap { $0 }
    for (place, output) in outputs.enumerated() {
      try refuseDash(output)
      let own = identity(of: output)
      if let own, let file = kept.first(where: { $0.path.flatMap(identity) == own }) {
        throw .message(
          "\(output) is \(file.role), which the output would replace; name another file")
      }
      let isTwice = outputs[..<place].contains {
        own == nil ? $0 == output && access(output, F_OK) != 0 : identity(of: $0) == own
      }
      if isTwice {
        throw .message("\(output) is named for two outputs; give each a file of its own")
      }
    }
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
