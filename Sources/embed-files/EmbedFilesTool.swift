import Digests
import Foundation
import Prefilter
import Rules

/// Checks a rule pack and writes it as C source: in its compact form, and file by file.
///
/// Arguments: the folder of the target, the C file to write, and the YAML files of the target, all of
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
    try Data(source.text).write(to: URL(filePath: arguments[2]), options: .atomic)
  }

  /// The path below the pack's own folder, such as `lists/parties.yaml`.
  private static func relative(_ path: String, to folder: String) -> String {
    let inner = path.dropFirst(folder.count).drop { $0 == "/" }
    return inner.split(separator: "/").dropFirst().joined(separator: "/")
  }

  private static func source(of program: RuleProgram, files: [PackFile]) -> CSource {
    var source = CSource()
    let tables = [
      Array(program.serialised().utf8), program.serialisedIndex(),
      program.makePrefilter().serialised(),
    ]
    for (number, table) in tables.enumerated() { source.add(table, named: "table_\(number)") }
    source.add("const struct StarterBytes starter_tables[] = {")
    for (number, table) in tables.enumerated() {
      source.add("{table_\(number), \(table.count)},")
    }
    source.add("};")
    // Working it out takes milliseconds, which whoever sends a post would have to wait for.
    source.add("const char starter_sha256[] = \"\(Digests.sha256(tables[0]))\";")
    for (number, file) in files.enumerated() {
      source.add(file.path.utf8, named: "path_\(number)")
      source.add(file.bytes, named: "file_\(number)")
    }
    source.add("const size_t starter_files_count = \(files.count);")
    source.add("const struct StarterFile starter_files[] = {")
    for (number, file) in files.enumerated() {
      source.add(
        "{(const char *)path_\(number), {file_\(number), \(file.bytes.count)}},")
    }
    source.add("};")
    return source
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
