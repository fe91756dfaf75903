import ArgumentParser

/// Runs hooks.
struct HookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Be a hook: pre-send, pre-commit or pre-push.",
    subcommands: [
      HookRunPreSendCommand.self, HookRunPreCommitCommand.self, HookRunPrePushCommand.self,
    ])
}
