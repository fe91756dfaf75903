import ArgumentParser
import DecisionLog
import PostText
import PreSend
import Reports

/// Decides about one post by the protocol `pre-send/1`.
struct HookRunPreSendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-send", abstract: "Decide about the post on standard input.",
    discussion: """
      Standard input is one JSON object of pre-send/1 of at most 256 KiB, or with --plain the text alone. The answer on \
      standard output is one JSON object, bound to the text by its SHA-256; words for people are on standard error.

      EXIT STATUS
        0  it may be sent
        1  it must not be sent as it is
        2  it could not be checked, so it must not be sent
        3  a second person has to look at it first
        64 wrong usage
      """)

  @Flag(name: .long, help: "Standard input is the text of the post and nothing else.")
  var plain = false

  @OptionGroup(title: "What surrounds the post")
  var draft: DraftOptions

  @Option(
    name: .long, help: ArgumentHelp("Who sends it; you, if left out.", valueName: "name"))
  var author: String?

  @OptionGroup(title: "Sending all the same")
  var options: PreSendOptions

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    CoreFiles.forbid()
    let desk = try PreSendDesk(try shared.settings())
    var request = try read(ruleIDs: desk.rules.ids)
    draft.apply(to: &request.draft)
    request.author = author ?? request.author
    request = desk.completed(request)
    let gatekeeper = try desk.gatekeeper(for: .hook, hooks: options.hooks)
    let override = options.override(environment: desk.environment)
    let verdict = Waiting.for { [request] in
      await gatekeeper.decide(request, override: override)
    }
    if !verdict.words.isEmpty { Console.complain(verdict.words) }
    try CommandOutput.deliver(verdict.json + [UInt8(ascii: "\n")])
    throw CommandFault.exit(verdict.exitCode)
  }

  private func read(ruleIDs: [String]) throws(CommandFault) -> PreSendRequest {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(descriptor: 0, atMost: 1 << 20)
    } catch {
      throw .message("the post could not be read: \(error.reason)")
    }
    do throws(PreSendRequest.Fault) {
      return plain
        ? try PreSendRequest.read(plain: bytes, ruleIDs: ruleIDs)
        : try PreSendRequest.read(bytes, ruleIDs: ruleIDs)
    } catch {
      if error.problems.isEmpty {
        throw .message(
          "the post could not be read, so it must not be sent: \(error.failure.message)")
      }
      throw .problems(error.problems)
    }
  }
}
