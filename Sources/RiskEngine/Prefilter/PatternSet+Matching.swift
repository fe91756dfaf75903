internal import PCRE2

extension PatternSet {
  /// Says which patterns match a segment of text, each at most once, in no particular order.
  ///
  /// - Parameters:
  ///   - text: **Valid UTF-8**: it is not checked again, and other bytes are undefined behaviour.
  ///   - kind: The bit of the segment's kind; patterns that do not read it are left out.
  ///   - scratch: The calling thread's own, made by ``makeScratch(limits:)`` of this set.
  ///   - emit: Gets the number of a pattern and what became of it.
  package func matches(
    in text: UnsafeBufferPointer<UInt8>, kind: UInt32, scratch: PatternScratch,
    emit: (Int, PatternOutcome) -> Void
  ) {
    precondition(scratch.candidates.patternCount == entries.count, "scratch of another set")
    guard usesPrefilter else {
      for number in entries.indices where entries[number].kinds & kind != 0 {
        search(number, text, scratch, emit)
      }
      return
    }
    let candidates = scratch.candidates
    prefilter.scan(text, kind: kind, scratch: candidates)
    let marks = candidates.marks
    for index in 0..<candidates.hitCount {
      let hit = candidates.hits[index]
      let number = Int(hit.pattern)
      let mark = marks[number] & (Mark.ready | Mark.search | Mark.done)
      guard mark == Mark.ready else { continue }
      confirm(number, text, at: Int(hit.place), scratch, emit)
    }
    for index in 0..<candidates.touchedCount {
      let number = Int(candidates.touched[index])
      let mark = marks[number]
      if mark & Mark.search != 0, mark & Mark.ready != 0 { search(number, text, scratch, emit) }
    }
  }

  private typealias Mark = CandidateScratch.Mark

  /// Tries a pattern at one place where a match of it could begin.
  private func confirm(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, at place: Int, _ scratch: PatternScratch,
    _ emit: (Int, PatternOutcome) -> Void
  ) {
    let marks = scratch.candidates.marks
    guard !anchored.isEmpty, let pattern = anchored[number] else {
      marks[number] |= Mark.done
      return search(number, text, scratch, emit)
    }
    do {
      guard try pattern.hasMatch(in: text, from: place, using: scratch.match) else { return }
      marks[number] |= Mark.done
      emit(number, .found)
    } catch {
      // The plain search decides, so that the answer is the one it gives without a prefilter.
      marks[number] |= Mark.done
      search(number, text, scratch, emit)
    }
  }

  private func search(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ scratch: PatternScratch,
    _ emit: (Int, PatternOutcome) -> Void
  ) {
    let pattern: Pattern
    do {
      pattern = try self.pattern(number)
    } catch {
      return emit(number, .unusable(error))
    }
    do {
      if try pattern.hasMatch(in: text, using: scratch.match) { emit(number, .found) }
    } catch {
      emit(number, .failed(error))
    }
  }
}
