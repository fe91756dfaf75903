import Rules

/// Holds assessments against labels.
package struct Evaluator: Sendable {
  private let score: Score
  private let categoryNumbers: [String: Int]

  /// Takes the rules that the assessments come from.
  package init(_ rules: CompiledRules) {
    let manifest = rules.program.manifest
    score = Score(scoring: manifest.scoring, categories: manifest.categories)
    categoryNumbers = rules.categories
  }

  /// What the rules made of a labelled post.
  package func evaluated(
    id: String, label: PostLabel, assessment: Assessment
  ) -> EvaluatedPost {
    EvaluatedPost(
      id: id, label: label, verdict: assessment.verdict,
      hits: assessment.findings.map { hit($0, isTrial: false) }
        + assessment.trials.map { hit($0, isTrial: true) },
      isIncomplete: assessment.isIncomplete)
  }

  private func hit(_ finding: Finding, isTrial: Bool) -> RuleHit {
    let alone = score.assess([finding], categoryNumbers: categoryNumbers, isLifeAtRisk: false)
    return RuleHit(
      rule: finding.rule.id, category: finding.rule.category, severity: finding.severity,
      verdictAlone: alone.verdict, isTrial: isTrial)
  }
}
