import ArgumentParser
import Rules

/// Writes the skeleton of a rule.
struct RulesNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the skeleton of a rule.",
    discussion: """
      The skeleton reads well, but its examples are yours to write: \
      `tweetlint rules test` tells what is missing.
      """)

  @Argument(
    help: ArgumentHelp("The id: lower-case words joined by hyphens.", valueName: "id"))
  var id: String

  @Option(
    name: .long, help: ArgumentHelp("The folder within the pack, such as tone.", valueName: "name"))
  var family = "tone"

  @Option(
    name: .long, help: ArgumentHelp("The folder of the pack.", valueName: "dir"),
    completion: .directory)
  var dir = "."

  mutating func validate() throws {
    for name in [id, family] where !Identifier.isValid(name) {
      throw ValidationError("\(name) is no id: use lower-case words joined by hyphens.")
    }
  }

  func run() throws {
    let folder = dir + "/" + family
    let path = folder + "/" + id + ".yaml"
    guard Folder.make(folder) else {
      throw CommandFault.message("could not make the folder \(folder)")
    }
    guard Folder.names(in: folder)?.contains(id + ".yaml") == false else {
      throw CommandFault.message("\(path) is there already; nothing was written")
    }
    try CommandOutput.deliver(Array(RuleSkeleton.text(id: id).utf8), to: path)
    try CommandOutput.deliver("wrote \(path)\n")
  }
}
