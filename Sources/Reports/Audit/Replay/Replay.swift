import JSON
package import RiskEngine
import Rules

/// What other rules make of a post whose verdict they would change, or in which they find something else.
package struct Replay: Sendable, Equatable {
  /// Their verdict.
  package var verdict: Verdict
  /// Their score.
  package var score: Int
  /// The rules that find something only there, by id.
  package var added: [String]
  /// The rules that find something only here, by id.
  package var removed: [String]

  /// Gathers what other rules make of a post.
  package init(verdict: Verdict, score: Int, added: [String], removed: [String]) {
    self.verdict = verdict
    self.score = score
    self.added = added
    self.removed = removed
  }

  /// Compares what two packs make of a post; `nil` when they agree.
  package init?(of assessment: Assessment, under other: Assessment) {
    let (here, there) = (Self.rules(of: assessment), Self.rules(of: other))
    guard assessment.verdict != other.verdict || here != there else { return nil }
    self.init(
      verdict: other.verdict, score: other.score, added: there.filter { !here.contains($0) },
      removed: here.filter { !there.contains($0) })
  }

  private static func rules(of assessment: Assessment) -> [String] {
    Set(assessment.findings.map(\.rule.id)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Replay {
  /// Writes what other rules make of a post.
  func write(to writer: inout JSONWriter) {
    writer.member("verdict", verdict.rawValue)
    writer.member("score", score)
    writer.member("added", added)
    writer.member("removed", removed)
  }
}
