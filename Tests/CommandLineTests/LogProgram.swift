import DecisionLog
import Foundation
import RiskEngine
import Rules

/// The program with a decision log, into which tests write as a check before sending would.
struct LogProgram {
  /// The program.
  var program: Program
  /// The moment that the log takes for now.
  var at: Int64 = 1_764_000_000_000

  /// Makes a program whose settings keep the words of posts, unless told otherwise.
  init(keepsText: Bool = true) throws {
    program = try Program()
    try program.folder.write("decisions: {keep_text: \(keepsText)}\n", to: ".tweetlint.yaml")
  }

  /// The file of the log.
  var path: String { program.folder.url.path + "/.local/state/tweetlint/decisions.sqlite" }
  /// The file of the key.
  var key: String { program.folder.url.path + "/.config/tweetlint/decisions.key" }

  /// Opens the log as the program would.
  func log() throws -> DecisionLog {
    let at = at
    return try DecisionLog(at: path, keys: LogKeys.load(key), keepsText: true) { at }
  }

  /// Adds a decision.
  @discardableResult
  func decide(
    _ outcome: Decision.Outcome, author: String = "anna", reason: String? = nil,
    text: String = "Kicking down doors"
  ) throws -> EntryID {
    let log = try log()
    return try log.append(
      Decision(
        author: author, account: "myforce", channel: "x", surface: .hook,
        contentHash: log.contentHash(of: [Array(text.utf8)]), text: Array(text.utf8),
        verdict: .review, score: 40,
        findings: [
          Decision.Finding(
            rule: "door-joke", category: "tone", severity: .serious, part: "text", span: 0..<7)
        ],
        outcome: outcome, reason: reason,
        pack: Decision.Pack(id: "test-pack", version: "2.0.0", sha256: "00")))
  }

  /// Runs `tweetlint log` with further words.
  func run(_ words: String...) throws -> Program.Run {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    return try program.shell("\"$T\" log \(quoted)")
  }
}
