package import Reports
package import RiskEngine

/// What every task of an audit shares: the rules, and what is made of the posts.
package struct AuditContext: Sendable {
  /// The rules.
  package var rules: CompiledRules
  /// The rules that are switched off.
  package var disabledRules: Set<String>
  /// What settings know of an account, by its handle.
  package var profile: @Sendable (String?) -> AccountProfile
  /// The account of posts that do not name one.
  package var account: String?
  /// Which posts are checked, and which findings are listed.
  package var filter: AuditFilter
  /// Writes the lines.
  package var writer: AuditLineWriter
  /// True when lines are wanted; reports that only count do without.
  package var writesLines: Bool
  /// Rules that the posts are checked by besides, to compare.
  package var other: OtherRules?
  /// Tells what is known from what is new; `nil` without a baseline.
  package var baseline: BaselineCheck?

  /// Rules to compare with.
  package struct OtherRules: Sendable {
    /// The rules.
    package var rules: CompiledRules
    /// Those of them that are switched off.
    package var disabledRules: Set<String>

    /// Gathers rules to compare with.
    package init(rules: CompiledRules, disabledRules: Set<String>) {
      self.rules = rules
      self.disabledRules = disabledRules
    }
  }

  /// Gathers what tasks share.
  package init(
    rules: CompiledRules, disabledRules: Set<String>,
    profile: @escaping @Sendable (String?) -> AccountProfile, account: String?,
    filter: AuditFilter, writer: AuditLineWriter, other: OtherRules? = nil, writesLines: Bool,
    baseline: BaselineCheck? = nil
  ) {
    self.rules = rules
    self.disabledRules = disabledRules
    self.profile = profile
    self.account = account
    self.filter = filter
    self.writer = writer
    self.other = other
    self.writesLines = writesLines
    self.baseline = baseline
  }
}
