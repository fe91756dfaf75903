import Rules
import TestSupport

/// Programs of generated rules, so that figures do not change with the shipped pack.
enum GeneratedProgram {
  /// A program of so many rules of one pattern each; the same every time.
  static func make(rules count: Int) -> RuleProgram {
    let rules = GeneratedRules.make(count: count, seed: 42)
    let manifest = PackManifest(
      id: "generated", version: "1", title: "Generated", engine: 1, scoring: Scoring(),
      categories: [Category(id: "tone", title: "Tone", family: "tone", severity: .caution)],
      references: [])
    let patterns = rules.map { rule in
      PatternSpec(
        .expression(ExpressionSpec(rule.source, isCaseless: rule.isCaseless)),
        readings: ReadingSet(.text), isTrigger: true)
    }
    let specs = rules.indices.map { index in
      RuleSpec(
        card: RuleCard(
          id: "rule-\(index)", title: "Rule", category: "tone", severity: .caution,
          confidence: 100, isSensitive: false,
          words: .init(readsAs: "", why: "", advice: "")),
        alternatives: [
          AlternativeSpec(
            trigger: index, atLeast: 1, rest: [], severity: .caution, confidence: 100)
        ], when: [], unless: [], weaker: [], stronger: [])
    }
    return RuleProgram(manifest: manifest, patterns: patterns, rules: specs, calendars: [])
  }
}
