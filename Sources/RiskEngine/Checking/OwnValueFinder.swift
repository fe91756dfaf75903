import PCRE2
import Rules

/// Finds in an author's own bytes what belongs to the force.
struct OwnValueFinder {
  private let patterns: [(kind: OwnValueKind, pattern: Pattern)]
  private let scratch = MatchScratch()

  /// Makes a finder; `nil` when there is nothing to find.
  init?(_ values: OwnValues) {
    var patterns: [(OwnValueKind, Pattern)] = []
    for kind in OwnValueKind.allCases {
      for source in values.patterns(of: kind) {
        // Every letter of a value that could mean something to PCRE2 is escaped, so that this compiles.
        let options = PatternOptions(caseless: true, ucp: true)
        if let pattern = try? Pattern(source, options: options) { patterns.append((kind, pattern)) }
      }
    }
    guard !patterns.isEmpty else { return nil }
    self.patterns = patterns
  }

  /// Whether a value of one of some kinds shares a byte with a stretch of text, or ends or begins where it does.
  func meet(
    _ span: Range<Int>, of kinds: Set<OwnValueKind>, in text: UnsafeBufferPointer<UInt8>
  ) throws(MatchFailure) -> Bool {
    for (kind, pattern) in patterns where kinds.contains(kind) {
      var isMet = false
      try pattern.forEachMatch(in: text, using: scratch) { match in
        isMet = match.lowerBound <= span.upperBound && span.lowerBound <= match.upperBound
        return !isMet && match.lowerBound <= span.upperBound
      }
      if isMet { return true }
    }
    return false
  }
}
