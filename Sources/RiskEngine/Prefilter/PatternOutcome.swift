package import PCRE2

/// What became of a pattern on one segment of text; silence means that it does not match.
package enum PatternOutcome: Sendable, Equatable {
  /// It matches somewhere.
  case found
  /// PCRE2 could not say, because of a limit or another error.
  case failed(MatchFailure)
  /// It does not compile: only of a set that compiles late.
  case unusable(PatternError)
}
