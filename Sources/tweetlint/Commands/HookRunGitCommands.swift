import ArgumentParser
import Drafts
import PreSend
import Reports

/// Decides about the drafts that a commit changes.
struct HookRunPreCommitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-commit", abstract: "Decide about the drafts of the next commit.",
    discussion: """
      Drafts are read as git is about to commit them, not as they lie in the folder. The setting pre_send.drafts \
      says which files are drafts; files that are named are. What does not go as it is fails the commit, unless \
      PRESEND_REASON (and PRESEND_APPROVER) say why, or `tweetlint log approve` did.
      """)

  @Argument(help: ArgumentHelp("Files, as pre-commit and lefthook name them.", valueName: "file"))
  var files: [String] = []

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let run = try GitHookRun(.preCommit, shared: shared)
    try run.decide(files.isEmpty ? try run.staged() : try run.named(files))
    try run.runLegacy(arguments: [], input: [])
  }
}

/// Decides about the drafts that a push carries.
struct HookRunPrePushCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-push", abstract: "Decide about the drafts that a push carries.",
    discussion:
      "Called by git with the name and address of the remote, and the commits on standard input.")

  @Argument(help: ArgumentHelp("The name of the remote.", valueName: "remote"))
  var remote: String

  @Argument(help: ArgumentHelp("The address of the remote.", valueName: "url"))
  var address: String?

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    let run = try GitHookRun(.prePush, shared: shared)
    let lines: [UInt8]
    do throws(ByteFile.Fault) {
      lines = try ByteFile.read(descriptor: 0, atMost: 16 << 20)
    } catch {
      throw CommandFault.message("what git says of the push could not be read: \(error.reason)")
    }
    try run.decide(try run.pushed(lines, remote: remote))
    try run.runLegacy(arguments: [remote] + (address.map { [$0] } ?? []), input: lines)
  }
}
