import Glibc

/// Tells whether two paths lead to one file.
enum SameFile {
  /// What tells a file from every other, or `nil` where there is none.
  private static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// Refuses an output that would replace an input, and an input that is given twice under two names.
  static func check(inputs: [String], output: String?) throws(CommandFault) {
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
}
