import ArgumentParser
import RiskEngine
import Rules

/// Reads rules and says everything that is wrong with them.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say everything that is wrong with a folder of rules.",
    discussion: """
      Without a folder the rules in force are read. Terms of lists that stand twice or \
      can never be found are faults; terms that add nothing, and lists and scopes that \
      no rule uses, are notes, of which the first twenty are shown.
      """)

  @Argument(
    help: ArgumentHelp("The folder of the rules.", valueName: "dir"), completion: .directory)
  var folder: String?

  @Flag(help: "Also say which ten rules take the most time, measured on the pack's own examples.")
  var costs = false

  @Flag(help: "Show every note.")
  var notes = false

  @Flag(help: "Show every note, and let notes fail too.")
  var strict = false

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let source = try shared.packSource(in: folder)
    let pack = try source.pack()
    let problems = PackLint(pack, files: try source.allFiles()).problems
    let noted = problems.filter(\.code.isNote)
    let hidden = Set(notes || strict ? [] : noted.dropFirst(Self.fewNotes))
    let shown = problems.filter { !hidden.contains($0) }
    let more =
      hidden.isEmpty
      ? "" : "\(Wording.count(hidden.count, "more note", "more notes")): --notes shows them\n"
    guard noted.count == problems.count, !strict || noted.isEmpty else {
      CommandFault.problems(shown).complain()
      if !more.isEmpty { Console.complain(String(more.dropLast())) }
      throw CommandFault.exit(2)
    }
    var report = shown.map { $0.rendered + "\n" }.joined() + more
    report +=
      "\(pack.rules.count) rules, \(pack.lists.count) lists, \(pack.scopes.count) scopes: no fault"
    report += noted.isEmpty ? "\n" : ", \(Wording.count(noted.count, "note", "notes"))\n"
    if costs { report += Self.dearest(of: pack) }
    try CommandOutput.deliver(report)
  }

  /// How many notes are shown unasked.
  private static let fewNotes = 20

  /// The rules that take the most time, a line each.
  private static func dearest(of pack: RulePack) -> String {
    RuleCosts(pack).measured().prefix(10).reduce(into: "the most expensive rules, in a post:\n") {
      $0 +=
        "  \($1.nanoseconds) ns  \($1.rule), run in \($1.share) of 100 posts; most of it by "
        + "\(String($1.dearest.prefix(60)))\n"
    }
  }
}
