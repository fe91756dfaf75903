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
    /// How it was found, in bits, and above them how many hits it has; 0 when it was not found.
    var state: UInt32 = 0

    /// Some literal says enough.
    static let certain: UInt32 = 1
    /// It may match wherever no literal stands.
    static let open: UInt32 = 2
    /// It was found.
    static let found: UInt32 = 4
    /// Not all hits were kept.
    static let crowded: UInt32 = 8
    /// It was asked for.
    static let asked: UInt32 = 16
    /// One hit among those that are counted.
    static let hit: UInt32 = 256
  }

  /// A literal of a slot that stands in the text, chained to the one before it.
  struct Hit: BitwiseCopyable {
    /// A bit for each word, or row of words, that a match may reach from it.
    let words: UInt64
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
  /// The literals that were posted last in a long text, with the row of words that they stand in.
  private let postedRows: UnsafeMutablePointer<UInt64>
  private var hasPostedRows = false

  /// How many literals of a long text are remembered: some follow from one word.
  private static let postedRowCount = 64
  /// How many hits of a slot are kept: a post may be one word over and over, with which many terms begin.
  private static let mostHits: UInt32 = 256
  /// How many hits of a slot are looked through for all those of one term.
  private static let mostLookedThrough = 64

  /// Takes memory for some number of slots.
  init(count: Int) {
    slots = ZeroedMemory(count: count + 1)
    // One more than there are slots, for what is written down and not counted.
    found = .allocate(capacity: count + 1)
    hits = .allocate(capacity: hitRoom)
    postedRows = .allocate(capacity: Self.postedRowCount)
    postedRows.initialize(repeating: 0, count: Self.postedRowCount)
  }

  /// Gives the memory back.
  func free() {
    slots.free()
    found.deallocate()
    hits.deallocate()
    postedRows.deallocate()
  }

  /// The slots that were found.
  var all: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: found, count: foundCount) }

  /// Forgets what was found.
  mutating func clear() {
    for index in 0..<foundCount { slots.start[Int(found[index])] = Slot() }
    foundCount = 0
    hitCount = 0
    guard hasPostedRows else { return }
    postedRows.update(repeating: 0, count: Self.postedRowCount)
    hasPostedRows = false
  }

  /// Whether a literal may not have been posted yet for a row of words: a long text may be one word over and over.
  @inline(__always)
  mutating func isNew(_ literal: UnsafePointer<LiteralTest>, inRow row: Int) -> Bool {
    let key = UInt64(UInt(bitPattern: literal)) &<< 6 | UInt64(row & 63)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 58)
    if postedRows[place] == key { return false }
    postedRows[place] = key
    hasPostedRows = true
    return true
  }

  /// Notes that a literal stands in the text: what follows from it where a pattern reads a kind of segment, and which words
  /// a match may reach.
  @inline(__always)
  mutating func post(
    _ postings: UnsafeBufferPointer<Posting>, _ kind: UInt32, reaching words: (Int) -> UInt64
  ) {
    while hitRoom &- hitCount <= postings.count { makeRoom() }
    // Held by themselves: what is written through a pointer might else be any of them.
    let (slots, found, hits) = (slots.start, found, hits)
    var (foundCount, hitCount) = (foundCount, hitCount)
    for posting in postings where posting.kinds & kind != 0 {
      let slot = slots + Int(posting.slot)
      let known = slot.pointee
      let words = words(posting.words)
      // Written down first and counted then, without a branch: see ProbeQueue.
      found[foundCount] = posting.slot
      foundCount &+= known.state == 0 ? 1 : 0
      let state = known.state | Slot.found | (posting.isCertain ? Slot.certain : 0)
      guard state < Self.mostHits * Slot.hit else {
        slot.pointee.words |= words
        slot.pointee.state = state | Slot.crowded
        continue
      }
      hitCount &+= 1
      hits[hitCount] = Hit(words: words, term: posting.term, previous: known.lastHit)
      slot.pointee = Slot(
        words: known.words | words, lastHit: Int32(truncatingIfNeeded: hitCount),
        state: state &+ Slot.hit)
    }
    self.foundCount = foundCount
    self.hitCount = hitCount
  }

  /// Notes that the pattern of a slot may match anywhere.
  @inline(__always)
  mutating func open(_ slot: Int) {
    if slots.start[slot].state == 0 { note(slot) }
    slots.start[slot].state |= Slot.found | Slot.open
    slots.start[slot].words = .max
  }

  /// Notes that somebody asks for a slot that was not found so far, and answers whether it was the first time.
  @inline(__always)
  mutating func ask(_ slot: Int) -> Bool {
    guard slots.start[slot].state == 0 else { return false }
    note(slot)
    slots.start[slot].state = Slot.asked
    return true
  }

  /// Visits the hits of a slot from the last to the first.
  @inline(__always)
  func forEachHit(of slot: Int, _ visit: (Hit) -> Bool) {
    var number = slots.start[slot].lastHit
    while number > 0 {
      let hit = hits[Int(number)]
      guard visit(hit) else { return }
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
  func words(of last: Hit) -> UInt64 {
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
