import GRDB

/// Which decisions of the history are asked for.
package struct LogFilter: Sendable, Equatable {
  /// Only those from this moment on, in milliseconds since 1970.
  package var since: Int64?
  /// Only those before this moment.
  package var until: Int64?
  /// Only those about this account.
  package var account: String?
  /// Only those of this author.
  package var author: String?
  /// Only those with this outcome.
  package var outcome: Decision.Outcome?
  /// Only posts that went at once since a life was at risk and that nobody has reviewed yet.
  package var isAwaitingReview = false

  /// Asks for all.
  package init() {}

  /// The condition in the language of the database, with what stands for its question marks.
  var condition: (sql: String, arguments: StatementArguments) {
    var terms = ["e.kind = 'decision'"]
    var arguments: StatementArguments = []
    let outcome = isAwaitingReview ? Decision.Outcome.lifeAtRisk.rawValue : nil
    let parts: [(String, (any DatabaseValueConvertible)?)] = [
      ("e.at >= ?", since), ("e.at < ?", until), ("e.account = ?", account),
      ("e.author = ?", author), ("e.outcome = ?", self.outcome?.rawValue),
      ("e.outcome = ?", outcome),
    ]
    for case (let term, let value?) in parts {
      terms.append(term)
      arguments += [value]
    }
    return (terms.joined(separator: " AND "), arguments)
  }
}
