/// Checks terms and patterns: the one place where the loader meets what they are lowered to.
struct PatternChecks {
  /// Where faults go.
  let record: LoadRecord

  /// Checks that a term is well formed.
  func check(term value: YAMLValue, text: String) {
  }

  /// Checks the patterns of a pack once all lists are known.
  func check(patterns: [PatternSite], lists: [WordList]) {
  }
}
