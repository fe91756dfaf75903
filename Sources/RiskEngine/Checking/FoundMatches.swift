import PCRE2
import Prefilter

/// What has been looked for in a draft: the matches of patterns by pattern and segment.
///
/// A table with one row a pattern; forgetting everything costs nothing.
struct FoundMatches: ~Copyable {
  /// The last entry of every pattern of which the draft is the current one.
  private let lastEntries: ZeroedMemory<LastEntry>
  private var entries: [Entry] = []
  private var draft: UInt32 = 1

  private struct LastEntry: BitwiseCopyable {
    var draft: UInt32
    var entry: Int32
  }

  private struct Entry {
    let segment: Int32
    /// The pattern's entry for another segment; -1 for its first.
    let previous: Int32
    let result: Result<PatternMatches, MatchFailure>
  }

  /// Makes an empty table for some number of patterns.
  init(patternCount: Int) {
    lastEntries = ZeroedMemory(count: patternCount)
  }

  deinit {
    lastEntries.free()
  }

  /// Forgets everything.
  mutating func clear() {
    draft &+= 1
    entries.removeAll(keepingCapacity: true)
  }

  /// What was found; a pattern that failed once is not tried again in the same segment.
  subscript(pattern: Int, segment: Int) -> Result<PatternMatches, MatchFailure>? {
    get {
      guard lastEntries[pattern].draft == draft else { return nil }
      var index = lastEntries[pattern].entry
      while index >= 0 {
        let entry = entries[Int(index)]
        if entry.segment == segment { return entry.result }
        index = entry.previous
      }
      return nil
    }
    set {
      guard let newValue else { return }
      let isFirst = lastEntries[pattern].draft != draft
      entries.append(
        Entry(
          segment: Int32(truncatingIfNeeded: segment),
          previous: isFirst ? -1 : lastEntries[pattern].entry, result: newValue))
      lastEntries[pattern] = LastEntry(
        draft: draft, entry: Int32(truncatingIfNeeded: entries.count - 1))
    }
  }
}
