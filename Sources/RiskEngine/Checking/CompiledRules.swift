package import Prefilter
package import Rules

/// A program made ready to run, with its prefilter; immutable and shared by all tasks.
package final class CompiledRules: Sendable {
  /// The program it was made from.
  package let program: RuleProgram
  /// The expressions and what finds their candidates.
  let patterns: PatternSet
  /// The number of each category in the manifest.
  let categories: [String: Int]

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
    // Many drafts would read the same rules again and again.
    let program = mode == .machineCode ? program.inMemory : program
    self.program = program
    patterns = PatternSet(
      count: program.index.graph.count, mode: mode,
      kinds: { program.index.graph.nodes.start[$0].kinds },
      prefilter: usesPrefilter ? prefilter ?? program.makePrefilter() : nil
    ) { number in
      // A list or nearness is compiled by nobody.
      let expression = program.patterns[number].expression
      return .init(
        source: expression?.source ?? "", isCaseless: expression?.isCaseless ?? true)
    }
    categories = Dictionary(
      program.manifest.categories.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }
}
