import ArgumentParser
import Rules

/// Reads rules and says everything that is wrong with them.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say everything that is wrong with a folder of rules.",
    discussion: "Without a folder the rules in force are read.")

  @Argument(
    help: ArgumentHelp("The folder of the rules.", valueName: "dir"), completion: .directory)
  var folder: String?

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let pack = try shared.packSource(in: folder).pack()
    try CommandOutput.deliver(
      "\(pack.rules.count) rules, \(pack.lists.count) lists, \(pack.scopes.count) scopes: no fault\n"
    )
  }
}
