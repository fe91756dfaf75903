package import PostText
import Rules

extension CompiledRules {
  /// An assessment as if only some of its findings had been made: they alone make its score and its verdict.
  ///
  /// - Parameters:
  ///   - assessment: What a check by these rules came to.
  ///   - draft: The draft that was checked.
  ///   - isLeft: Whether the finding with a number stays.
  /// - Returns: The assessment with the findings that stay.
  package func assessment(
    _ assessment: Assessment, of draft: Draft, leaving isLeft: (Int) -> Bool
  ) -> Assessment {
    var left = assessment
    left.findings = assessment.findings.indices.filter(isLeft).map { assessment.findings[$0] }
    guard left.findings.count < assessment.findings.count else { return assessment }
    let manifest = program.manifest
    let score = Score(scoring: manifest.scoring, categories: manifest.categories)
    (left.score, left.verdict, left.explanation) = score.assess(
      left.findings, categoryNumbers: categories, isLifeAtRisk: draft.isLifeAtRisk)
    return left
  }
}
