import ArgumentParser
import DecisionLog

/// Counts decisions.
struct LogStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count outcomes and the rules most often overridden, month by month.")

  @Option(name: .long, help: "The form: text or json.")
  var format: ListFormat = .text

  @OptionGroup var options: LogOptions

  func run() throws {
    let decisions = try options.withLog { log throws(LogFault) in
      try log.history(LogFilter(), by: MachineUser.name, for: .stats)
    }
    let statistics = LogStatistics(decisions)
    switch format {
    case .text: try CommandOutput.deliver(statistics.text())
    case .json: try CommandOutput.deliver(statistics.json())
    }
  }
}
