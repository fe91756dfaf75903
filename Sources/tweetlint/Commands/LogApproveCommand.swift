import ArgumentParser
import DecisionLog
import Reports

/// Records that a post that was held may go.
struct LogApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Say that a post that was held may be sent, and why.",
    discussion: """
      The approval holds for exactly the words and the rules of the decision that it names. It is \
      given in the name of the user of the machine. The author's own approval is a reason, not a \
      second person. Approve a post that could not be checked when you have read it yourself.

      EXAMPLE
        tweetlint log approve D-42 --reason "Checked with the family liaison officer"
      """)

  @Argument(help: ArgumentHelp("The decision, such as D-42.", valueName: "id"))
  var id: EntryID

  @Option(name: .long, help: "Why it may be sent, in at least 10 letters.")
  var reason: String

  @OptionGroup var options: LogOptions

  mutating func validate() throws {
    try LogReason.check(reason)
  }

  func run() throws {
    let person = MachineUser.name
    let (approval, given, user) = try options.withLog { log throws(LogFault) in
      let approval = try log.approve(id, by: person, reason: reason)
      guard let found = try log.decision(id)?.decision,
        let given = try log.approvals(for: found.contentHash).first(where: { $0.id == approval })
      else { throw .unknown(id) }
      return (approval, given, found.user)
    }
    let rules = given.approval.rules
    var lines = ["\(approval): \(person) approves \(id), a post of \(given.author)."]
    lines.append(
      rules.isEmpty
        ? "Exactly these words may now be sent."
        : "Exactly these words may now be sent although these rules found something: "
          + rules.joined(separator: ", "))
    if given.author == person || user == person {
      lines.append(
        "You sent it yourself: where a second person is needed, this does not count, and somebody else has to approve."
      )
    }
    try CommandOutput.deliver(lines.map { TerminalText.shown($0) + "\n" }.joined())
  }
}
