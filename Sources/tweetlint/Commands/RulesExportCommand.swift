import ArgumentParser
import StarterRules

/// Writes the built-in rules into a folder, to be read and changed.
struct RulesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the built-in rules into a new or empty folder.")

  @Argument(
    help: ArgumentHelp("The folder.", valueName: "dir"), completion: .directory)
  var folder: String

  func run() throws {
    if Folder.exists(folder) {
      guard let names = Folder.names(in: folder) else {
        throw CommandFault.message("the folder \(folder) cannot be read")
      }
      guard names.isEmpty else {
        throw CommandFault.message("the folder \(folder) is not empty; nothing was written")
      }
    }
    let files = StarterRules.files
    for file in files {
      let path = folder + "/" + file.path
      guard Folder.make(Folder.parent(of: path) ?? folder) else {
        throw CommandFault.message("could not make the folder for \(path)")
      }
      try CommandOutput.deliver(file.bytes, to: path)
    }
    try CommandOutput.deliver("wrote \(files.count) files to \(folder)\n")
  }
}
