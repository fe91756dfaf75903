import PCRE2
import PostText
package import Rules

/// A program made ready to run: patterns compiled, prefilter built; immutable and shared by all tasks.
package final class CompiledRules: Sendable {
  /// The program it was made from.
  package let program: RuleProgram
  /// The patterns and what finds their candidates.
  let patterns: PatternSet
  /// The segments each pattern is matched against.
  let kinds: [SegmentKinds]
  /// The alternatives that each pattern triggers.
  let uses: [[Use]]
  /// The alternatives that no pattern triggers.
  let untriggered: [Use]
  /// Which nearness each pattern is an item of.
  let nearness: NearIndex
  /// The number of each category in the manifest.
  let categories: [String: Int]

  /// An alternative of a rule, by numbers.
  struct Use: Sendable {
    let rule: Int
    let alternative: Int
  }

  /// Makes a program ready.
  ///
  /// - Parameters:
  ///   - program: The rules.
  ///   - mode: Whether to compile everything now, for many posts, or each pattern when it is needed.
  ///   - usesPrefilter: Whether texts are scanned first, which changes the cost and nothing else.
  /// - Throws: ``PatternSet/Fault`` when a pattern does not compile.
  package init(
    _ program: RuleProgram, mode: PatternSet.Mode, usesPrefilter: Bool = true
  ) throws(PatternSet.Fault) {
    self.program = program
    let kinds = program.patterns.map { SegmentKinds($0.readings) }
    self.kinds = kinds
    let nearness = NearIndex(program.patterns)
    self.nearness = nearness
    patterns = try PatternSet(
      program.patterns.indices.map { index in
        let spec = program.patterns[index]
        // Texts are searched for what triggers, and for the leading items of nearness that does.
        let isTrigger = spec.isTrigger && spec.nearness == nil
        let isSought = isTrigger || !nearness.users[index].isEmpty
        return PatternSet.Entry(
          source: spec.source, isCaseless: spec.isCaseless, requirement: spec.requirement,
          kinds: isSought ? kinds[index].rawValue : 0, isConfirmed: isTrigger)
      }, mode: mode, usesPrefilter: usesPrefilter)
    var uses = [[Use]](repeating: [], count: program.patterns.count)
    var untriggered: [Use] = []
    for (number, rule) in program.rules.enumerated() {
      for (place, alternative) in rule.alternatives.enumerated() {
        let use = Use(rule: number, alternative: place)
        if let trigger = alternative.trigger {
          uses[trigger].append(use)
        } else {
          untriggered.append(use)
        }
      }
    }
    self.uses = uses
    self.untriggered = untriggered
    categories = Dictionary(
      program.manifest.categories.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }
}
