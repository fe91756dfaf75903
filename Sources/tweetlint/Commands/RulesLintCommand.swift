import ArgumentParser
import RiskEngine
import Rules

/// Reads rules and says everything that is wrong with them.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say everything that is wrong with a folder of rules.",
    discussion: "Without a folder the rules in force are read.")

  @Argument(
    help: ArgumentHelp("The folder of the rules.", valueName: "dir"), completion: .directory)
  var folder: String?

  @Flag(help: "Also say which ten rules take the most time, measured on the pack's own examples.")
  var costs = false

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let pack = try shared.packSource(in: folder).pack()
    var report = "\(pack.rules.count) rules, \(pack.lists.count) lists, "
    report += "\(pack.scopes.count) scopes: no fault\n"
    if costs { report += Self.dearest(of: pack) }
    try CommandOutput.deliver(report)
  }

  /// The rules that take the most time, a line each.
  private static func dearest(of pack: RulePack) -> String {
    RuleCosts(pack).measured().prefix(10).reduce(into: "the dearest rules, in a post:\n") {
      $0 +=
        "  \($1.nanoseconds) ns  \($1.rule), run in \($1.share) of 100 posts; most of it by "
        + "\(String($1.dearest.prefix(60)))\n"
    }
  }
}
