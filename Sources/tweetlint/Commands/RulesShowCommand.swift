import ArgumentParser
import Reports
import Rules

/// Shows what one rule says and why it is there.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a rule says, and the posts that prove it.")

  @Argument(help: ArgumentHelp("The id of the rule.", valueName: "id"))
  var id: String

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let pack = try shared.packSource(in: nil).pack()
    guard let rule = pack.rules.first(where: { $0.id == id }) else {
      throw CommandFault.unknownRule(id, among: pack.rules.map(\.id))
    }
    try CommandOutput.deliver(RulePage(rule: rule, manifest: pack.manifest).text())
  }
}
