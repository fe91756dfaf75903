import ArgumentParser
import RiskEngine
import Rules

/// Runs every example of the rules.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run every example of a folder of rules.",
    discussion: "Without a folder the rules in force are tested.")

  @Argument(
    help: ArgumentHelp("The folder of the rules.", valueName: "dir"), completion: .directory)
  var folder: String?

  @Option(name: .long, help: ArgumentHelp("Test one rule only.", valueName: "id"))
  var rule: String?

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let source = try shared.packSource(in: folder)
    let pack = try source.pack()
    if let rule, !pack.rules.contains(where: { $0.id == rule }) {
      throw CommandFault.unknownRule(rule, among: pack.rules.map(\.id))
    }
    var tests = ExampleTests(pack)
    let problems = tests.run(rule: rule)
    guard problems.isEmpty else { throw CommandFault.problems(try source.withLines(problems)) }
    let tested = pack.rules.filter { rule == nil || $0.id == rule }
    let examples = tested.reduce(0) { $0 + $1.flags.count + $1.passes.count }
    try CommandOutput.deliver(
      "rules: \(tested.count), examples: \(examples), all as they should be\n")
  }
}
