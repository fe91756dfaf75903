/// What an account may own, so that it is not a private person's.
package enum OwnValueKind: String, Sendable, CaseIterable {
  /// The force's own buildings.
  case stations
  /// The force's own telephone numbers.
  case hotlines
  /// The force's own accounts.
  case handles
  /// The force's own e-mail addresses.
  case emails
}
