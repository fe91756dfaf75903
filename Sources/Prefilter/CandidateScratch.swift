/// What one thread needs to scan texts: the text, the results of the scan, and what was asked since.
///
/// It grows to the longest text it has seen; scanning then allocates nothing.
package final class CandidateScratch {
  /// How many places of literals are kept before patterns are searched instead.
  package static let placeLimit = 1024

  /// How many patterns there is room for.
  package let patternCount: Int
  /// The text.
  let text: UnsafeMutablePointer<ScannedText>
  /// What the scan found.
  let slots: UnsafeMutablePointer<FoundSlots>
  /// The places that are being looked at.
  let queue: UnsafeMutablePointer<ProbeQueue>
  /// What was worked out since.
  let marks: UnsafeMutablePointer<PatternMarks>
  /// The places of the pattern that was last asked for.
  let places: UnsafeMutablePointer<Int>
  /// Whether literals tell anything of the text; otherwise it could match whatever there is.
  package var isTrusted: Bool { text.pointee.trust != .nothing }

  /// Makes scratch for some number of patterns, any of which may have a slot.
  package init(patternCount: Int) {
    self.patternCount = patternCount
    text = .allocate(capacity: 1)
    text.initialize(to: ScannedText())
    slots = .allocate(capacity: 1)
    slots.initialize(to: FoundSlots(count: patternCount))
    queue = .allocate(capacity: 1)
    queue.initialize(to: ProbeQueue())
    marks = .allocate(capacity: 1)
    marks.initialize(to: PatternMarks(count: patternCount))
    places = .allocate(capacity: Self.placeLimit)
  }

  deinit {
    text.pointee.free()
    text.deallocate()
    slots.pointee.free()
    slots.deallocate()
    queue.pointee.free()
    queue.deallocate()
    marks.pointee.free()
    marks.deallocate()
    places.deallocate()
  }

  /// Forgets the last text's results, at the cost of those alone.
  func clear() {
    slots.pointee.clear()
    marks.pointee.clear()
  }

  /// Gives up on a text: it could match whatever there is.
  package func distrust() {
    clear()
    text.pointee.trust = .nothing
  }

  // MARK: - Slots

  /// The slots of patterns that may match.
  package var foundSlots: UnsafeBufferPointer<UInt32> { slots.pointee.all }

  /// The words that a match of a slot's pattern may reach, a bit for each word or row of words; none when it cannot
  /// match.
  @inline(__always)
  package func words(of slot: Int) -> UInt64 { slots.pointee.slots.start[slot].words }

  /// How many bits lie between words that are so far apart, or more.
  @inline(__always)
  package func bits(forWords count: Int) -> Int {
    count &>> text.pointee.wordShift &+ (text.pointee.wordShift == 0 ? 0 : 1)
  }

  /// Whether the text is known to hold a literal that is all that the pattern of a slot, or a term of it, requires.
  @inline(__always)
  package func isCertain(_ slot: Int) -> Bool {
    slots.pointee.slots.start[slot].state & FoundSlots.Slot.certain != 0
  }

  /// Whether the pattern of a slot, or a term of it, may match wherever no literal stands.
  @inline(__always)
  package func isOpen(_ slot: Int) -> Bool {
    slots.pointee.slots.start[slot].state & FoundSlots.Slot.open != 0
  }

  /// Whether more literals of a slot stand in the text than are visited.
  @inline(__always)
  package func isCrowded(_ slot: Int) -> Bool {
    slots.pointee.slots.start[slot].state & FoundSlots.Slot.crowded != 0
  }

  /// Visits the expressions of a slot of which a literal stands in the text, some of them several times.
  ///
  /// - Parameters:
  ///   - slot: The slot.
  ///   - visit: Gets the number of the expression and the words that a match of it may reach, all of them when an answer
  ///     for it is known, and answers whether to go on.
  package func forEachTerm(of slot: Int, _ visit: (Int, UInt64) -> Bool) {
    slots.pointee.forEachHit(of: slot) { hit in
      let term = Int(hit.term)
      let words = answer(for: term) == nil ? slots.pointee.words(of: hit) : .max
      return visit(term, words)
    }
  }

  // MARK: - Answers

  /// Whether the text could match a pattern, if that has been worked out.
  @inline(__always)
  package func answer(for pattern: Int) -> Bool? {
    let mark = marks.pointee[pattern]
    if mark & PatternMarks.Mark.possible != 0 { return true }
    return mark & PatternMarks.Mark.impossible != 0 ? false : nil
  }

  /// Remembers whether the text could match a pattern, until the next text is scanned.
  @inline(__always)
  package func remember(_ isPossible: Bool, of pattern: Int) {
    marks.pointee.set(
      isPossible ? PatternMarks.Mark.possible : PatternMarks.Mark.impossible, on: pattern)
  }

  /// Notes that somebody came to a pattern, and answers whether that was the first time since the scan.
  @inline(__always)
  package func visit(_ pattern: Int) -> Bool {
    guard marks.pointee[pattern] & PatternMarks.Mark.visited == 0 else { return false }
    marks.pointee.set(PatternMarks.Mark.visited, on: pattern)
    return true
  }
}
