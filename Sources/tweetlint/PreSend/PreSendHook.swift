import DecisionLog
import Glibc
import PostText
import PreSend
import Reports
import Rules

/// The hook `pre-send` with what it was asked to do.
struct PreSendHook {
  /// True when standard input is the text of the post and nothing else.
  var isPlain = false
  /// Who sends, when it is not the user of the machine.
  var author: String?
  /// The folder of hooks, when one is named.
  var hooks: String?
  /// What is given for sending all the same; the environment may give it too.
  var override: Override?
  /// Where settings come from.
  var source = SettingsSource()
  /// Puts over the post what options say of it.
  var apply: (inout Draft) -> Void = { _ in }

  /// The hook as it is asked for by options.
  init() {}

  /// The hook as installed hooks call it, with `--plain` and `--hooks DIR` at most; `nil` for anything else.
  ///
  /// Reading these few words by hand saves a third of the time that a person waits for the answer: the parser of
  /// arguments makes every option of every command first.
  init?(_ arguments: [String]) {
    guard arguments.starts(with: ["hook", "run", "pre-send"]) else { return nil }
    var rest = arguments.dropFirst(3)
    while let argument = rest.popFirst() {
      switch argument {
      case "--plain": isPlain = true
      case "--hooks":
        guard let folder = rest.popFirst(), folder.utf8.first != UInt8(ascii: "-") else {
          return nil
        }
        hooks = folder
      default: return nil
      }
    }
  }

  /// Decides about the post on standard input, answers, and ends with the hook's code.
  func run() throws(CommandFault) -> Never {
    CoreFiles.forbid()
    let (desk, gatekeeper) = try ready()
    let request: PreSendRequest
    do throws(CommandFault) {
      request = try self.request(at: desk)
    } catch {
      desk.waitForLog()
      throw error
    }
    try withExtendedLifetime(gatekeeper) { () throws(CommandFault) -> Never in
      try end(with: verdict(on: request, by: gatekeeper))
    }
  }

  /// Gets ready to decide; what stands in the way is answered to the tool as well.
  private func ready() throws(CommandFault) -> (PreSendDesk, Gatekeeper) {
    var made: PreSendDesk?
    do throws(CommandFault) {
      let desk = try PreSendDesk(try source.settings(), opensLog: true)
      made = desk
      return (desk, try desk.gatekeeper(for: .hook, hooks: hooks))
    } catch {
      made?.waitForLog()
      error.complain()
      let failure = Record.Failure(
        code: "not-checked", message: "The post was not checked: \(error.reason)")
      let bytes = (try? ByteFile.read(descriptor: 0, atMost: Self.mostInput)) ?? []
      throw try refused(failure, bytes, "the post was not checked, so it must not be sent")
    }
  }

  private func request(at desk: PreSendDesk) throws(CommandFault) -> PreSendRequest {
    var request = try read(ruleIDs: desk.rules.ids)
    apply(&request.draft)
    request.author = author ?? request.author
    return desk.completed(request)
  }

  private func verdict(on request: PreSendRequest, by gatekeeper: Gatekeeper) -> PreSendVerdict {
    let given = override ?? PreSendOptions.environmentOverride
    // While this thread checks, another one opens the log.
    let check = gatekeeper.check(request)
    return Waiting.for { await gatekeeper.decide(request, check, override: given) }
  }

  private func end(with verdict: PreSendVerdict) throws(CommandFault) -> Never {
    if !verdict.words.isEmpty { Console.complain(verdict.words) }
    try CommandOutput.deliver(verdict.json + [UInt8(ascii: "\n")])
    // What is appended is on the disk. Closing the log would also tidy its files, and letting go of the gatekeeper tidies
    // memory, for which a person would wait.
    Glibc.exit(verdict.exitCode)
  }

  // MARK: - Reading

  /// The most bytes that are taken from standard input, far more than a request may have.
  private static let mostInput = 1 << 20

  private func read(ruleIDs: [String]) throws(CommandFault) -> PreSendRequest {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(descriptor: 0, atMost: Self.mostInput)
    } catch {
      throw try refused(
        Record.Failure(code: error.code, message: "It could not be read: \(error.reason)."), [],
        "the post could not be read, so it must not be sent: \(error.reason)")
    }
    do throws(PreSendRequest.Fault) {
      return isPlain
        ? try PreSendRequest.read(plain: bytes, ruleIDs: ruleIDs)
        : try PreSendRequest.read(bytes, ruleIDs: ruleIDs)
    } catch {
      CommandFault.problems(error.problems).complain()
      throw try refused(
        error.failure, bytes,
        "the post could not be read, so it must not be sent: \(error.failure.message)")
    }
  }

  /// Answers that a post that could not be read or checked must not be sent, unless it says that a life is at risk, and
  /// gives back how the program ends, with words for people.
  private func refused(
    _ failure: Record.Failure, _ bytes: [UInt8], _ words: String
  ) throws(CommandFault) -> CommandFault {
    let isLifeAtRisk = isLifeAtRisk(bytes)
    try CommandOutput.deliver(
      PreSendVerdict.refusal(failure, isLifeAtRisk: isLifeAtRisk) + [UInt8(ascii: "\n")])
    guard isLifeAtRisk else { return .message(words) }
    EmergencyLane.tell(failure.message)
    return .exit(0)
  }

  private func isLifeAtRisk(_ bytes: [UInt8]) -> Bool {
    var draft = Draft("")
    apply(&draft)
    return draft.isLifeAtRisk || !isPlain && PreSendRequest.declaresLifeAtRisk(bytes)
  }
}
