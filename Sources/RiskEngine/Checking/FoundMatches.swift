import PCRE2

/// What has been looked for in a draft: the matches of patterns by pattern and segment.
struct FoundMatches: ~Copyable {
  /// The last entry of every pattern.
  private var lastEntries = PatternNotes()
  private var entries: [Entry] = []

  private struct Entry {
    let segment: Int32
    /// The pattern's entry for another segment; -1 for its first.
    let previous: Int32
    let result: Result<PatternMatches, MatchFailure>
  }

  /// Forgets everything.
  mutating func clear() {
    lastEntries.clear()
    entries.removeAll(keepingCapacity: true)
  }

  /// What was found; a pattern that failed once is not tried again in the same segment.
  subscript(pattern: Int, segment: Int) -> Result<PatternMatches, MatchFailure>? {
    get {
      guard var index = lastEntries[pattern] else { return nil }
      while index >= 0 {
        let entry = entries[Int(index)]
        if entry.segment == segment { return entry.result }
        index = entry.previous
      }
      return nil
    }
    set {
      guard let newValue else { return }
      entries.append(
        Entry(
          segment: Int32(truncatingIfNeeded: segment),
          previous: lastEntries[pattern] ?? -1, result: newValue))
      lastEntries[pattern] = Int32(truncatingIfNeeded: entries.count - 1)
    }
  }
}
