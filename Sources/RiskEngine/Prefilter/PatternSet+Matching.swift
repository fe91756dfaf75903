package import PCRE2

extension PatternSet {
  /// Says which patterns match a segment of text, each at most once, in no particular order.
  ///
  /// Where patterns are compiled late, entries that need no confirming are answered for when they could match.
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
    precondition(scratch.candidates.patternCount == entries.count, "scratch of another set")
    guard usesPrefilter else {
      for number in entries.indices where entries[number].kinds & kind != 0 {
        search(number, text, scratch.match, emit)
      }
      return
    }
    let candidates = scratch.candidates
    let marks = candidates.marks
    prefilter.scan(text, kind: kind, scratch: candidates)
    for index in 0..<candidates.hitCount {
      let hit = candidates.hits[index]
      let number = Int(hit.pattern)
      let relevant = marks[number] & (Mark.ready | Mark.search | Mark.done)
      guard relevant == Mark.ready else { continue }
      if isDone(number, text, at: Int(hit.place), scratch.match, emit) {
        marks[number] |= Mark.done
      }
    }
    for index in 0..<candidates.touchedCount {
      let number = Int(candidates.touched[index])
      if marks[number] & (Mark.ready | Mark.search) == Mark.ready | Mark.search {
        search(number, text, scratch.match, emit)
      }
    }
  }

  private typealias Mark = CandidateScratch.Mark

  /// Tries a pattern at one place where a match of it could begin.
  ///
  /// - Returns: Whether the pattern has been answered for; if not, it may match at another place.
  private func isDone(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, at place: Int, _ scratch: MatchScratch,
    _ emit: (Int, MatchFailure?) -> Void
  ) -> Bool {
    if !anchored.isEmpty, let pattern = anchored[number] {
      do throws(MatchFailure) {
        guard try pattern.hasMatch(in: text, from: place, using: scratch) else { return false }
        emit(number, nil)
        return true
      } catch {
        // The search decides below, so that the answer is the one given without a prefilter.
      }
    }
    search(number, text, scratch, emit)
    return true
  }

  private func search(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ scratch: MatchScratch,
    _ emit: (Int, MatchFailure?) -> Void
  ) {
    // For one draft, compiling a list of hundreds costs more than asking again when it matters.
    guard entries[number].isConfirmed || !anchored.isEmpty else { return emit(number, nil) }
    do throws(MatchFailure) {
      if try pattern(number).hasMatch(in: text, using: scratch) { emit(number, nil) }
    } catch {
      emit(number, error)
    }
  }
}
