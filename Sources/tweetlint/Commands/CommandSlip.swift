import ArgumentParser
import Reports
import Rules

/// A mistyped command, with the one that was probably meant.
struct CommandSlip {
  /// What to tell.
  let message: String

  /// Looks for a name that is no command where a command belongs; `nil` when there is none.
  init?(_ arguments: [String], root: any ParsableCommand.Type) {
    var command = root
    var path = root._commandName
    for argument in arguments {
      let subcommands = command.configuration.subcommands
      guard !subcommands.isEmpty, argument.utf8.first != UInt8(ascii: "-") else { return nil }
      // The parser's own command, which it does not list, and after which the names of commands stand.
      if argument == "help", command == root { continue }
      guard let next = subcommands.first(where: { $0._commandName == argument }) else {
        // What a default command takes may be anything.
        if command.configuration.defaultSubcommand != nil { return nil }
        let names = subcommands.map { $0._commandName }
        let nearest = Nearest.to(argument, among: names)
        message =
          "tweetlint: \(path) has no command `\(TerminalText.shown(argument))`. "
          + (nearest.map { "Did you mean `\($0)`?" }
            ?? "There are: \(names.joined(separator: ", ")).")
        return
      }
      command = next
      path += " " + argument
    }
    return nil
  }
}
