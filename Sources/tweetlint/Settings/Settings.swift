import RiskEngine
import Rules

/// What is in force: the program's own values, a settings file over them, options over both.
struct Settings: Sendable {
  /// The settings file, when there is one.
  var file: String?
  /// The handle of the account that publishes.
  var account = Setting<String?>(nil)
  /// What is known of the account in general.
  var profile = Setting(AccountProfile())
  /// What is known of accounts, by handle in small letters: the networks take no notice of capitals.
  var accounts = Setting<[String: NamedAccount]>([:])
  /// The folder of the rules; the built-in ones when `nil`.
  var rules = Setting<String?>(nil)
  /// Folders with further rules.
  var addRules = Setting<[String]>([])
  /// Rules that are switched off, each with the place where it was named.
  var disable = Setting<[Placed<String>]>([])
  /// The verdict from which on a check fails.
  var failOn = Setting(Verdict.review)
  /// The form of results.
  var format = Setting(OutputFormat.text)
  /// When colours are used.
  var colour = Setting(ColourChoice.auto)
  /// Weights and bands that replace the pack's.
  var scoring = Setting(ScoringChange())
  /// Days of mourning besides those of the pack.
  var mourning = Setting<[Calendar.Period]>([])
  /// Where decisions are kept, and for how long.
  var decisions = Setting(DecisionSettings())

  /// What is asked for before a post is sent.
  var preSend = Setting(PreSendSettings())

  /// What is known of one account.
  func profile(of account: String?) -> AccountProfile {
    if accounts.value.isEmpty { return profile.value }
    return account.flatMap { accounts.value[$0.lowercased()]?.profile } ?? profile.value
  }
}

/// What is known of one account, with its handle as it is written.
struct NamedAccount: Sendable {
  /// The handle, without the at sign.
  var handle: String
  /// What is known of the account.
  var profile: AccountProfile
}

/// Weights and bands that replace a pack's; what is `nil` stays.
struct ScoringChange: Equatable, Sendable {
  /// The points by severity.
  var points: [Severity: Int] = [:]
  /// The lowest score that asks for a review.
  var review: Int?
  /// The lowest score that holds a post.
  var hold: Int?

  /// The scoring with the changes made.
  func applied(to scoring: Scoring) -> Scoring {
    var changed = scoring
    changed.advice = points[.advice] ?? scoring.advice
    changed.caution = points[.caution] ?? scoring.caution
    changed.serious = points[.serious] ?? scoring.serious
    changed.stop = points[.stop] ?? scoring.stop
    changed.review = review ?? scoring.review
    changed.hold = hold ?? scoring.hold
    return changed
  }
}
