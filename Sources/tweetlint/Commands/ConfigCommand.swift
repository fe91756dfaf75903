import ArgumentParser

/// Shows settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show the settings in force.",
    subcommands: [ConfigShowCommand.self])
}

/// Shows every setting with where it comes from.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show every setting and where it comes from.",
    discussion: """
      The first of these settings files counts, and no other: --config FILE; the \
      file that TWEETLINT_CONFIG names; .tweetlint.yaml in the current folder or the \
      nearest above it, up to the root of a repository or the home folder; \
      tweetlint/config.yaml in XDG_CONFIG_HOME.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let settings = try shared.settings()
    try CommandOutput.deliver(settings.shown())
    // What every other command turns away must not look as if it were in force.
    _ = try ActiveRules(settings)
  }
}
