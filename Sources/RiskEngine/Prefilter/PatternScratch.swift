package import PCRE2

/// What one thread needs to match a set of patterns; it may serve only the set it was made for.
package final class PatternScratch {
  /// For PCRE2.
  package let match: MatchScratch
  /// For the prefilter.
  package let candidates: CandidateScratch

  /// Makes scratch for a set of so many patterns.
  package init(patternCount: Int, limits: MatchLimits = .init()) {
    self.match = MatchScratch(limits: limits)
    self.candidates = CandidateScratch(patternCount: patternCount)
  }
}
