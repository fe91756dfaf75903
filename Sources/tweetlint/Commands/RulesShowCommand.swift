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
    let settings = try shared.settings()
    let pack = try PackSource(folder: settings.rules.value, added: settings.addRules.value).pack()
    guard let rule = pack.rules.first(where: { $0.id == id }) else {
      throw Self.unknown(id, among: pack.rules.map(\.id))
    }
    try CommandOutput.deliver(RulePage(rule: rule, manifest: pack.manifest).text())
  }

  /// The fault of an id that no rule has.
  private static func unknown(_ id: String, among ids: [String]) -> CommandFault {
    let nearest = Nearest.to(id, among: ids)
    let hint = nearest.map { "Did you mean `\($0)`?" } ?? "`tweetlint rules list` names them."
    return .message("there is no rule `\(id)`. \(hint)")
  }
}
