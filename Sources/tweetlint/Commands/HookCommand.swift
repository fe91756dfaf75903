import ArgumentParser

/// What stands between writing a post and sending it.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "Read every post before a tool or git lets it go.",
    discussion: """
      A hook is called with a post by the tool that is about to send it, and by git before drafts are committed or pushed.

      EXAMPLES
        tweetlint hook install                  # .tweetlint/hooks/pre-send, for tools that send
        tweetlint hook install --git            # pre-commit and pre-push of this repository
        tweetlint hook run pre-send < post.json
      """,
    subcommands: [
      HookInstallCommand.self, HookUninstallCommand.self, HookStatusCommand.self,
      HookRunCommand.self,
    ])
}

/// Where hooks are installed.
struct HookPlaceOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("A folder of hooks.", valueName: "dir"),
    completion: .directory)
  var dir: String?

  @Flag(name: .long, help: "The repository of git that you are in: pre-commit and pre-push.")
  var git = false

  @Flag(name: .long, help: "Your own folder, for everything that you send from this machine.")
  var global = false

  mutating func validate() throws {
    if [dir != nil, git, global].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of --dir, --git and --global.")
    }
  }
}
