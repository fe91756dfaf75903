import ArgumentParser
import Rules

/// The options that every command with settings takes.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The settings file.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Rules from a folder instead of the built-in pack.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Further rules from a folder; may be given more than once.", valueName: "dir"),
    completion: .directory)
  var addRules: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Colours: auto, always or never; NO_COLOR counts.", valueName: "when"))
  var color: ColourChoice?

  /// Where settings come from.
  var source: SettingsSource {
    SettingsSource(config: config, rules: rules, addRules: addRules, colour: color)
  }

  /// The settings in force, these options over the settings file over the program's own.
  func settings() throws(CommandFault) -> Settings {
    try source.settings()
  }
}

extension ColourChoice: ExpressibleByArgument {
  /// True when what is printed on standard output should be coloured.
  var usesColour: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Console.isTerminal(.output) && Environment["TERM"] != "dumb"
    }
  }

  /// True when what goes to a file, or to standard output without one, should be coloured.
  func isUsed(for file: String?) -> Bool {
    file == nil ? usesColour : self == .always
  }

  /// Whether the user wants no colours from any program.
  static var isTurnedOff: Bool {
    Environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }
}

extension OutputFormat: ExpressibleByArgument {}

extension SharedOptions {
  /// The rules in a folder, or without one those that the settings name.
  func packSource(in folder: String?) throws(CommandFault) -> PackSource {
    let settings = try settings()
    return PackSource(folder: folder ?? settings.rules.value, added: settings.addRules.value)
  }
}
