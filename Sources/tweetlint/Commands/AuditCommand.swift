import ArgumentParser

/// Audits archives and exports of posts.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the posts of archives and exports.",
    discussion: """
      `tweetlint audit PATH…` is short for `tweetlint audit run PATH…`, whose options \
      `tweetlint audit run --help` shows.

      EXAMPLES
        tweetlint audit twitter-2026-11-01.zip
        tweetlint audit posts.jsonl.zst --format html -o audit.html
        tweetlint audit export.csv --map text=Body,date="Sent at" --date-format day-first
        tweetlint audit big.jsonl --format jsonl -o result.jsonl --resume big.checkpoint
        tweetlint audit report result.jsonl --format html -o audit.html
        tweetlint audit review result.jsonl
      """,
    subcommands: [AuditRunCommand.self, AuditReportCommand.self, AuditReviewCommand.self],
    defaultSubcommand: AuditRunCommand.self)
}
