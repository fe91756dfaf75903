import ArgumentParser
import DecisionLog
import PreSend

/// The options that every command about the decision log takes.
struct LogOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The decision log; else the one of the settings.", valueName: "file"),
    completion: .file())
  var log: String?

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  /// What the settings say of the log, with the option over it.
  func settings() throws(CommandFault) -> DecisionSettings {
    var settings = try shared.settings().decisions.value
    if let log { settings.log = log }
    return settings
  }

  /// Opens the log, which must be there, and does something with it.
  func withLog<Value>(
    _ work: (DecisionLog) throws(LogFault) -> Value
  ) throws(CommandFault) -> Value {
    let log = try settings().openLog(mayMake: false)
    do throws(LogFault) {
      return try work(log)
    } catch {
      throw CommandFault(error)
    }
  }
}

/// Reasons that people give.
enum LogReason {
  /// Turns away a reason that says next to nothing.
  static func check(_ reason: String) throws {
    guard Override(reason: reason).hasReason else {
      throw ValidationError(
        "--reason must say why in at least \(SendPolicy.shortestReason) letters: it is read later by others."
      )
    }
  }
}

extension EntryID: ExpressibleByArgument {
  /// Reads the name of an entry, such as `D-42`.
  package init?(argument: String) {
    self.init(argument)
  }
}
