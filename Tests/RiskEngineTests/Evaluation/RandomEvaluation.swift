import Rules
import TestSupport

@testable import RiskEngine

/// Labelled posts of every kind, drawn by lot.
enum RandomEvaluation {
  private static let categories = ["tone", "data", "law", "format"]
  private static let rules = (0..<8).map { (id: "rule-\($0)", category: categories[$0 % 4]) }

  /// Posts; the same seed gives the same posts.
  static func posts(_ count: Int, seed: UInt64) -> [EvaluatedPost] {
    var lots = SeededGenerator(seed: seed)
    return (0..<count).map { post("p\($0)", &lots) }
  }

  private static func post(_ id: String, _ lots: inout SeededGenerator) -> EvaluatedPost {
    let label: PostLabel =
      switch Int.random(in: 0..<4, using: &lots) {
      case 0: .risky([])
      case 1:
        .risky(Array(categories.shuffled(using: &lots).prefix(.random(in: 1...3, using: &lots))))
      default: .ordinary
      }
    let hits = rules.shuffled(using: &lots).prefix(.random(in: 0...3, using: &lots)).map { rule in
      RuleHit(
        rule: rule.id, category: rule.category,
        severity: Severity.allCases.randomElement(using: &lots) ?? .advice,
        verdictAlone: Verdict.allCases.dropFirst().randomElement(using: &lots) ?? .advise,
        isTrial: rule.id == "rule-7")
    }
    let counted = hits.filter { !$0.isTrial }
    return EvaluatedPost(
      id: id, label: label, verdict: counted.map(\.verdictAlone).max() ?? .clear, hits: hits,
      isIncomplete: Int.random(in: 0..<10, using: &lots) == 0)
  }
}
