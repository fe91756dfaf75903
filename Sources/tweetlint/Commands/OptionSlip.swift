import ArgumentParser
import JSON
import Reports
import Rules

/// An option that the command does not have, with the one that was probably meant.
///
/// The parser of arguments tells of what else is amiss first, such as of the value of that option, which it takes for a file.
struct OptionSlip {
  /// What to tell.
  let message: String

  /// Looks for an option that the command which arguments name does not have; `nil` when there is none.
  init?(_ arguments: [String], root: any ParsableCommand.Type) {
    var command = root
    var path = [root._commandName]
    var rest = arguments[...]
    while let next = Self.subcommand(of: command, rest.first) {
      if rest.first == next._commandName { rest.removeFirst() }
      command = next
      path.append(next._commandName)
    }
    let options = Self.options(of: command)
    guard let slip = Self.slip(in: rest, among: options) else { return nil }
    let nearest = Self.nearest(to: slip, among: options.map(\.name))
    message =
      "Error: Unknown option '--\(TerminalText.shown(slip))'"
      + (nearest.map { ". Did you mean '--\($0)'?" } ?? "")
      + "\nUsage: \(root.usageString(for: command))"
      + "\n  See '\(path.joined(separator: " ")) --help' for more information."
  }

  /// The command of a command that a word names, or the one that is meant when none is named.
  private static func subcommand(
    of command: any ParsableCommand.Type, _ word: String?
  ) -> (any ParsableCommand.Type)? {
    let configuration = command.configuration
    return configuration.subcommands.first { $0._commandName == word }
      ?? configuration.defaultSubcommand
  }

  // MARK: - Options

  /// An option by its name, without dashes, and whether a value follows it.
  private typealias Option = (name: String, takesValue: Bool)

  /// The options of a command, hidden ones too, as the parser describes them.
  private static func options(of command: any ParsableCommand.Type) -> [Option] {
    guard let document = JSONDocument(),
      let info = try? document.parse(Array(command._dumpHelp().utf8))
    else { return [] }
    return (info["command"]?["arguments"]?.elements ?? []).flatMap { argument in
      (argument["names"]?.elements ?? []).compactMap { name in
        guard name["kind"]?.string == "long", let word = name["name"]?.string else { return nil }
        return (word, argument["kind"]?.string == "option")
      }
    }
  }

  /// The first word that is written as an option and is none, without its dashes and its value.
  private static func slip(in arguments: ArraySlice<String>, among options: [Option]) -> String? {
    guard !options.isEmpty else { return nil }
    var rest = arguments
    while let argument = rest.popFirst(), argument != "--" {
      guard let name = name(in: argument) else { continue }
      guard let option = options.first(where: { $0.name == name }) else { return name }
      // The word after it is its value, however it is written.
      if option.takesValue, argument.utf8.count == name.utf8.count + 2 { rest = rest.dropFirst() }
    }
    return nil
  }

  /// The name in `--name` or `--name=value`.
  private static func name(in argument: String) -> String? {
    let bytes = argument.utf8
    guard bytes.starts(with: "--".utf8) else { return nil }
    let name = bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "=") }
    let isName = name.allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || isAlphanumeric($0)
    }
    return isName && name.first.map(isAlphanumeric) == true ? String(Substring(name)) : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The option that a word is the beginning of, when it is that of one only, or else the one most like it.
  private static func nearest(to name: String, among names: [String]) -> String? {
    let begun = names.filter { $0.utf8.starts(with: name.utf8) }
    return begun.count == 1 ? begun.first : Nearest.to(name, among: names)
  }
}
