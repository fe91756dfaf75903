import ArgumentParser

/// Audits archives and exports of posts.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the posts of an archive or export.",
    subcommands: [AuditRunCommand.self, AuditReportCommand.self, AuditReviewCommand.self],
    defaultSubcommand: AuditRunCommand.self)
}
