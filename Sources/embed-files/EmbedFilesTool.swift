import Foundation

/// Writes the rule files of a target as Swift source.
@main
struct EmbedFilesTool {
  static func main() throws {
    let output = URL(filePath: CommandLine.arguments[2])
    try Data("let embeddedFiles: [String] = []\n".utf8).write(to: output)
  }
}
