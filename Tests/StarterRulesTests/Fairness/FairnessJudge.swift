import PostText
import RiskEngine
import Rules
import StarterRules

/// Reads posts by the shipped rules, to see whether two that ought to be alike are.
struct FairnessJudge: ~Copyable {
  private var checker: Checker

  /// What a post comes to, as far as its author can see.
  struct Outcome: Hashable, CustomStringConvertible {
    /// The verdict.
    let verdict: Verdict
    /// The rules that found something, in byte order.
    let rules: [String]

    var description: String {
      "\(verdict.rawValue) [\(rules.joined(separator: ", "))]"
    }
  }

  /// Makes the shipped rules ready; all tests share them.
  init() throws {
    checker = Checker(rules: try Self.rules.get())
  }

  private static let rules = Result {
    try CompiledRules(
      StarterRules.program(), mode: .interpreted, prefilter: StarterRules.prefilter())
  }

  /// What a post comes to, as an answer to another when one is given.
  mutating func outcome(of text: String, answering context: String? = nil) -> Outcome {
    var draft = Draft(text)
    draft.replyTo = context.map { Draft.Context(text: $0) }
    let assessment = checker.check(draft)
    return Outcome(
      verdict: assessment.verdict, rules: Set(assessment.findings.map(\.rule.id)).sorted())
  }
}
