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
  /// - Parameters:
  ///   - matcher: A matcher of words or a pattern.
  ///   - letterCase: How case counts for words that do not say.
  /// - Returns: `nil` for matchers that are no pattern of their own.
  package func pattern(
    of matcher: Matcher, letterCase: Matcher.LetterCase? = nil
  ) -> (source: String, isCaseless: Bool, validators: [Matcher.ValidatorUse])? {
    switch matcher.test {
    case .words(var terms):
      terms.letterCase = terms.letterCase ?? letterCase
      return (lists.pattern(for: terms), true, [])
    case .pattern(let test):
      let expansion = PatternExpansion(
        test.source.value, lists: lists, letterCase: test.letterCase)
      return (expansion.source, test.letterCase == .ignore, test.validators)
    case .near, .all, .any, .none, .scope, .facts, .measure:
      return nil
    }
  }
}
