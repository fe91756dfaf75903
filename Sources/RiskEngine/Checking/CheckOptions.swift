package import Rules

/// What settings change about a check.
package struct CheckOptions: Sendable {
  /// The account that publishes.
  package var profile: AccountProfile
  /// Weights and bands instead of the pack's own.
  package var scoring: Scoring?
  /// The rules that are switched off.
  package var disabledRules: Set<String>
  /// True to run observed rules too, which changes nothing else.
  package var observes: Bool

  /// Makes options; left alone, nothing is changed.
  package init(
    profile: AccountProfile = .init(), scoring: Scoring? = nil, disabledRules: Set<String> = [],
    observes: Bool = false
  ) {
    self.profile = profile
    self.scoring = scoring
    self.disabledRules = disabledRules
    self.observes = observes
  }
}
