import PCRE2
import PostText
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
  ///   - usesPrefilter: Whether texts are scanned first, which changes the cost and nothing else.
  package init(_ program: RuleProgram, mode: PatternSet.Mode, usesPrefilter: Bool = true) {
    self.program = program
    let kinds = program.patterns.map { SegmentKinds($0.readings).rawValue }
    graph = PatternGraph(program.patterns, kinds: kinds)
    patterns = PatternSet(
      zip(program.patterns, kinds).map { pattern, kinds in
        PatternSet.Entry(pattern.expression, kinds: kinds)
      }, mode: mode, usesPrefilter: usesPrefilter)
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

extension PatternSet.Entry {
  /// The entry of an expression; a list or nearness is looked for in no text of its own.
  fileprivate init(_ expression: ExpressionSpec?, kinds: UInt32) {
    self.init(
      source: expression?.source ?? "", isCaseless: expression?.isCaseless ?? true,
      requirement: expression?.requirement ?? .always, kinds: expression == nil ? 0 : kinds)
  }
}
