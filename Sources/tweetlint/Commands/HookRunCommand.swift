import ArgumentParser

/// Runs hooks.
struct HookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Be a hook: pre-send, pre-commit or pre-push.",
    subcommands: [
      HookRunPreSendCommand.self, HookRunPreCommitCommand.self, HookRunPrePushCommand.self,
    ])

  /// Ends with a code that holds the post back: a tool that forgot to say which hook must not take help for an answer.
  func run() throws {
    throw ValidationError("Name the hook: pre-send, pre-commit or pre-push.")
  }
}
