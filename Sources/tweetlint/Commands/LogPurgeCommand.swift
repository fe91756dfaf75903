import ArgumentParser
import DecisionLog
import Rules

/// Removes what is old.
struct LogPurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Remove what is older than the settings allow, for good.",
    discussion: """
      Words of posts that were kept, and what old decisions and their approvals and reviews said, \
      leave no byte behind. That there was an entry stays, with its place in the chain, and an \
      entry of its own tells of the purge. What awaits a review is not removed.

      EXAMPLES
        tweetlint log purge --dry-run
        tweetlint log purge --text-older-than 30 --decisions-older-than 2555
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Remove kept words after so many days; else as in the settings.", valueName: "days"))
  var textOlderThan: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Remove decisions after so many days; else as in the settings.", valueName: "days"))
  var decisionsOlderThan: Int?

  @Flag(name: .long, help: "Only tell what would be removed.")
  var dryRun = false

  @OptionGroup var options: LogOptions

  mutating func validate() throws {
    for days in [textOlderThan, decisionsOlderThan] {
      if let days, !(1...36_525).contains(days) {
        throw ValidationError("A number of days must be between 1 and 36525.")
      }
    }
  }

  func run() throws {
    let settings = try options.settings()
    let done = try options.withLog { log throws(LogFault) in
      try log.purge(
        textsOlderThan: textOlderThan ?? settings.textDays,
        decisionsOlderThan: decisionsOlderThan ?? settings.decisionDays, by: MachineUser.name,
        isDryRun: dryRun)
    }
    var lines = [
      "\(dryRun ? "Would be removed" : "Removed"): the words of \(Wording.count(done.texts, "post", "posts")), and "
        + "what \(Wording.count(done.bodies, "entry", "entries")) said."
    ]
    if done.awaiting > 0 {
      lines.append(
        "Kept although old: "
          + "\(Wording.count(done.awaiting, "decision that still awaits", "decisions that still await")) review."
      )
    }
    if let entry = done.entry { lines.append("\(entry) tells of it.") }
    try CommandOutput.deliver(lines.joined(separator: "\n") + "\n")
  }
}
