package import Prefilter
package import Rules

/// A program made ready to run, with its prefilter; immutable and shared by all tasks.
package final class CompiledRules: Sendable {
  /// The program it was made from.
  package let program: RuleProgram
  /// The expressions and what finds their candidates.
  let patterns: PatternSet
  /// How patterns are made of each other.
  let graph: PatternGraph
  /// Whether a match of a pattern can begin a finding.
  let isTrigger: [Bool]
  /// The alternatives that each pattern triggers.
  let uses: [[Use]]
  /// The alternatives that no pattern triggers.
  let untriggered: [Use]
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
  ///   - mode: How patterns are run; each is compiled when it is first needed.
  ///   - prefilter: The prefilter of just this program, when it lies ready; else it is made.
  ///   - usesPrefilter: Whether texts are scanned first, which changes the cost and nothing else.
  package init(
    _ program: RuleProgram, mode: PatternSet.Mode, prefilter: Prefilter? = nil,
    usesPrefilter: Bool = true
  ) {
    self.program = program
    graph = PatternGraph(program.patterns)
    patterns = PatternSet(
      program.patterns.map { pattern in
        // A list or nearness is looked for in no text of its own.
        let expression = pattern.expression
        return PatternSet.Entry(
          source: expression?.source ?? "", isCaseless: expression?.isCaseless ?? true,
          kinds: expression == nil ? 0 : pattern.readings.rawValue)
      }, mode: mode,
      prefilter: usesPrefilter ? prefilter ?? program.makePrefilter() : nil)
    isTrigger = program.patterns.map(\.isTrigger)
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
