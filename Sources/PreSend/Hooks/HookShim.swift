/// The few lines of shell that stand where a tool looks for its hook, and call TweetLint.
enum HookShim {
  /// The line by which a shim is known as ours.
  private static let mark = "# TweetLint hook; `tweetlint hook uninstall` takes it away."

  /// The shim for a kind of hook.
  static func bytes(_ kind: HookKind, program: String) -> [UInt8] {
    let hooks = kind == .preSend ? " --hooks \"$(dirname -- \"$0\")\"" : ""
    return Array(
      """
      #!/bin/sh
      \(mark)
      exec \(quoted(program)) hook run \(kind.rawValue)\(hooks) "$@"

      """.utf8)
  }

  /// Whether a file is a shim of ours.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    return lines.count > 1 && lines[1].elementsEqual(mark.utf8)
  }

  /// A path as one word of the shell, whatever stands in it.
  private static func quoted(_ path: String) -> String {
    var word = "'"
    for scalar in path.unicodeScalars {
      word += scalar == "'" ? "'\\''" : String(scalar)
    }
    return word + "'"
  }
}
