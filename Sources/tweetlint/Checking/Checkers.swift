import PostText
import RiskEngine

/// The checkers of a run, one for each account profile, made when a draft needs it.
final class Checkers {
  private let rules: CompiledRules
  private let disabledRules: Set<String>
  private var profile: AccountProfile?
  private var checker: Checker

  /// Makes checkers for compiled rules, some of them switched off.
  init(rules: CompiledRules, disabledRules: Set<String>) {
    self.rules = rules
    self.disabledRules = disabledRules
    checker = Checker(rules: rules)
  }

  /// Checks a draft of an account; drafts of one account in a row share a checker.
  func check(_ draft: Draft, for profile: AccountProfile) -> Assessment {
    if profile != self.profile {
      checker = Checker(
        rules: rules, options: CheckOptions(profile: profile, disabledRules: disabledRules))
      self.profile = profile
    }
    return checker.check(draft)
  }
}
