import ArgumentParser
import DecisionLog

/// Closes a post that went at once since a life was at risk.
struct LogReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a post that went at once since a life was at risk.",
    discussion: """
      `tweetlint log list --awaiting-review` shows what waits.

      EXAMPLE
        tweetlint log review D-42 --reason "It was right to send it before the check"
      """)

  @Argument(help: ArgumentHelp("The decision, such as D-42.", valueName: "id"))
  var id: EntryID

  @Option(name: .long, help: "What you found, in at least 10 letters.")
  var reason: String

  @OptionGroup var options: LogOptions

  mutating func validate() throws {
    try LogReason.check(reason)
  }

  func run() throws {
    let review = try options.withLog { log throws(LogFault) in
      try log.review(id, by: MachineUser.name, reason: reason)
    }
    try CommandOutput.deliver("\(review): \(id) is reviewed.\n")
  }
}
