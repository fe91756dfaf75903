internal import PCRE2

extension Prefilter {
  /// Looks in the text that was scanned last for the pattern of a slot that it was not scanned for, once for each text.
  @inline(__always)
  package func ask(for slot: Int, _ scratch: CandidateScratch) {
    guard asked.slots.contains(slot), scratch.slots.pointee.ask(slot) else { return }
    asked.look(for: slot, in: scratch.text.pointee, scratch.slots)
  }

  /// Whether the text that was scanned last could match an expression; `false` is certain.
  ///
  /// - Parameters:
  ///   - pattern: The number of an expression.
  ///   - words: The words that a match may reach from the literals of its first set, as far as that set has been looked
  ///     for.
  ///   - kind: The bit of the text's kind.
  ///   - scratch: What it was scanned into.
  /// - Returns: Whether it could.
  package func mayMatch(
    _ pattern: Int, around words: UInt64? = nil, kind: UInt32, _ scratch: CandidateScratch
  ) -> Bool {
    let need = needs.start[pattern]
    guard scratch.isTrusted else { return need.kinds & kind != 0 }
    guard isWithinReach(need, kind: kind, scratch),
      hasLiterals(of: pattern, need, around: words, scratch)
    else { return false }
    // Last, since a text is read once more for windows.
    return need.bankCount == 0 || hasWindow(pattern, need, scratch)
  }

  /// Whether some literal of every set of an expression stands in the text, where a match could contain it.
  @inline(__always)
  private func hasLiterals(
    of pattern: Int, _ need: Need, around words: UInt64?, _ scratch: CandidateScratch
  ) -> Bool {
    if need.gates < (words == nil ? 1 : 2) { return true }
    // One more, since a literal may begin beside its word.
    let near = words?.spread(by: 1) ?? .max
    let text = scratch.text.pointee
    var gate: UInt8? = words == nil ? nil : 0
    var isOpen = true
    for number in sets.groups(of: pattern) {
      guard let group = sets.group(number) else { return true }
      if group.gate != gate {
        guard isOpen else { return false }
        gate = group.gate
        isOpen = false
      }
      if !isOpen {
        isOpen = !sets.forEachHit(of: group, in: text) { _, place in
          near & text.bit(ofWordAt: place) == 0
        }
      }
    }
    return isOpen
  }

  /// Whether a window of a pattern stands in the text; all windows of its banks are looked for at once, when the first
  /// is asked for.
  private func hasWindow(_ pattern: Int, _ need: Need, _ scratch: CandidateScratch) -> Bool {
    let text = scratch.text.pointee
    let numbers = Int(need.firstBank)..<Int(need.firstBank) + Int(need.bankCount)
    // A digit of another script may stand in a window.
    guard text.trust == .all, numbers.upperBound <= banks.count else { return true }
    for number in numbers where scratch.marks.pointee.visitBank(number) {
      banks[number].scan(text.raw, count: text.count) {
        scratch.marks.pointee.set(PatternMarks.Mark.window, on: $0)
      }
    }
    return scratch.marks.pointee[pattern] & PatternMarks.Mark.window != 0
  }

  /// The terms of a list that may match wherever no literal stands; terms that are lists or nearness are among them.
  package func openTerms(of list: Int) -> UnsafeBufferPointer<UInt32> {
    let first = min(Int(firstOpenTerms.start[list]), openTerms.count)
    let end = min(Int(firstOpenTerms.start[list + 1]), openTerms.count)
    return UnsafeBufferPointer(rebasing: openTerms.elements[first..<max(first, end)])
  }

  /// The places where a match of an expression could begin, from left to right; they are valid until this is asked
  /// again.
  ///
  /// - Returns: `nil` when it may begin anywhere.
  package func beginnings(
    of pattern: Int, _ scratch: CandidateScratch
  ) -> UnsafeBufferPointer<Int>? {
    guard scratch.isTrusted else { return nil }
    let text = scratch.text.pointee
    var count = 0
    var isOrdered = true
    for number in sets.groups(of: pattern) {
      guard let group = sets.group(number) else { return nil }
      if group.gate != 0 { break }
      let isDone = sets.forEachHit(of: group, in: text) { test, place in
        guard test.beginsMatch, count < CandidateScratch.placeLimit else { return false }
        let origin = text.isShortened ? Int(text.origins[place]) : place
        scratch.places[count] = origin
        isOrdered = isOrdered && (count == 0 || scratch.places[count - 1] <= origin)
        count += 1
        return true
      }
      if !isDone { return nil }
    }
    guard count > 0 else { return nil }
    var found = UnsafeMutableBufferPointer(start: scratch.places, count: count)
    if !isOrdered { found.sort() }
    return UnsafeBufferPointer(found)
  }
}
