/// Which slots' patterns may match in a text and where, found by their literals.
///
/// It is kept in plain memory, and forgetting costs as much as was found.
struct FoundSlots: BitwiseCopyable {
  /// What is known of a slot.
  struct Slot: BitwiseCopyable {
    /// A bit for each word, or row of words, that a match may reach.
    var words: UInt64 = 0
    /// The last of its literals that stand in the text; 0 when none does.
    var lastHit: Int32 = 0
    /// How it was found, in bits; 0 when it was not.
    var state: UInt32 = 0

    /// Some literal says enough.
    static let certain: UInt32 = 1
    /// It may match wherever no literal stands.
    static let open: UInt32 = 2
    /// It was found.
    static let found: UInt32 = 4
  }

  /// A literal of a slot that stands in the text, chained to the one before it.
  struct Hit: BitwiseCopyable {
    /// A bit for each word, or row of words, that a match may reach from it.
    var words: UInt64
    /// The expression that it belongs to.
    let term: UInt32
    /// The slot's hit before it; 0 for its first.
    let previous: Int32
  }

  /// All slots.
  let slots: ZeroedMemory<Slot>
  /// Those that were found.
  private let found: UnsafeMutablePointer<UInt32>
  private var foundCount = 0
  /// The hits; the first place is left empty.
  private var hits: UnsafeMutablePointer<Hit>
  private var hitCount = 0
  private var hitRoom = 1024

  /// How many hits of one slot are looked through for those of one term.
  private static let mostLookedThrough = 64

  /// Takes memory for some number of slots.
  init(count: Int) {
    slots = ZeroedMemory(count: count + 1)
    found = .allocate(capacity: count + 1)
    hits = .allocate(capacity: hitRoom)
  }

  /// Gives the memory back.
  func free() {
    slots.free()
    found.deallocate()
    hits.deallocate()
  }

  /// The slots that were found.
  var all: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: found, count: foundCount) }

  /// Forgets what was found.
  mutating func clear() {
    for index in 0..<foundCount { slots.start[Int(found[index])] = Slot() }
    foundCount = 0
    hitCount = 0
  }

  /// Notes that a literal stands in the text, and which words a match may reach from it.
  @inline(__always)
  mutating func post(_ posting: Posting, reaching words: UInt64) {
    let slot = slots.start + posting.slot
    let known = slot.pointee
    if known.state == 0 { note(posting.slot) }
    var hit = known.lastHit
    if hit != 0, hits[Int(hit)].term == posting.term {
      hits[Int(hit)].words |= words
    } else {
      hitCount &+= 1
      if hitCount == hitRoom { makeRoom() }
      hits[hitCount] = Hit(words: words, term: posting.term, previous: hit)
      hit = Int32(truncatingIfNeeded: hitCount)
    }
    slot.pointee = Slot(
      words: known.words | words, lastHit: hit,
      state: known.state | Slot.found | (posting.isCertain ? Slot.certain : 0))
  }

  /// Notes that the pattern of a slot may match anywhere.
  @inline(__always)
  mutating func open(_ slot: Int) {
    if slots.start[slot].state == 0 { note(slot) }
    slots.start[slot].state |= Slot.found | Slot.open
    slots.start[slot].words = .max
  }

  /// Visits the expressions of a slot of which a literal stands in the text, some of them several times.
  @inline(__always)
  func forEachTerm(of slot: Int, _ visit: (Int, UInt64) -> Bool) {
    var number = slots.start[slot].lastHit
    while number > 0 {
      let hit = hits[Int(number)]
      guard visit(Int(hit.term), words(of: hit)) else { return }
      number = hit.previous
    }
  }

  @inline(__always)
  private mutating func note(_ slot: Int) {
    found[foundCount] = UInt32(truncatingIfNeeded: slot)
    foundCount &+= 1
  }

  @inline(never)
  private mutating func makeRoom() {
    let more = UnsafeMutablePointer<Hit>.allocate(capacity: hitRoom * 2)
    more.update(from: hits, count: hitRoom)
    hits.deallocate()
    hits = more
    hitRoom *= 2
  }

  /// The words that a term may reach from any of its literals, given the last of them; all words when there are many.
  @inline(__always)
  private func words(of last: Hit) -> UInt64 {
    var words = last.words
    var number = last.previous
    var left = Self.mostLookedThrough
    while number > 0 {
      guard left > 0 else { return .max }
      left &-= 1
      let hit = hits[Int(number)]
      if hit.term == last.term { words |= hit.words }
      number = hit.previous
    }
    return words
  }
}
