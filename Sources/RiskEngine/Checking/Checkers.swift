package import PostText

/// The checkers of a task, one for each account profile, made when a draft needs it.
package final class Checkers {
  /// The most profiles that are kept ready; a run over more accounts than that with settings of their own is rare.
  private static let most = 8

  private let rules: CompiledRules
  private let disabledRules: Set<String>
  private let observes: Bool
  private var ready: [Ready] = []

  /// A checker and what it is for.
  private final class Ready {
    let profile: AccountProfile
    var checker: Checker

    init(_ profile: AccountProfile, _ checker: consuming Checker) {
      self.profile = profile
      self.checker = checker
    }
  }

  /// Makes checkers for compiled rules, some of them switched off.
  ///
  /// - Parameters:
  ///   - rules: The rules.
  ///   - disabledRules: Those that are switched off.
  ///   - observes: Whether observed rules are run, as audits want.
  package init(rules: CompiledRules, disabledRules: Set<String>, observes: Bool = false) {
    self.rules = rules
    self.disabledRules = disabledRules
    self.observes = observes
  }

  /// Checks a draft of an account.
  package func check(_ draft: Draft, for profile: AccountProfile) -> Assessment {
    if let known = ready.last(where: { $0.profile == profile }) {
      return known.checker.check(draft)
    }
    if ready.count == Self.most { ready.removeFirst() }
    let options = CheckOptions(
      profile: profile, disabledRules: disabledRules, observes: observes)
    let made = Ready(profile, Checker(rules: rules, options: options))
    ready.append(made)
    return made.checker.check(draft)
  }
}
