import ArgumentParser
import DecisionLog
import Drafts
import PostText
import PreSend
import Reports
import Synchronization

/// Checks a draft and runs the command that sends it.
struct SendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Check a draft, and run the command that sends it when it may go.",
    discussion: """
      The command gets exactly the text that was checked, on standard input, or in place of {} in its arguments, where \
      others on this machine may see it. Of a thread, the command is run for one post after the other, and {previous} \
      stands for the last line that it printed for the one before.

      EXAMPLES
        tweetlint send monday.md -- toot post -v public
        tweetlint send thread.md -- ./post.sh --reply-to {previous}
        tweetlint send monday.md --override --reason "Quoted from the court's own press release" -- toot post

      EXIT STATUS
        0   sent
        1   not sent: it must not go as it is
        2   not sent: it could not be checked
        3   not sent: a second person has to look at it first
        4   it was to be sent, and the command failed: what is known to have gone is on standard error
        64  wrong usage
        130, 143  ended by Ctrl-C or by SIGTERM; what is known to have gone is on standard error
      """)

  @Argument(
    help: ArgumentHelp("A file with one draft; - for standard input.", valueName: "draft"),
    completion: .file())
  var draftFile: String

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The command that sends, after --.", valueName: "command"))
  var command: [String] = []

  @Flag(name: .long, help: "Say what would be decided and sent, and send nothing.")
  var dryRun = false

  @OptionGroup(title: "What surrounds the post")
  var draft: DraftOptions

  @Option(name: .long, help: ArgumentHelp("Who sends it; you, if left out.", valueName: "name"))
  var author: String?

  @OptionGroup(title: "Sending all the same")
  var options: PreSendOptions

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  mutating func validate() throws {
    if command.isEmpty, !dryRun {
      throw ValidationError("Give the sending command after --, such as: -- toot post")
    }
  }

  func run() throws {
    CoreFiles.forbid()
    let desk: PreSendDesk
    do throws(CommandFault) {
      desk = try PreSendDesk(try shared.settings())
    } catch {
      return try send(try urgentDraft(despite: error), despite: error)
    }
    var request = PreSendRequest(try read(ruleIDs: desk.rules.ids))
    draft.apply(to: &request.draft)
    request.id = request.draft.id
    request.author = author
    request = desk.completed(request)
    let gatekeeper: Gatekeeper
    do throws(CommandFault) {
      gatekeeper = try desk.gatekeeper(for: .send, hooks: options.hooks, isTrial: dryRun)
    } catch {
      guard request.draft.isLifeAtRisk else { throw error }
      return try send(request.draft, despite: error)
    }
    let verdict = decide(request, gatekeeper)
    if !verdict.words.isEmpty { Console.complain(verdict.words) }
    guard verdict.decision.isSendable else { throw CommandFault.exit(verdict.exitCode) }
    try send(request.draft)
  }

  private func decide(_ request: PreSendRequest, _ gatekeeper: Gatekeeper) -> PreSendVerdict {
    let override = options.override ?? PreSendOptions.environmentOverride
    return Waiting.for { await gatekeeper.decide(request, override: override) }
  }

  private func read(ruleIDs: [String]) throws(CommandFault) -> Draft {
    let drafts = input.drafts(ruleIDs: ruleIDs)
    guard drafts.count == 1 else {
      throw .message("\(input.name) has \(drafts.count) drafts; one can be sent at a time")
    }
    switch drafts[0].outcome {
    case .draft(let draft, _): return draft
    case .failure(let failure):
      CommandFault.problems(drafts[0].problems).complain()
      throw .message("\(input.name) was not sent: \(failure.message)")
    }
  }

  private var input: DraftInput { draftFile == "-" ? .standardInput : .file(draftFile) }

  // MARK: - When a life is at risk

  /// The draft when it says that a life is at risk; any other cannot be checked because of the fault, and is not sent.
  private func urgentDraft(despite fault: CommandFault) throws(CommandFault) -> Draft {
    let drafts = input.drafts(ruleIDs: nil)
    guard drafts.count == 1, case .draft(var draft, _) = drafts[0].outcome else { throw fault }
    self.draft.apply(to: &draft)
    guard draft.isLifeAtRisk else { throw fault }
    return draft
  }

  private func send(_ draft: Draft, despite fault: CommandFault) throws {
    fault.complain()
    EmergencyLane.tell(fault.reason)
    try send(draft)
  }

  // MARK: - Sending

  private func send(_ draft: Draft) throws(CommandFault) {
    let posts = [draft.text] + draft.thread
    if dryRun { return try showRun(of: posts) }
    try send(posts)
  }

  private func showRun(of posts: [String]) throws(CommandFault) {
    var words =
      "nothing was sent; \(posts.count == 1 ? "one post" : "\(posts.count) posts") would be\n"
    for post in posts {
      let lines = post.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      words += lines.map { TerminalText.shown(String($0)) }.joined(separator: "\n")
      words += post.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
    }
    try CommandOutput.deliver(words)
  }

  private func send(_ posts: [String]) throws(CommandFault) {
    let run = SendRun(command: command)
    StopSignal.listen()
    let unprinted = Mutex<Console.Fault?>(nil)
    let end = Waiting.for(cancelledWhen: { StopSignal.isReceived }) {
      await run.send(posts) { output in
        do throws(Console.Fault) {
          try Console.write(output)
        } catch {
          unprinted.withLock { $0 = $0 ?? error }
        }
      }
    }
    guard let failure = end.failure else {
      if let fault = unprinted.withLock({ $0 }) { throw Self.unprinted(fault, posts.count) }
      return
    }
    Console.complain(
      "tweetlint: "
        + TerminalText.shown(Self.words(failure, of: command[0], at: end.sent, of: posts.count)))
    throw .exit(StopSignal.isReceived ? StopSignal.exitCode : Self.commandFailed)
  }

  /// What was sent is sent, but nobody has seen what the command said of it, such as the addresses of posts.
  private static func unprinted(_ fault: Console.Fault, _ count: Int) -> CommandFault {
    Console.complain(
      "tweetlint: \(count == 1 ? "the post went" : "all \(count) posts went"), but what the command printed "
        + "could not be passed on: \(CommandFault(fault).words)")
    return CommandFault.exit(commandFailed)
  }

  /// The code when the command failed: of its own codes, some would say that nothing was sent.
  private static let commandFailed: Int32 = 4

  private static func words(
    _ failure: SendRun.Failure, of command: String, at sent: Int, of count: Int
  ) -> String {
    let place = count == 1 ? "" : " at post \(sent + 1) of \(count)"
    let before =
      count == 1 ? "" : sent == 1 ? "1 went before it, and " : "\(sent) went before it, and "
    let isUnknown = "it is not known whether \(count == 1 ? "the post was sent" : "this one did")"
    switch failure {
    case .notStarted(let reason):
      return "\(command) could not be run\(place): \(reason). "
        + (sent == 0 ? "Nothing was sent." : "\(before)this one did not.")
    case .ended(let code):
      return "the command failed\(place), with code \(code); \(before)\(isUnknown)"
    case .lost(let reason):
      return "the command failed\(place): \(reason); \(before)\(isUnknown)"
    case .noPrevious:
      return
        "the command printed nothing for post \(sent) of \(count), so {previous} stands for nothing: "
        + "\(sent == 1 ? "that post went" : "\(sent) posts went"), and the rest did not. Let the command print "
        + "the id or the address of each post as its last line."
    }
  }
}
