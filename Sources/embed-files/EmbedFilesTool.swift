import Foundation
import Prefilter
import Rules

/// Checks a rule pack and writes it as Swift source: in its compact form, and file by file.
///
/// Arguments: the folder of the target, the Swift file to write, and the YAML files of the target, all of
/// them below one pack's folder.
@main
struct EmbedFilesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { fail("usage: embed-files FOLDER OUTPUT FILE…") }
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory).standardizedFileURL.path()
    let files = try arguments.dropFirst(3).sorted().map { argument in
      let path = URL(filePath: argument).standardizedFileURL.path()
      guard path.hasPrefix(folder) else { fail("\(path) is not below \(folder)") }
      return PackFile(
        path: relative(path, to: folder), bytes: Array(try Data(contentsOf: URL(filePath: path))))
    }
    let (pack, problems) = PackReader.read(files, isAttacking: false)
    guard let pack else {
      fail(problems.map(\.rendered).joined(separator: "\n"))
    }
    let source = Self.source(of: RuleProgram(lowering: pack), files: files)
    try Data(source.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
  }

  /// The path below the pack's own folder, such as `lists/parties.yaml`.
  private static func relative(_ path: String, to folder: String) -> String {
    let inner = path.dropFirst(folder.count).drop { $0 == "/" }
    return inner.split(separator: "/").dropFirst().joined(separator: "/")
  }

  private static func source(of program: RuleProgram, files: [PackFile]) -> String {
    var source = "// Written by embed-files at build time.\n\nextension StarterRules {\n"
    source += "static let serialised: StaticString = \(literal(program.serialised()))\n"
    let index = PrintableBytes.encoded(program.serialisedIndex())
    source += "static let serialisedIndex: StaticString = \(literal(index))\n"
    let prefilter = PrintableBytes.encoded(program.makePrefilter().serialised())
    source += "static let serialisedPrefilter: StaticString = \(literal(prefilter))\n"
    source += "static let texts: [(path: String, text: StaticString)] = [\n"
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      source += "(\(literal(file.path)), \(literal(text))),\n"
    }
    return source + "]\n}\n"
  }

  /// A raw string literal with as many number signs as the text needs.
  private static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
