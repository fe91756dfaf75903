/// Finds the drafts that a commit or a push changes, as git has them and not as they lie in the folder.
package struct GitDrafts: Sendable {
  private static let timeOut = 30.0
  private static let mostOutput = 64 << 20
  /// Differences as git's own programs read them, with what is added or changed and nothing guessed.
  private static let rawForm = [
    "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--diff-filter=ACMT",
  ]

  /// The files that are drafts.
  let patterns: [DraftPattern]

  /// Takes the patterns of the files that are drafts.
  package init(patterns: [DraftPattern]) {
    self.patterns = patterns
  }

  /// A draft as git has it.
  package struct File: Sendable {
    /// The path in the repository.
    package let path: String
    /// Its bytes.
    package let bytes: [UInt8]

    /// Names a draft.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The drafts that the next commit changes.
  package func staged() async throws(HookFault) -> [File] {
    let raw = try await git(["diff", "--cached"] + Self.rawForm)
    return try await files(GitChange.changes(in: raw).filter(isDraft))
  }

  /// A file that a tool names, as the next commit has it; `nil` for one that git does not know.
  package func staged(_ path: String) async throws(HookFault) -> File? {
    // A name stands for itself, whatever git would take its brackets and stars for.
    let known = try await git(["--literal-pathspecs", "ls-files", "--stage", "-z", "--", path])
    // Each is listed as `MODE BLOB STAGE<tab>PATH`.
    guard let entry = known.split(separator: 0).first,
      let tab = entry.firstIndex(of: UInt8(ascii: "\t"))
    else { return nil }
    let words = entry[..<tab].split(separator: UInt8(ascii: " "))
    guard words.count == 3 else { return nil }
    let change = GitChange(
      path: Array(entry[(tab + 1)...]), mode: String(decoding: words[0], as: UTF8.self),
      blob: String(decoding: words[1], as: UTF8.self))
    return try await files([change]).first
  }

  /// The drafts in all commits that a push carries, by what git says on the hook's standard input: in each line
  /// `REF COMMIT REMOTE-REF REMOTE-COMMIT`.
  ///
  /// Every commit is read and not only the last, since all of them can be looked at when they are pushed.
  package func pushed(_ lines: [UInt8], remote: String) async throws(HookFault) -> [File] {
    var changes: [GitChange] = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard words.count == 4 else {
        throw .command("git push", reason: "what it said of the commits cannot be read")
      }
      // A ref that is deleted carries nothing.
      if words[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { continue }
      let new = try await newCommits(of: words[1], theirs: words[3], remote: remote)
      let raw = try await git(
        ["diff-tree", "--stdin", "-r", "-m", "--root", "--no-commit-id"] + Self.rawForm, input: new)
      changes += GitChange.changes(in: raw).filter(isDraft)
    }
    var seen: Set<String> = []
    return try await files(changes.filter { seen.insert($0.blob).inserted })
  }

  /// The commits that the other side does not have, one a line.
  private func newCommits(
    of commit: String, theirs: String, remote: String
  ) async throws(HookFault) -> [UInt8] {
    var base = ["--remotes=\(remote)"]
    if theirs.utf8.contains(where: { $0 != UInt8(ascii: "0") }),
      (try? await git(["cat-file", "-e", theirs])) != nil
    {
      base = [theirs]
    }
    return try await git(["rev-list", commit, "--not"] + base)
  }

  private func files(_ changes: [GitChange]) async throws(HookFault) -> [File] {
    var files: [File] = []
    for change in changes {
      let path = String(decoding: change.path, as: UTF8.self)
      if change.isLink {
        throw .command("reading \(path)", reason: "it is a link; put the draft itself in its place")
      }
      if change.isRepository {
        throw .command("reading \(path)", reason: "it is a repository of its own and no draft")
      }
      files.append(File(path: path, bytes: try await git(["cat-file", "blob", change.blob])))
    }
    return files
  }

  private func isDraft(_ change: GitChange) -> Bool {
    patterns.contains { $0.matches(change.path) }
  }

  /// What git keeps of hooks for a repository: the folder that it looks in.
  package static func hooksFolder() async throws(HookFault) -> String {
    let path = try await GitDrafts(patterns: []).git(["rev-parse", "--git-path", "hooks"])
    return String(decoding: path.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private func git(_ arguments: [String], input: [UInt8] = []) async throws(HookFault) -> [UInt8] {
    // What is committed counts, and not what somebody told git to show in its place.
    let run = ProgramRun(
      path: "git", arguments: arguments, environment: [("GIT_NO_REPLACE_OBJECTS", "1")],
      timeOut: Self.timeOut, mostOutput: Self.mostOutput)
    let end: ProgramRun.End
    do throws(ProgramRun.Fault) {
      end = try await run.end(input: input)
    } catch {
      throw .command("git", reason: error.words)
    }
    guard end.code == 0 else {
      let words = end.error.prefix { $0 != UInt8(ascii: "\n") }
      throw .command("git \(arguments[0])", reason: String(decoding: words, as: UTF8.self))
    }
    return end.output
  }
}
