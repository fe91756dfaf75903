import ArgumentParser
import DecisionLog
import PreSend
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
    let (approval, given, found) = try options.withLog { log throws(LogFault) in
      let approval = try log.approve(id, by: person, reason: reason)
      guard let found = try log.decision(id)?.decision,
        let given = try log.approvals(for: found.contentHash).first(where: { $0.id == approval })
      else { throw .unknown(id) }
      return (approval, given, found)
    }
    let policy = try options.shared.settings().preSend.value.policy
    let lines = [
      "\(approval): \(person) approves \(id), a post of \(given.author).",
      Self.effect(of: given.approval, of: found, policy),
    ]
    try CommandOutput.deliver(lines.map { TerminalText.shown($0) + "\n" }.joined())
  }

  /// What the post may do now, by the settings as they are.
  private static func effect(
    of approval: Approval, of decision: Decision, _ policy: SendPolicy
  ) -> String {
    if let rule = policy.rules(in: decision, asking: .never).first {
      return
        "It still cannot be sent: by the settings, what \(rule) finds never goes, whoever agrees. Change the post."
    }
    let isSender = [decision.author, decision.user].compactMap { $0 }.contains {
      PersonName($0) == PersonName(approval.by)
    }
    if decision.outcome == .held, isSender {
      return
        "You sent it yourself, so this is kept as a reason, and it still waits: somebody else has to approve it."
    }
    if decision.outcome == .held, !policy.approvers.isEmpty,
      !policy.approvers.contains(approval.by)
    {
      return
        "You are not among those whom the settings name for a second look (`approvers`), so it still waits for one of "
        + "them: \(policy.approvers.joined(separator: ", "))."
    }
    return approval.rules.isEmpty
      ? "Exactly these words may now be sent."
      : "Exactly these words may now be sent although these rules found something: "
        + approval.rules.joined(separator: ", ")
  }
}
