import DecisionLog
import Drafts
import PostText
import PreSend
import Reports

/// Decides about the drafts of a commit or a push, one after another, and says so file by file.
struct GitHookRun {
  private let kind: HookKind
  private let desk: PreSendDesk
  private let drafts: GitDrafts

  /// Gets ready to be a hook of git.
  init(_ kind: HookKind, shared: SharedOptions) throws(CommandFault) {
    CoreFiles.forbid()
    self.kind = kind
    desk = try PreSendDesk(try shared.settings())
    drafts = GitDrafts(patterns: desk.settings.preSend.value.drafts)
  }

  // MARK: - Finding the drafts

  /// The drafts that the next commit changes.
  func staged() throws(CommandFault) -> [GitDrafts.File] {
    try CommandFault.waitingForHooks { [drafts] () async throws(HookFault) in
      try await drafts.staged()
    }
  }

  /// The drafts that a push carries.
  func pushed(_ lines: [UInt8], remote: String) throws(CommandFault) -> [GitDrafts.File] {
    try CommandFault.waitingForHooks { [drafts] () async throws(HookFault) in
      try await drafts.pushed(lines, remote: remote)
    }
  }

  /// Files that a tool names, as the next commit has them; those that git does not know, as they lie there.
  func named(_ paths: [String]) throws(CommandFault) -> [GitDrafts.File] {
    var files: [GitDrafts.File] = []
    for path in paths {
      let known = try CommandFault.waitingForHooks { [drafts] () async throws(HookFault) in
        try await drafts.staged(path)
      }
      if let known {
        files.append(known)
        continue
      }
      do throws(ByteFile.Fault) {
        files.append(
          GitDrafts.File(
            path: path, bytes: try ByteFile.read(path, atMost: DraftReader.inputLimit)))
      } catch {
        throw .message("cannot read \(path): \(error.reason)")
      }
    }
    return files
  }

  // MARK: - Deciding

  /// Decides about files; ends with the code of the strictest decision unless all may go.
  func decide(_ files: [GitDrafts.File]) throws(CommandFault) {
    guard !files.isEmpty else { return }
    let gatekeeper = try desk.gatekeeper(for: .git)
    let override = PreSendOptions.environmentOverride
    var exit = PreSendExit()
    for file in files {
      for read in DraftReader(name: file.path, ruleIDs: desk.rules.ids).drafts(in: file.bytes) {
        switch read.outcome {
        case .failure(let failure):
          tell(file, "could not be checked: \(failure.message)")
          CommandFault.problems(read.problems).complain()
          exit.add(.block, isUnchecked: true)
        case .draft(let draft, _):
          let request = desk.completed(PreSendRequest(draft))
          let verdict = Waiting.for { await gatekeeper.decide(request, override: override) }
          if !verdict.words.isEmpty { tell(file, verdict.words) }
          exit.add(verdict.decision, isUnchecked: verdict.isUnchecked)
        }
      }
    }
    if exit.code != 0 { throw .exit(exit.code) }
  }

  private func tell(_ file: GitDrafts.File, _ words: String) {
    Console.complain(TerminalText.shown(file.path) + ": " + words)
  }

  /// Runs the hook that ours stands in for, and ends as it does when it fails.
  func runLegacy(arguments: [String], input: [UInt8]) throws(CommandFault) {
    guard let hook = LegacyHook(of: kind, in: try HookPlace.gitFolder()) else { return }
    let end = try CommandFault.waitingForHooks { () async throws(HookFault) in
      try await hook.end(arguments: arguments, input: input)
    }
    try CommandOutput.deliver(end.words)
    if end.code != 0 { throw .exit(end.code) }
  }
}
