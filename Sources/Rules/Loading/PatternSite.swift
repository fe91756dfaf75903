/// A pattern of a pack with what is needed to check it.
struct PatternSite {
  /// The text as it is written.
  let value: YAMLValue
  /// How it is tested.
  let test: Matcher.PatternTest
  /// The values that name its groups, in the order of the test's validators.
  let groups: [YAMLValue?]
}
