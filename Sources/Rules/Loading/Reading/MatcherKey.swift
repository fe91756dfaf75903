/// The keys of a matcher: those that say what is looked for, and those that say how.
enum MatcherKey {
  /// The keys of which a matcher has exactly one.
  static let tests = [
    "words", "list", "pattern", "near", "all", "any", "none", "some", "scope", "fact", "measure",
  ]
  /// The keys that may stand beside them.
  static let modifiers = [
    "in", "case", "masked", "within", "order", "across", "at_least", "validate", "min", "max",
    "severity", "confidence", "name",
  ]

  /// The tests that a modifier means something for.
  static func tests(for modifier: String) -> [String] {
    switch modifier {
    case "in": ["words", "list", "pattern", "near", "some", "scope"]
    case "case": ["words", "list", "pattern", "near"]
    case "masked": ["words", "list"]
    case "within", "order", "across": ["near"]
    case "at_least": ["words", "list", "pattern", "some"]
    case "validate": ["pattern"]
    case "min", "max": ["measure"]
    default: tests
    }
  }
}

/// Where in a pack a matcher stands, which decides what it may be.
enum MatcherPosition {
  /// Directly in the `match` of a rule, where it may carry a severity of its own.
  case alternative
  /// Directly in the `match` of a scope.
  case scopeMatch
  /// An item of `all`.
  case all
  /// An item of `any` or `none`.
  case any
  /// An item of `some`, which may have a name.
  case some
  /// A condition.
  case condition
  /// An item of `near`.
  case near
}
