/// What settings change about a check.
package struct CheckOptions: Sendable {
  /// The account that publishes.
  package var profile: AccountProfile
  /// The rules that are switched off.
  package var disabledRules: Set<String>
  /// True to run observed rules too, which changes nothing else.
  package var observes: Bool

  /// Makes options; left alone, nothing is changed.
  package init(
    profile: AccountProfile = .init(), disabledRules: Set<String> = [], observes: Bool = false
  ) {
    self.profile = profile
    self.disabledRules = disabledRules
    self.observes = observes
  }
}
