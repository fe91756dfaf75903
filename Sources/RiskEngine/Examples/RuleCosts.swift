import PCRE2
import PostText
import Prefilter
package import Rules

/// What each rule of a pack costs in a post, measured on the pack's own examples.
///
/// Only what PCRE2 runs is counted: the prefilter's scan is shared by all rules.
package struct RuleCosts: ~Copyable {
  private let pack: RulePack
  private let program: RuleProgram
  private let patterns: PatternSet
  private let scratch: PatternSet.Scratch
  /// The expressions that alternatives begin with, rule by rule.
  private let expressions: [[Int]]

  /// The cost of one rule.
  package struct Cost: Sendable {
    /// The rule's id.
    package let rule: String
    /// The mean time that its expressions take in a post, in nanoseconds.
    package let nanoseconds: Int
    /// In how many of a hundred posts one of them runs.
    package let share: Int
    /// The expression that takes the most of it.
    package let dearest: String
  }

  /// Makes the rules of a pack ready.
  package init(_ pack: RulePack) {
    self.pack = pack
    program = RuleProgram(lowering: pack)
    let rules = CompiledRules(program, mode: .machineCode)
    patterns = rules.patterns
    scratch = patterns.makeScratch()
    expressions = program.rules.map { [program] in Self.expressions(of: $0, in: program).sorted() }
  }

  /// Measures all rules.
  ///
  /// - Returns: The dearest first.
  package func measured() -> [Cost] {
    let texts = pack.rules.flatMap { $0.flags + $0.passes }.map(\.text)
    guard !texts.isEmpty else { return [] }
    var spent = [Duration](repeating: .zero, count: patterns.count)
    var runs = [Set<Int>](repeating: [], count: patterns.count)
    let all = Set(expressions.joined()).sorted()
    for (number, text) in texts.enumerated() { run(all, text, number, &spent, &runs) }
    let costs = zip(program.rules, expressions).map { rule, parts in
      let sum = parts.reduce(Duration.zero) { $0 + spent[$1] }
      let posts = parts.reduce(into: Set<Int>()) { $0.formUnion(runs[$1]) }
      let dearest = parts.max { spent[$0] < spent[$1] }
      return Cost(
        rule: rule.card.id, nanoseconds: Int(sum / .nanoseconds(texts.count)),
        share: posts.count * 100 / texts.count,
        dearest: dearest.flatMap { program.patterns[$0].expression?.source } ?? "")
    }
    return costs.sorted { ($1.nanoseconds, $0.rule) < ($0.nanoseconds, $1.rule) }
  }

  private func run(
    _ all: [Int], _ text: String, _ number: Int, _ spent: inout [Duration], _ runs: inout [Set<Int>]
  ) {
    var view = PostView()
    view.read(Draft(text))
    let clock = ContinuousClock()
    for segment in view.segments {
      let bytes = UnsafeBufferPointer(rebasing: view.bytes[segment.range])
      let candidates = scratch.candidates
      let kind = ReadingSet(of: segment.kind).rawValue
      patterns.scan(bytes, kind: kind, into: candidates)
      for pattern in all where patterns.mayMatch(pattern, kind: kind, candidates) {
        // The first run compiles, and counts for nothing.
        if runs[pattern].isEmpty { match(pattern, bytes) }
        spent[pattern] += clock.measure { match(pattern, bytes) }
        runs[pattern].insert(number)
      }
    }
  }

  /// Runs a pattern; one that gives up has cost what it cost.
  private func match(_ pattern: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    try? patterns.forEachMatch(of: pattern, in: bytes, scratch.candidates, using: scratch.match) {
      _, _ in true
    }
  }

  /// The expressions that a rule's alternatives begin with, each once.
  private static func expressions(of rule: RuleSpec, in program: RuleProgram) -> Set<Int> {
    var found: Set<Int> = []
    func add(_ pattern: Int) {
      if program.patterns[pattern].expression != nil { found.insert(pattern) }
      program.patterns[pattern].items.forEach(add)
    }
    rule.alternatives.compactMap(\.trigger).forEach(add)
    return found
  }
}
