import Glibc

/// Finds the drafts that a commit or a push changes, as git has them and not as they lie in the folder.
package struct GitDrafts: Sendable {
  /// The files that are drafts where settings name none; `*` stands for folders too.
  package static let patterns = [
    "*.post", "drafts/*.md", "drafts/*.txt", "drafts/*.json", "drafts/*.jsonl",
  ]
  private static let timeOut = 30.0
  private static let mostOutput = 64 << 20
  /// What git calls a commit that is not there.
  private static let zero = String(repeating: "0", count: 40)
  /// What git calls the files of the next commit.
  private static let index = ":0"
  /// The tree without files, which every repository of git knows.
  private static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

  /// The files that are drafts.
  let patterns: [String]

  /// Takes the patterns of the files that are drafts.
  package init(patterns: [String]) {
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
    let changed = try await paths([
      "diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT", "--no-ext-diff",
    ])
    return try await files(changed.filter(isDraft), at: Self.index)
  }

  /// Files that a tool names, as the next commit has them; `nil` for one that git does not know.
  package func staged(_ path: String) async throws(HookFault) -> File? {
    // A name stands for itself, whatever git would take its brackets and stars for.
    let known = try await git([
      "--literal-pathspecs", "ls-files", "--cached", "--full-name", "-z", "--", path,
    ])
    guard let name = Self.names(known).first else { return nil }
    return try await files([name], at: Self.index).first
  }

  /// The drafts that a push changes, by what git says on the hook's standard input: in each line
  /// `REF COMMIT REMOTE-REF REMOTE-COMMIT`.
  package func pushed(_ lines: [UInt8], remote: String) async throws(HookFault) -> [File] {
    var files: [File] = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard words.count == 4 else {
        throw .command("git push", reason: "what it said of the commits cannot be read")
      }
      // A ref that is deleted carries nothing.
      if words[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { continue }
      let base = try await base(of: words[1], theirs: words[3], remote: remote)
      let changed = try await paths([
        "diff", "--name-only", "-z", "--diff-filter=ACMRT", "--no-ext-diff", base, words[1],
      ])
      files += try await self.files(changed.filter(isDraft), at: words[1])
    }
    return files
  }

  /// What the other side has already: its own commit, or the last that both have, or nothing.
  private func base(
    of commit: String, theirs: String, remote: String
  ) async throws(HookFault) -> String {
    if theirs != Self.zero, (try? await git(["cat-file", "-e", theirs])) != nil { return theirs }
    let new = try await git(["rev-list", "--reverse", commit, "--not", "--remotes=\(remote)"])
    guard let first = new.split(separator: UInt8(ascii: "\n")).first else { return commit }
    let parent = String(decoding: first, as: UTF8.self) + "^"
    let known = try? await git(["rev-parse", "--verify", "--quiet", parent])
    return known == nil ? Self.emptyTree : parent
  }

  private func files(_ paths: [String], at commit: String) async throws(HookFault) -> [File] {
    var files: [File] = []
    for path in paths {
      files.append(
        File(path: path, bytes: try await git(["cat-file", "blob", "\(commit):\(path)"])))
    }
    return files
  }

  private func isDraft(_ path: String) -> Bool {
    patterns.contains { fnmatch($0, path, 0) == 0 }
  }

  private func paths(_ arguments: [String]) async throws(HookFault) -> [String] {
    Self.names(try await git(arguments))
  }

  private static func names(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What git keeps of hooks for a repository: the folder that it looks in.
  package static func hooksFolder() async throws(HookFault) -> String {
    let path = try await GitDrafts(patterns: []).git(["rev-parse", "--git-path", "hooks"])
    return String(decoding: path.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private func git(_ arguments: [String]) async throws(HookFault) -> [UInt8] {
    let run = ProgramRun(
      path: "git", arguments: arguments, timeOut: Self.timeOut, mostOutput: Self.mostOutput)
    let end: ProgramRun.End
    do throws(ProgramRun.Fault) {
      end = try await run.end(input: [])
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
