internal import PCRE2

/// An order of a program's patterns in which those that posts have most often stand side by side.
///
/// A post touches some hundred of tens of thousands of patterns, mostly the same ones as the post before: in
/// this order they share a few lines of the cache.
struct PatternOrder {
  /// The old number of each pattern.
  private let old: [Int]
  /// The new number of each pattern.
  private let new: [Int]

  /// Orders patterns: expressions by how often their literals occur, then what is made of them.
  init(_ patterns: [PatternSpec], requirements: [Requirement]) {
    let rates = requirements.map(\.expectedRate)
    let expressions = patterns.indices.filter { patterns[$0].expression != nil }
    let others = patterns.indices.filter { patterns[$0].expression == nil }
    old = expressions.sorted { (-rates[$0], $0) < (-rates[$1], $1) } + others
    var new = Array(repeating: 0, count: old.count)
    for (number, place) in old.enumerated() { new[place] = number }
    self.new = new
  }

  /// A list by pattern in the new order.
  func sorted<Element>(_ elements: [Element]) -> [Element] {
    old.map { elements[$0] }
  }

  /// A pattern with the new numbers of its items.
  func renumbered(_ pattern: PatternSpec) -> PatternSpec {
    var pattern = pattern
    switch pattern.body {
    case .expression: break
    case .anyOf(let items): pattern.body = .anyOf(items.map { new[$0] })
    case .near(var near):
      near.items = near.items.map { new[$0] }
      pattern.body = .near(near)
    }
    return pattern
  }

  /// A rule with the new numbers of its patterns.
  func renumbered(_ rule: RuleSpec) -> RuleSpec {
    RuleSpec(
      card: rule.card,
      alternatives: rule.alternatives.map { alternative in
        var alternative = alternative
        alternative.trigger = alternative.trigger.map { new[$0] }
        alternative.rest = alternative.rest.map(renumbered)
        return alternative
      },
      when: rule.when.map(renumbered), unless: rule.unless.map(renumbered),
      weaker: rule.weaker.map(renumbered), stronger: rule.stronger.map(renumbered),
      kinds: rule.kinds.map { KindSpec(name: $0.name, test: renumbered($0.test)) },
      spares: rule.spares)
  }

  private func renumbered(_ condition: ConditionSpec) -> ConditionSpec {
    var condition = condition
    condition.test = renumbered(condition.test)
    return condition
  }

  private func renumbered(_ test: ProgramTest) -> ProgramTest {
    switch test {
    case .pattern(let pattern, let atLeast): .pattern(new[pattern], atLeast: atLeast)
    case .all(let tests): .all(tests.map(renumbered))
    case .any(let tests): .any(tests.map(renumbered))
    case .none(let tests): .none(tests.map(renumbered))
    case .someOf(let tests, let least): .someOf(tests.map(renumbered), atLeast: least)
    case .fact, .measure: test
    }
  }
}
