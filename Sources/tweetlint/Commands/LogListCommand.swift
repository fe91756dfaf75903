import ArgumentParser
import DecisionLog
import Drafts

/// Lists decisions.
struct LogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List decisions, oldest first.",
    discussion: """
      Times are in UTC. --since counts from the start of a day, --until to its end.

      EXAMPLES
        tweetlint log list --since 2026-11-01 --outcome overridden
        tweetlint log list --awaiting-review --format json
        tweetlint log list --format csv > decisions.csv
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("Only decisions from this day or time on.", valueName: "date"))
  var since: LogTime?

  @Option(
    name: .long,
    help: ArgumentHelp("Only decisions up to this day or time.", valueName: "date"))
  var until: LogTime?

  @Option(name: .long, help: ArgumentHelp("Only this account.", valueName: "handle"))
  var account: String?

  @Option(name: .long, help: ArgumentHelp("Only this author.", valueName: "name"))
  var author: String?

  @Option(
    name: .long,
    help:
      "Only this outcome: allowed, warned, held, blocked, overridden, approved, life-at-risk or unchecked."
  )
  var outcome: Decision.Outcome?

  @Flag(
    name: .long, help: "Only posts that went at once since a life was at risk, not yet reviewed.")
  var awaitingReview = false

  @Option(name: .long, help: "The form of the list: text, json or csv.")
  var format: LogListing.Format = .text

  @OptionGroup var options: LogOptions

  func run() throws {
    var filter = LogFilter()
    filter.since = since?.start
    filter.until = until?.end
    filter.account = account.map(DraftFields.handle)
    filter.author = author
    filter.outcome = outcome
    filter.isAwaitingReview = awaitingReview
    let decisions = try options.withLog { log throws(LogFault) in
      try log.history(filter, by: MachineUser.name, for: .list)
    }
    try CommandOutput.deliver(LogListing(decisions: decisions).bytes(format))
  }
}

extension Decision.Outcome: ExpressibleByArgument {}
extension LogListing.Format: ExpressibleByArgument {}
