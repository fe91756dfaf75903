/// What one thread needs to scan texts: copies of the text, marks on its bytes, and the results.
///
/// It grows to the longest text it has seen; scanning then allocates nothing.
package final class CandidateScratch {
  /// How many places of literals are kept before patterns are searched instead.
  package static let hitLimit = 1024

  /// A place where a match of a pattern could begin.
  struct Hit: BitwiseCopyable {
    let place: UInt32
    /// The number of the pattern's hit before it; ``none`` for its first.
    let previous: UInt32

    static let none = UInt32.max
  }

  /// The marks on a pattern during a scan; the lower bits are its open gates.
  enum Mark {
    /// The whole text has to be searched: some place of the pattern is not known.
    static let search: UInt8 = 0x10
    /// Everything that the pattern requires is there.
    static let ready: UInt8 = 0x20
    /// Some place of the pattern is known.
    static let placed: UInt8 = 0x40
    /// The pattern is on the list of touched ones.
    static let touched: UInt8 = 0x80
    /// The open gates.
    static let gates: UInt8 = 0x0F
  }

  /// The text as literals are compared with it, and zeros after it: ASCII lower-cased, each run of white
  /// space and hyphens one space.
  private(set) var folded: UnsafeMutablePointer<UInt8>
  /// Where in the text each folded byte stands, when runs were shortened.
  private(set) var origins: UnsafeMutablePointer<UInt32>
  /// Whether runs were shortened.
  var isShortened: Bool {
    get { counters[2] != 0 }
    set { counters[2] = newValue ? 1 : 0 }
  }
  /// The text as it is, and zeros after it.
  private(set) var raw: UnsafeMutablePointer<UInt8>
  /// A bit for every ASCII letter, digit and underscore of the folded text; a word of zeros at the end.
  private(set) var words: UnsafeMutablePointer<UInt64>
  /// A bit for every first byte of a character that is neither such nor a space.
  private(set) var signs: UnsafeMutablePointer<UInt64>
  /// The marks on every pattern.
  let marks: ZeroedMemory<UInt8>
  /// The patterns with marks.
  package let touched: UnsafeMutablePointer<UInt32>
  /// How many patterns have marks.
  package var touchedCount: Int {
    get { counters[0] }
    _modify { yield &counters[0] }
  }
  /// The places to confirm at, each pattern's chained from the last to the first found.
  private let hits: UnsafeMutablePointer<Hit>
  /// The last hit of every pattern that is marked as placed.
  private let lastHits: UnsafeMutablePointer<UInt32>
  /// The places of the pattern that was last asked for, at the end.
  private let places: UnsafeMutablePointer<Int>
  /// How many places there are.
  private var hitCount: Int {
    get { counters[1] }
    set { counters[1] = newValue }
  }
  /// How many patterns there is room for.
  package let patternCount: Int
  private var blockRoom = 0
  /// Counts and a flag: a stored property would be checked for exclusive access on every hit.
  private let counters: UnsafeMutablePointer<Int>

  /// Makes scratch for some number of patterns.
  package init(patternCount: Int) {
    self.patternCount = patternCount
    self.marks = ZeroedMemory(count: patternCount + 1)
    self.touched = .allocate(capacity: patternCount + 1)
    self.hits = .allocate(capacity: Self.hitLimit)
    self.places = .allocate(capacity: Self.hitLimit)
    self.lastHits = .allocate(capacity: patternCount + 1)
    self.counters = .allocate(capacity: 3)
    counters.initialize(repeating: 0, count: 3)
    self.blockRoom = 8
    self.folded = .allocate(capacity: 9 * 64)
    self.origins = .allocate(capacity: 9 * 64)
    self.raw = .allocate(capacity: 9 * 64)
    self.words = .allocate(capacity: 9)
    self.signs = .allocate(capacity: 9)
  }

  deinit {
    marks.free()
    touched.deallocate()
    hits.deallocate()
    places.deallocate()
    lastHits.deallocate()
    counters.deallocate()
    freeText()
  }

  private func freeText() {
    folded.deallocate()
    origins.deallocate()
    raw.deallocate()
    words.deallocate()
    signs.deallocate()
  }

  /// Makes room for a text of so many blocks of 64 bytes, and one of zeros after it.
  func makeRoom(blocks: Int) {
    guard blocks > blockRoom else { return }
    freeText()
    blockRoom = blocks + blocks / 2
    folded = .allocate(capacity: (blockRoom + 1) * 64)
    origins = .allocate(capacity: (blockRoom + 1) * 64)
    raw = .allocate(capacity: (blockRoom + 1) * 64)
    words = .allocate(capacity: blockRoom + 1)
    signs = .allocate(capacity: blockRoom + 1)
  }

  /// Forgets the last text's results, at the cost of those alone.
  package func clear() {
    for index in 0..<touchedCount { marks[Int(touched[index])] = 0 }
    touchedCount = 0
    hitCount = 0
  }

  /// Sets marks on a pattern.
  @inline(__always)
  func mark(_ pattern: Int, _ bits: UInt8) {
    let old = marks[pattern]
    if old == 0 {
      touched[touchedCount] = UInt32(truncatingIfNeeded: pattern)
      touchedCount += 1
    }
    marks[pattern] = old | bits | Mark.touched
  }

  /// Sets the marks of a pattern that may match anywhere.
  package func markForSearch(_ pattern: Int) {
    mark(pattern, Mark.ready | Mark.search)
  }

  /// Keeps a place of the folded text where a match of a pattern could begin, and answers the marks that say so.
  @inline(__always)
  func keep(_ place: Int, of pattern: Int) -> UInt8 {
    guard hitCount < Self.hitLimit else { return Mark.search }
    let isFirst = marks[pattern] & Mark.placed == 0
    hits[hitCount] = Hit(
      place: isShortened ? origins[place] : UInt32(truncatingIfNeeded: place),
      previous: isFirst ? Hit.none : lastHits[pattern])
    lastHits[pattern] = UInt32(truncatingIfNeeded: hitCount)
    hitCount += 1
    return Mark.placed
  }

  /// Whether everything that a pattern requires is in the text.
  @inline(__always)
  package func isReady(_ pattern: Int) -> Bool {
    marks[pattern] & Mark.ready != 0
  }

  /// Whether a pattern may match at other places than those that are known.
  @inline(__always)
  package func needsSearch(_ pattern: Int) -> Bool {
    marks[pattern] & (Mark.search | Mark.placed) != Mark.placed
  }

  /// The places where a match of a pattern could begin, from left to right; they are valid until this is asked
  /// again.
  package func places(of pattern: Int) -> UnsafeBufferPointer<Int> {
    var hit = marks[pattern] & Mark.placed != 0 ? lastHits[pattern] : Hit.none
    var count = 0
    var isOrdered = true
    while hit != Hit.none {
      let place = Int(hits[Int(hit)].place)
      hit = hits[Int(hit)].previous
      // The chain leads from the last to the first found, so that they are filled in from the end.
      count += 1
      places[Self.hitLimit - count] = place
      isOrdered = isOrdered && (count == 1 || place <= places[Self.hitLimit - count + 1])
    }
    var found = UnsafeMutableBufferPointer(start: places + (Self.hitLimit - count), count: count)
    // Each table is scanned from left to right, and most patterns have one.
    if !isOrdered { found.sort() }
    return UnsafeBufferPointer(found)
  }
}
