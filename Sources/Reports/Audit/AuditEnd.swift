/// What an audit says at its end: counts that reconcile, and what keeps the result from being complete.
package struct AuditEnd: Sendable, Equatable {
  /// The counts.
  package var tally: AuditTally
  /// What went wrong with an input besides single records, such as a count that does not hold.
  package var complaints: [Complaint]
  /// The rules that the posts were checked by.
  package var rules: RulesIdentity
  /// The rules that the posts were checked by besides, to compare; `nil` when there are none.
  package var otherRules: RulesIdentity?
  /// How the findings stand against the baseline; `nil` when there is none.
  package var baseline: BaselineCounts?
  /// How much of the result may be seen.
  package var showing: Showing

  /// Gathers what is said at the end.
  package init(
    tally: AuditTally, complaints: [Complaint], rules: RulesIdentity,
    otherRules: RulesIdentity? = nil, baseline: BaselineCounts? = nil,
    showing: Showing = Showing()
  ) {
    self.tally = tally
    self.complaints = complaints
    self.rules = rules
    self.otherRules = otherRules
    self.baseline = baseline
    self.showing = showing
  }

  /// How much of what was found a result lists and shows; a report made of it later must say the same.
  package struct Showing: Sendable, Equatable {
    /// True when the words that sensitive rules found are shown.
    package var isSensitiveShown: Bool
    /// The filters in force, in words, such as `posts since 2024-01-01`; none when everything is listed.
    package var filters: [String]

    /// Says what is listed and shown; without more, everything is listed and sensitive words are hidden.
    package init(isSensitiveShown: Bool = false, filters: [String] = []) {
      self.isSensitiveShown = isSensitiveShown
      self.filters = filters
    }
  }

  /// Something about an input that belongs to no record.
  package struct Complaint: Sendable, Equatable {
    /// The stable code, such as `wrong-count`.
    package var code: String
    /// What is wrong and what it means.
    package var message: String
    /// The file or member.
    package var file: String

    /// Gathers what is known.
    package init(code: String, message: String, file: String) {
      self.code = code
      self.message = message
      self.file = file
    }
  }
}
