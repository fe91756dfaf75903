package import RiskEngine

/// The counts of an audit, gathered record by record.
package struct AuditTally: Sendable, Equatable {
  /// The records that were checked.
  package private(set) var checked = 0
  /// The records that were left out, by reason.
  package private(set) var skipped: [String: Int] = [:]
  /// The records that could not be read, by code.
  package private(set) var failures: [String: Int] = [:]
  /// The posts in which nothing but findings of a baseline was found; they have no verdict.
  package private(set) var known = 0
  /// The other posts by verdict.
  package private(set) var verdicts: [Verdict: Int] = [:]
  /// The posts in which each rule found something, by rule id.
  package private(set) var rules: [String: Int] = [:]
  /// The posts of which something could not be checked.
  package private(set) var incomplete = 0

  /// No record yet.
  package init() {}

  /// All records.
  package var read: Int {
    checked + failed + skipped.values.reduce(0, +)
  }

  /// The records that could not be read.
  package var failed: Int {
    failures.values.reduce(0, +)
  }

  /// Counts a record.
  package mutating func add(_ record: AuditedRecord) {
    switch record.outcome {
    case .skipped(let reason): skipped[reason, default: 0] += 1
    case .failed(let failure): failures[failure.code, default: 0] += 1
    case .checked(let post): add(post)
    }
  }

  private mutating func add(_ post: AuditedPost) {
    checked += 1
    if post.isKnown { known += 1 } else { verdicts[post.verdict, default: 0] += 1 }
    incomplete += post.isIncomplete ? 1 : 0
    for rule in Set(post.findings.map(\.rule)) { rules[rule, default: 0] += 1 }
  }
}
