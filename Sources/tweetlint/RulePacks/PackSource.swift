import Files
import Rules
import StarterRules

/// Where rules come from: the pack inside the program, or folders.
struct PackSource {
  /// The folder of the pack; the pack inside the program when `nil`.
  let folder: String?
  /// Folders with further rules.
  let added: [String]

  /// True for the pack inside the program and nothing else.
  var isShipped: Bool {
    folder == nil && added.isEmpty
  }

  /// The rules, ready for the engine.
  func program() throws(CommandFault) -> RuleProgram {
    guard isShipped else { return RuleProgram(lowering: try pack()) }
    do throws(ProgramFault) {
      return try StarterRules.program()
    } catch {
      throw .message("the rules in this program are damaged at line \(error.line)")
    }
  }

  /// The pack as it is written.
  func pack() throws(CommandFault) -> RulePack {
    let read = PackReader.read(try files(), adding: try furtherFiles())
    guard let pack = read.pack else { throw .problems(read.problems) }
    return pack
  }

  /// The faults with the lines of the files that they are in, where they do not have them yet.
  func withLines(_ problems: [RuleProblem]) throws(CommandFault) -> [RuleProblem] {
    var lines: [String: [String]] = [:]
    for file in try allFiles() {
      lines[file.shownPath] = file.bytes
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return problems.map { problem in
      var problem = problem
      if problem.line == nil, let file = lines[problem.place.file],
        file.indices.contains(problem.place.line - 1)
      {
        problem.line = file[problem.place.line - 1]
      }
      return problem
    }
  }

  /// All files of the rules.
  func allFiles() throws(CommandFault) -> [PackFile] {
    try files() + furtherFiles()
  }

  private func files() throws(CommandFault) -> [PackFile] {
    if let folder { return try Self.files(in: folder) }
    return StarterRules.files.map { PackFile(path: $0.path, bytes: $0.bytes) }
  }

  private func furtherFiles() throws(CommandFault) -> [PackFile] {
    var files: [PackFile] = []
    for folder in added {
      files += try Self.files(in: folder)
    }
    return files
  }

  private static func files(in folder: String) throws(CommandFault) -> [PackFile] {
    guard Folder.exists(folder) else { throw .message("there is no folder of rules at \(folder)") }
    let paths: [String]
    do throws(FolderFault) {
      paths = try Folder.files(below: folder)
    } catch {
      throw .message("cannot read the rules in \(error.path): \(error.reason.words)")
    }
    var files: [PackFile] = []
    for path in paths {
      do throws(ByteFile.Fault) {
        let bytes = try ByteFile.read(folder + "/" + path, atMost: 1 << 20)
        files.append(PackFile(path: path, bytes: bytes, folder: folder))
      } catch {
        throw .message("cannot read \(folder)/\(path): \(error.reason)")
      }
    }
    return files
  }
}
