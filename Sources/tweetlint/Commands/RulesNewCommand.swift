import ArgumentParser
import Files
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
    name: .long,
    help: ArgumentHelp(
      "The category, one of the pack's; the first of the family if left out.", valueName: "id"))
  var category: String?

  @Option(
    name: .long, help: ArgumentHelp("The folder of the pack.", valueName: "dir"),
    completion: .directory)
  var dir = "."

  mutating func validate() throws {
    for (what, name) in [("id", id), ("folder", family)] where !Identifier.isValid(name) {
      throw ValidationError(
        "\(name) is no name for \(what == "id" ? "a rule" : "a folder"): use lower-case words joined by hyphens."
      )
    }
  }

  func run() throws {
    // A folder that is no pack adds to the shipped one; a pack that cannot be read has nothing to say yet.
    let isPack = ByteFile.exists(dir + "/pack.yaml")
    let pack = try? PackSource(folder: isPack ? dir : nil, added: []).program()
    if pack?.ruleIDs.contains(id) == true {
      throw CommandFault.message("there is a rule `\(id)` already; nothing was written")
    }
    let category = try category(of: pack?.manifest.categories)
    let folder = dir + "/" + family
    let path = folder + "/" + id + ".yaml"
    do throws(SystemFault) {
      try Folder.make(folder)
    } catch {
      throw CommandFault.message("could not make the folder \(folder): \(error.words)")
    }
    guard !(try Folder.listing(of: folder).contains(id + ".yaml")) else {
      throw CommandFault.message("\(path) is there already; nothing was written")
    }
    try CommandOutput.deliver(Array(RuleSkeleton.text(id: id, category: category).utf8), to: path)
    try CommandOutput.deliver("wrote \(path)\n")
  }

  /// The category that was asked for, or the first of the family.
  private func category(of known: [Category]?) throws(CommandFault) -> String {
    guard let known else { return category ?? id }
    guard let category else {
      return (known.first { $0.family == family } ?? known.first)?.id ?? id
    }
    if !known.contains(where: { $0.id == category }) {
      let nearest = Nearest.to(category, among: known.map(\.id))
      let hint = nearest.map { "Did you mean `\($0)`?" } ?? "pack.yaml names them."
      throw .message("there is no category `\(category)` in the pack. \(hint)")
    }
    return category
  }
}
