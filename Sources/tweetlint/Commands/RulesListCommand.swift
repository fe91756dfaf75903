import ArgumentParser
import Reports
import RiskEngine
import Rules

/// Lists the rules in force.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules in force.")

  @Option(name: .long, help: "The form of the list: text or json.")
  var format: ListFormat = .text

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let rules = try ActiveRules(try shared.settings())
    switch format {
    case .text: try CommandOutput.deliver(Self.text(of: rules))
    case .json: try CommandOutput.deliver(RuleListing(rules: rules).json())
    }
  }

  /// One rule a line: id, severity, title, in columns.
  private static func text(of rules: ActiveRules) -> String {
    let cards = rules.program.cards
    let widest = cards.reduce(0) { max($0, $1.id.utf8.count) }
    let lines = cards.map { card in
      let id = card.id + String(repeating: " ", count: widest - card.id.utf8.count)
      let severity = card.status.weight(card.severity)
      let padding = String(repeating: " ", count: max(0, 8 - severity.utf8.count))
      let marks =
        (card.status == .trial ? " (on trial)" : "")
        + (rules.disabled.contains(card.id) ? " (switched off)" : "")
      return TerminalText.shown("\(id)  \(severity)\(padding)  \(card.title)\(marks)") + "\n"
    }
    let manifest = rules.program.manifest
    let count = cards.count == 1 ? "1 rule" : "\(cards.count) rules"
    return lines.joined()
      + TerminalText.shown("\(count), \(manifest.id) \(manifest.version)") + "\n"
  }
}

/// The forms of lists.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  /// Columns for people.
  case text
  /// One object, for programs.
  case json
}
