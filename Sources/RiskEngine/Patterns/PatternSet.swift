package import PCRE2
package import Prefilter

/// Many patterns, asked at once which of them match a segment of text, and where.
///
/// It can be shared between threads; each thread needs scratch of its own.
package final class PatternSet: Sendable {
  /// One pattern of a set; its number is its place in the list.
  package struct Entry: Sendable {
    /// The pattern.
    package let source: String
    /// Whether letters match in either case.
    package let isCaseless: Bool
    /// The kinds of segment that it is looked for in, a bit each; 0 when it is looked for in none.
    package let kinds: UInt32

    /// Makes an entry.
    package init(source: String, isCaseless: Bool, kinds: UInt32) {
      self.source = source
      self.isCaseless = isCaseless
      self.kinds = kinds
    }
  }

  /// How patterns are run; each is compiled when it is first needed.
  package enum Mode: Sendable {
    /// By machine code, which pays for itself after some dozens of posts: for servers and archives.
    case machineCode
    /// Without machine code: for one draft.
    case interpreted
  }

  /// What one thread needs to ask a set; it may serve only the set that made it.
  package struct Scratch: ~Copyable {
    let match: MatchScratch
    let candidates: CandidateScratch
  }

  /// How many patterns there are.
  package let count: Int
  private let kinds: @Sendable (Int) -> UInt32
  /// What decides which patterns run; without it every pattern of the kind does.
  private let prefilter: Prefilter?
  private let store: PatternStore

  /// Makes a set.
  ///
  /// - Parameters:
  ///   - entries: The patterns.
  ///   - mode: How they are run.
  ///   - prefilter: What rules patterns out by their numbers; left out, the cost changes and nothing else.
  package convenience init(_ entries: [Entry], mode: Mode, prefilter: Prefilter?) {
    self.init(
      count: entries.count, mode: mode, kinds: { entries[$0].kinds }, prefilter: prefilter
    ) {
      .init(source: entries[$0].source, isCaseless: entries[$0].isCaseless)
    }
  }

  /// Makes a set of patterns that are read when they are needed.
  init(
    count: Int, mode: Mode, kinds: @escaping @Sendable (Int) -> UInt32, prefilter: Prefilter?,
    recipe: @escaping @Sendable (Int) -> PatternStore.Recipe
  ) {
    self.count = count
    self.kinds = kinds
    self.prefilter = prefilter
    store = PatternStore(count: count, usesJIT: mode == .machineCode, recipe: recipe)
  }

  /// Makes scratch for a thread.
  package func makeScratch(limits: MatchLimits = .init()) -> Scratch {
    Scratch(match: MatchScratch(limits: limits), candidates: CandidateScratch(patternCount: count))
  }

  /// Finds out which patterns a segment of text could match.
  ///
  /// - Parameters:
  ///   - text: **Valid UTF-8**: it is not checked again, and other bytes are undefined behaviour.
  ///   - kind: The bits of the segment's kind.
  ///   - candidates: Gets the answer, in place of what it held before.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, kind: UInt32, into candidates: CandidateScratch
  ) {
    if let prefilter {
      prefilter.scan(text, kind: kind, scratch: candidates)
    } else {
      candidates.distrust()
    }
  }

  /// Whether the segment that was scanned could match an expression, which may be known to reach some words at most;
  /// `false` is certain.
  @inline(__always)
  func mayMatch(
    _ number: Int, around words: UInt64? = nil, kind: UInt32, _ candidates: CandidateScratch
  ) -> Bool {
    prefilter?.mayMatch(number, around: words, kind: kind, candidates)
      ?? (kinds(number) & kind != 0)
  }

  /// Looks for the pattern of a slot that texts are not scanned for.
  @inline(__always)
  func ask(for slot: Int, _ candidates: CandidateScratch) {
    prefilter?.ask(for: slot, candidates)
  }

  /// The terms of a list that may match wherever no literal stands.
  func openTerms(of list: Int) -> UnsafeBufferPointer<UInt32> {
    prefilter?.openTerms(of: list) ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Visits the matches of one expression from left to right; matches do not overlap, and may be empty.
  ///
  /// - Parameters:
  ///   - number: The pattern.
  ///   - text: The text that was scanned; valid UTF-8.
  ///   - candidates: What the scan found out; it must not rule the expression out.
  ///   - scratch: The calling thread's own.
  ///   - visit: Gets each match's bytes and the code that found it, which can be asked for groups, and
  ///     answers whether to go on.
  /// - Throws: Why PCRE2 could not say, such as a limit; matches before it have been visited.
  func forEachMatch(
    of number: Int, in text: UnsafeBufferPointer<UInt8>, _ candidates: CandidateScratch,
    using scratch: MatchScratch, _ visit: (Range<Int>, Pattern) -> Bool
  ) throws(MatchFailure) {
    if let places = prefilter?.beginnings(of: number, candidates),
      try visitMatches(of: number, in: text, at: places, using: scratch, visit)
    {
      return
    }
    // The search decides, so that the answer is the one given without a prefilter.
    try search(number, in: text, using: scratch, visit)
  }

  private func search(
    _ number: Int, in text: UnsafeBufferPointer<UInt8>, using scratch: MatchScratch,
    _ visit: (Range<Int>, Pattern) -> Bool
  ) throws(MatchFailure) {
    let pattern = try store.pattern(number)
    try pattern.forEachMatch(in: text, using: scratch) { visit($0, pattern) }
  }

  /// Tries a pattern at the places where a match of it could begin.
  ///
  /// - Returns: Whether that settles the matter; a place where PCRE2 gave up before any match does not.
  private func visitMatches(
    of number: Int, in text: UnsafeBufferPointer<UInt8>, at places: UnsafeBufferPointer<Int>,
    using scratch: MatchScratch, _ visit: (Range<Int>, Pattern) -> Bool
  ) throws(MatchFailure) -> Bool {
    let pattern = try store.pattern(number, isAnchored: true)
    var end = 0
    for place in places where place >= end {
      do throws(MatchFailure) {
        guard let match = try pattern.firstMatch(in: text, from: place, using: scratch) else {
          continue
        }
        guard visit(match, pattern) else { return true }
        end = match.upperBound
      } catch {
        if end == 0 { return false }
        throw error
      }
    }
    return true
  }

  /// Says which patterns match a segment of text, each at most once, in no particular order; every pattern's slot must
  /// be its number.
  ///
  /// - Parameters:
  ///   - text: **Valid UTF-8**: it is not checked again, and other bytes are undefined behaviour.
  ///   - kind: The bit of the segment's kind; patterns that do not read it are left out.
  ///   - scratch: The calling thread's own, made by ``makeScratch(limits:)`` of this set.
  ///   - emit: Gets the number of a pattern that matches, or with why PCRE2 could not say.
  package func findMatches(
    in text: UnsafeBufferPointer<UInt8>, kind: UInt32, using scratch: inout Scratch,
    _ emit: (Int, MatchFailure?) -> Void
  ) {
    let candidates = scratch.candidates
    precondition(candidates.patternCount == count, "the scratch is of another set")
    scan(text, kind: kind, into: candidates)
    guard candidates.isTrusted else {
      for number in 0..<count {
        find(number, in: text, kind: kind, scratch, emit)
      }
      return
    }
    for slot in candidates.foundSlots {
      find(Int(slot), in: text, kind: kind, scratch, emit)
    }
  }

  private func find(
    _ number: Int, in text: UnsafeBufferPointer<UInt8>, kind: UInt32, _ scratch: borrowing Scratch,
    _ emit: (Int, MatchFailure?) -> Void
  ) {
    guard mayMatch(number, kind: kind, scratch.candidates) else { return }
    do throws(MatchFailure) {
      var isFound = false
      try forEachMatch(of: number, in: text, scratch.candidates, using: scratch.match) { _, _ in
        isFound = true
        return false
      }
      if isFound { emit(number, nil) }
    } catch {
      emit(number, error)
    }
  }
}
