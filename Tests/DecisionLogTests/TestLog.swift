import Digests
import Foundation
import GRDB
import RiskEngine
import Rules
import Synchronization

@testable import DecisionLog

/// A log in a folder that goes away with it, with a clock that the test turns.
final class TestLog: Sendable {
  /// The folder.
  let folder: URL
  /// The key that the log is made with.
  let key = HashKey()
  private let clock = Mutex<Int64>(1_700_000_000_000)

  /// Makes an empty folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("decision-log-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The path of the log.
  var path: String { folder.appendingPathComponent("decisions.sqlite").path }

  /// Opens the log, anew each time.
  func open(keepsText: Bool = false, key: HashKey? = nil) throws -> DecisionLog {
    try DecisionLog(at: path, keys: LogKeys(key ?? self.key), keepsText: keepsText) {
      self.clock.withLock {
        $0 += 1
        return $0
      }
    }
  }

  /// Lets days pass.
  func pass(days: Int) {
    clock.withLock { $0 += Int64(days) * 86_400_000 }
  }

  /// Changes the file behind the log's back.
  func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql, arguments: arguments)
    }
    try queue.close()
  }

  /// The bytes of the file and of those beside it.
  func bytes() throws -> Data {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasPrefix("decisions.sqlite") }.reduce(into: Data()) {
      $0 += try Data(contentsOf: folder.appendingPathComponent($1))
    }
  }
}

extension Decision {
  /// A decision of a test; what does not matter is made up.
  static func sample(
    author: String = "anna", contentHash: String = String(repeating: "ab", count: 32),
    text: String? = nil, outcome: Outcome = .held, approver: String? = nil
  ) -> Decision {
    Decision(
      author: author, account: "myforce", channel: "x", surface: .hook, attempt: "attempt-1",
      contentHash: contentHash, text: text.map { Array($0.utf8) }, verdict: .review, score: 40,
      findings: [
        Finding(
          rule: "force-relish.doors", category: "force-relish", severity: .serious, part: "text",
          span: 0..<7)
      ],
      notChecked: ["media[0]: no words"], waived: [Waiver(rule: "link", reason: "agreed")],
      outcome: outcome, reason: "It is needed now", approver: approver,
      pack: Pack(id: "uk-police", version: "1.0.0", sha256: String(repeating: "0", count: 64)))
  }
}
