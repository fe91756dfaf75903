/// Writes the matchers that look at text, words, patterns and nearness, as PCRE2 patterns.
package struct MatcherPatterns: Sendable {
  /// The lists that matchers may name.
  package let lists: ListPatterns

  /// Writes patterns with the lists of one pack.
  package init(lists: ListPatterns) {
    self.lists = lists
  }

  /// The pattern of a matcher, whether it is compiled caseless, and the checks of its matches.
  ///
  /// - Parameter matcher: A matcher of words, a pattern or nearness; others have no pattern.
  package func pattern(
    of matcher: Matcher
  ) -> (source: String, isCaseless: Bool, validators: [Matcher.ValidatorUse]) {
    switch matcher.test {
    case .words(let terms):
      return (lists.pattern(for: terms), true, [])
    case .pattern(let test):
      let expansion = PatternExpansion(
        test.source.value, lists: lists, letterCase: test.letterCase)
      return (expansion.source, test.letterCase == .ignore, test.validators)
    case .near(let nearness):
      let near = NearPattern(
        within: nearness.within, isOrdered: nearness.isOrdered,
        crossesSentences: nearness.crossesSentences)
      return (near.pattern(for: nearness.items.map { item($0, in: nearness) }), true, [])
    case .all, .any, .none, .scope, .facts, .measure:
      return ("", true, [])
    }
  }

  /// An item of nearness, letter case taken from the whole where the item does not say.
  private func item(_ matcher: Matcher, in nearness: Matcher.Nearness) -> String {
    switch matcher.test {
    case .words(var terms):
      terms.letterCase = terms.letterCase ?? nearness.letterCase
      return lists.pattern(for: terms)
    case .pattern(let test):
      let source = pattern(of: matcher).source
      return (test.letterCase == .ignore ? "(?:" : "(?-i:") + source + ")"
    default:
      return pattern(of: matcher).source
    }
  }
}
