import ArgumentParser
import Glibc
import StarterRules

/// The command line.
@main
struct Tweetlint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tweetlint",
    abstract: "Reads a police post before it is sent and warns of what could go wrong.",
    discussion: """
      A clear result is not an approval. Nothing is sent anywhere, but by `gateway`, to \
      the server that you name.

      EXAMPLES
        echo "Kicking down doors is our favourite thing to do" | tweetlint check
        tweetlint rules list
      """,
    subcommands: [
      CheckCommand.self, AuditCommand.self, ConvertCommand.self, RulesCommand.self,
      EvaluateCommand.self, HookCommand.self, SendCommand.self, GatewayCommand.self,
      LogCommand.self,
      ConfigCommand.self,
    ])

  @Flag(name: .long, help: "Show the version of the program and of its rules.")
  var version = false

  /// Runs the command that the arguments name, and ends the process with its code.
  static func main() {
    // A reader that goes away is noticed when writing, not by being killed.
    signal(SIGPIPE, SIG_IGN)
    Glibc.exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    try CommandOutput.deliver(try ToolVersion.shown())
  }

  private static func status(of arguments: [String]) -> Int32 {
    do {
      try RawArguments.check()
      if let hook = PreSendHook(arguments) { try hook.run() }
      if let slip = CommandSlip(arguments, root: Self.self) {
        Console.complain(slip.message)
        return EX_USAGE
      }
      var command = try named(in: arguments) ?? parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let fault as CommandFault {
      fault.complain()
      return fault.exitCode
    } catch {
      if exitCode(for: error) == .validationFailure,
        let slip = OptionSlip(arguments, root: Self.self)
      {
        Console.complain(slip.message)
        return EX_USAGE
      }
      return status(of: error)
    }
  }

  /// The command that arguments name, parsed by itself; `nil` when the whole tree of commands has to say what they mean.
  ///
  /// To make the options of all commands takes longer than to check a post.
  private static func named(in arguments: [String]) -> (any ParsableCommand)? {
    var command: any ParsableCommand.Type = Self.self
    var rest = arguments[...]
    while let name = rest.first,
      let next = command.configuration.subcommands.first(where: { $0._commandName == name })
    {
      command = next
      rest.removeFirst()
    }
    guard command.configuration.subcommands.isEmpty else { return nil }
    let parsed = try? command.parseAsRoot(Array(rest))
    // Asked for help, the parser gives a command of its own, which does not know by what names this one was reached.
    return parsed.flatMap { type(of: $0) == command ? $0 : nil }
  }

  /// Says what the parser of arguments has to say: help on standard output, errors on standard error.
  private static func status(of error: any Error) -> Int32 {
    let code = exitCode(for: error).rawValue
    let message = fullMessage(for: error) + "\n"
    do throws(Console.Fault) {
      try Console.write(message, to: code == 0 ? .output : .error)
    } catch {
      let fault = CommandFault(error)
      fault.complain()
      return fault.exitCode
    }
    return code
  }
}
