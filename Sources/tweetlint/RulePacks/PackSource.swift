import Rules
import StarterRules

/// Where rules come from: the pack inside the program, or folders.
struct PackSource {
  /// The folder of the pack; the pack inside the program when `nil`.
  let folder: String?
  /// Folders with further rules.
  let added: [String]

  /// The rules, ready for the engine.
  func program() throws(CommandFault) -> RuleProgram {
    guard folder == nil, added.isEmpty else { return RuleProgram(lowering: try pack()) }
    do throws(ProgramFault) {
      return try StarterRules.program()
    } catch {
      throw .message("the rules in this program are damaged at line \(error.line)")
    }
  }

  /// The pack as it is written.
  func pack() throws(CommandFault) -> RulePack {
    var files: [PackFile]
    if let folder {
      files = try Self.files(in: folder)
    } else {
      files = StarterRules.files.map { PackFile(path: $0.path, bytes: $0.bytes) }
    }
    var further: [PackFile] = []
    for folder in added {
      further += try Self.files(in: folder)
    }
    let read = PackReader.read(files, adding: further)
    guard let pack = read.pack else { throw .problems(read.problems) }
    return pack
  }

  private static func files(in folder: String) throws(CommandFault) -> [PackFile] {
    guard Folder.exists(folder) else { throw .message("there is no folder of rules at \(folder)") }
    guard let paths = Folder.files(below: folder) else {
      throw .message("the folder of rules \(folder) cannot be read")
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
