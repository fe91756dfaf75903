import ArgumentParser
import DecisionLog

/// Prints what officers paste into a log of their own.
struct LogCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Print a decision in one line, to paste into another log.")

  @Argument(help: ArgumentHelp("The decision, such as D-42.", valueName: "id"))
  var id: EntryID

  @OptionGroup var options: LogOptions

  func run() throws {
    let found = try options.withLog { log throws(LogFault) in
      try log.show(id, by: MachineUser.name, for: .copy)
    }
    guard let line = LogCopyLine.shown(found.decision) else {
      throw CommandFault.message("what \(id) said was removed on schedule")
    }
    try CommandOutput.deliver(line + "\n")
  }
}
