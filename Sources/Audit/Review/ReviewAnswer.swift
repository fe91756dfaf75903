/// What a person says of a finding.
package enum ReviewAnswer: String, Sendable, CaseIterable {
  /// The rule is right to speak.
  case right
  /// It should have kept quiet.
  case wrong
  /// It could be either.
  case unsure
}
