import Rules
import StarterRules

/// The version of the program.
enum ToolVersion {
  /// The version in numbers, as <https://semver.org> reads them.
  static let current = "0.1.0"

  /// The version of the program and of the rules inside it, in a line.
  static func shown() throws(CommandFault) -> String {
    let manifest = try PackSource(folder: nil, added: []).program().manifest
    return "tweetlint \(current) (rules: \(manifest.id) \(manifest.version))\n"
  }
}
