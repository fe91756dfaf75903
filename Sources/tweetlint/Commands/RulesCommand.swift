import ArgumentParser

/// Shows, tests and makes rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Show, test and write rules.",
    discussion: """
      EXAMPLES
        tweetlint rules list
        tweetlint rules show force-relish
        tweetlint rules export my-rules && tweetlint rules test my-rules
        tweetlint rules export --format html handbook.html
      """,
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesTestCommand.self, RulesLintCommand.self,
      RulesNewCommand.self, RulesExportCommand.self,
    ])
}
