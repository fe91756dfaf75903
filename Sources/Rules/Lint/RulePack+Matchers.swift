extension RulePack {
  /// The matchers of all rules and scopes, the inner ones too, in the order in which they are written.
  var allMatchers: [Matcher] {
    rules.flatMap(\.matchers) + scopes.flatMap { $0.match.flatMap(\.withInner) }
  }
}

extension Rule {
  /// The matchers of the rule, the inner ones too.
  var matchers: [Matcher] {
    let conditions = when + unless + weaker + stronger
    return (match.map(\.matcher) + conditions.map(\.matcher)).flatMap(\.withInner)
  }
}

extension Matcher {
  /// The matcher and those inside it.
  var withInner: [Matcher] {
    switch test {
    case .all(let matchers), .any(let matchers), .none(let matchers):
      [self] + matchers.flatMap(\.withInner)
    case .someOf(let kinds): [self] + kinds.flatMap(\.matcher.withInner)
    case .near(let nearness): [self] + nearness.items.flatMap(\.withInner)
    case .words, .pattern, .scope, .facts, .measure: [self]
    }
  }
}
