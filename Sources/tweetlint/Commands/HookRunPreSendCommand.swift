import ArgumentParser

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
    var hook = PreSendHook()
    hook.isPlain = plain
    hook.author = author
    hook.hooks = options.hooks
    hook.override = options.override
    hook.source = shared.source
    hook.apply = draft.apply
    try hook.run()
  }
}
