/// Where settings come from: options, the environment, and a file.
struct SettingsSource {
  /// The settings file, when an option names it.
  var config: String?
  /// The folder of rules that an option names.
  var rules: String?
  /// The folders with further rules that options name.
  var addRules: [String] = []
  /// When an option wants colours.
  var colour: ColourChoice?

  /// The settings in force, options over the settings file over the program's own.
  func settings() throws(CommandFault) -> Settings {
    var settings = Settings()
    if let path = try SettingsFile.path(option: config) {
      settings = try SettingsReader().settings(in: path)
    }
    if let rules {
      settings.rules = Setting(rules, from: .option("--rules"))
    }
    if !addRules.isEmpty {
      settings.addRules = Setting(addRules, from: .option("--add-rules"))
    }
    if let colour {
      settings.colour = Setting(colour, from: .option("--color"))
    } else if ColourChoice.isTurnedOff {
      settings.colour = Setting(.never, from: .environment("NO_COLOR"))
    }
    return settings
  }
}
