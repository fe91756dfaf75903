import ArgumentParser
import DecisionLog

/// Shows one decision in full.
struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a decision, and what was said of it since.")

  @Argument(help: ArgumentHelp("The decision, such as D-42.", valueName: "id"))
  var id: EntryID

  @Flag(
    name: .long, help: "Show the words of the post too, when the log keeps them; that is recorded.")
  var text = false

  @Option(name: .long, help: "The form: text or json.")
  var format: ListFormat = .text

  @OptionGroup var options: LogOptions

  func run() throws {
    let found = try options.withLog { log throws(LogFault) in
      try log.show(id, withText: text, by: MachineUser.name)
    }
    let page = LogPage(logged: found.decision, text: found.text, asksForText: text)
    switch format {
    case .text: try CommandOutput.deliver(page.shown())
    case .json: try CommandOutput.deliver(page.json())
    }
  }
}
