import ArgumentParser
import PreSend

/// The options of everything that decides about posts before they are sent.
struct PreSendOptions: ParsableArguments {
  @Flag(
    name: [.customLong("override")],
    help: "Send although something was found, as far as the policy lets you; needs --reason.")
  var overrides = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Why it goes all the same, in at least 10 letters; kept in the decision log.",
      valueName: "text"))
  var reason: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The second person who agrees; never the author.", valueName: "name"))
  var approver: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of hooks; PRESEND_HOOKS_DIR, the nearest .tweetlint/hooks or your own if left out.",
      valueName: "dir"), completion: .directory)
  var hooks: String?

  mutating func validate() throws {
    if !overrides, reason != nil || approver != nil {
      throw ValidationError("--reason and --approver belong to --override.")
    }
  }

  /// What options give for sending all the same.
  var override: Override? {
    overrides ? Override(reason: reason, approver: approver) : nil
  }

  /// What the environment gives for it, which a tool in between passes on.
  static var environmentOverride: Override? {
    guard let reason = Environment["PRESEND_REASON"], !reason.isEmpty,
      Environment["PRESEND_SKIP"] == nil
    else { return nil }
    return Override(reason: reason, approver: Environment["PRESEND_APPROVER"])
  }
}
