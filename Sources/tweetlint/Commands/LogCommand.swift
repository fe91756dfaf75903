import ArgumentParser

/// Shows, checks and keeps up the decision log.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show, approve and verify what was decided before sending.",
    discussion: """
      Each entry is tied to the one before it by a key that lies outside the log, so that a change \
      is found. Looking at the history is recorded in it too.

      EXAMPLES
        tweetlint log list --awaiting-review
        tweetlint log approve D-42 --reason "Checked with the family liaison officer"
        tweetlint log export -o head.json && tweetlint log verify --head head.json
      """,
    subcommands: [
      LogListCommand.self, LogShowCommand.self, LogApproveCommand.self, LogReviewCommand.self,
      LogVerifyCommand.self, LogExportCommand.self, LogPurgeCommand.self, LogStatsCommand.self,
      LogCopyCommand.self,
    ])
}
