import Digests
import GRDB

/// Keeps what was decided before posts were sent, so that it can be trusted later.
///
/// Several processes and tasks may use one log at once. What was appended is on the disk when the call returns.
package final class DecisionLog: Sendable {
  /// The path of the file.
  package var path: String { file.path }
  /// True when the words of posts are kept.
  package let keepsText: Bool

  let file: LogFile
  let keys: LogKeys
  /// The name of the log, which its chain begins with.
  let id: [UInt8]
  /// The code that the first entry follows.
  let origin: [UInt8]
  let now: @Sendable () -> Int64

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keys: The keys that the log was, or is to be, made with.
  ///   - keepsText: True to keep the words of posts, sealed.
  ///   - mayMake: True to make the file where there is none.
  ///   - isShared: True when a group of users keeps the log together.
  ///   - now: The time in milliseconds since 1970.
  /// - Throws: When the file is not safe, not whole, or not a log that was made with the keys.
  package init(
    at path: String, keys: LogKeys, keepsText: Bool, mayMake: Bool = true,
    isShared: Bool = false,
    now: @escaping @Sendable () -> Int64
  ) throws(LogFault) {
    file = try LogFile(path: path, mayMake: mayMake, isShared: isShared)
    self.keys = keys
    self.keepsText = keepsText
    self.now = now
    let opening = LogOpening(file: file, key: keys.chain)
    if mayMake { try opening.makeTables() }
    try opening.checkTables()
    (id, origin) = try opening.identity()
  }

  /// What stands for the words of a post: nobody can find the words from it, not even by trying, without the key.
  package func contentHash(of pieces: [[UInt8]]) -> String {
    Hexadecimal.text(keys.content.code(of: [ChainLink.joined(pieces)]))
  }

  /// Adds a decision, and gives back the name of its entry.
  package func append(_ decision: Decision) throws(LogFault) -> EntryID {
    try Self.check(decision)
    let body = decision.body
    return try file.change { db in
      try append(.decision, body, text: keepsText ? decision.text : nil, in: db)
    }
  }

  /// The decision in an entry, and when it was written; `nil` when there is none, or when it was removed.
  package func decision(_ id: EntryID) throws(LogFault) -> (decision: Decision, at: Int64)? {
    try file.look { db in
      guard let entry = try entry(id, in: db), let decision = try decision(in: entry) else {
        return nil
      }
      return (decision, entry.link.at)
    }
  }

  /// The database holds this too; here it is told in words.
  private static func check(_ decision: Decision) throws(LogFault) {
    guard !PersonName(decision.author).isEmpty else {
      throw .refused("a decision must name its author")
    }
    if let approver = decision.approver {
      guard PersonName(approver) != PersonName(decision.author) else {
        throw .refused("the second person must be another than the author, \(decision.author)")
      }
    }
  }
}
