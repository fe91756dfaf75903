/// What one thread needs to scan texts: copies of the text, marks on its bytes, and the results.
///
/// It grows to the longest text it has seen; scanning then allocates nothing.
package final class CandidateScratch {
  /// How many places of literals are kept before patterns are searched instead.
  static let hitLimit = 256

  /// A place where a match of a pattern could begin.
  struct Hit: BitwiseCopyable {
    let pattern: UInt32
    let place: UInt32
  }

  /// The marks on a pattern during a scan; the lower bits are its open gates.
  enum Mark {
    /// The whole text has to be searched: some place of the pattern is not known.
    static let search: UInt8 = 0x10
    /// Everything that the pattern requires is there.
    static let ready: UInt8 = 0x20
    /// The pattern has been answered for.
    static let done: UInt8 = 0x40
    /// The pattern is on the list of touched ones.
    static let touched: UInt8 = 0x80
    /// The open gates.
    static let gates: UInt8 = 0x0F
  }

  /// The text with ASCII lower-cased, and zeros after it.
  private(set) var folded: UnsafeMutablePointer<UInt8>
  /// The text as it is, and zeros after it.
  private(set) var raw: UnsafeMutablePointer<UInt8>
  /// A bit for every ASCII letter, digit and underscore; a word of zeros at the end.
  private(set) var words: UnsafeMutablePointer<UInt64>
  /// A bit for every first byte of a character that is neither such nor a space.
  private(set) var signs: UnsafeMutablePointer<UInt64>
  /// The marks on every pattern.
  let marks: UnsafeMutablePointer<UInt8>
  /// The patterns with marks.
  let touched: UnsafeMutablePointer<UInt32>
  /// How many patterns have marks.
  var touchedCount: Int {
    get { counters[0] }
    set { counters[0] = newValue }
  }
  /// The places to confirm at.
  let hits: UnsafeMutablePointer<Hit>
  /// How many places there are.
  var hitCount: Int {
    get { counters[1] }
    set { counters[1] = newValue }
  }
  /// How many patterns there is room for.
  let patternCount: Int
  private var blockRoom = 0
  /// The two counts: a stored property would be checked for exclusive access on every hit.
  private let counters: UnsafeMutablePointer<Int>

  /// Makes scratch for some number of patterns.
  package init(patternCount: Int) {
    self.patternCount = patternCount
    self.marks = .allocate(capacity: patternCount + 1)
    marks.initialize(repeating: 0, count: patternCount + 1)
    self.touched = .allocate(capacity: patternCount + 1)
    self.hits = .allocate(capacity: Self.hitLimit)
    self.counters = .allocate(capacity: 2)
    counters.initialize(repeating: 0, count: 2)
    self.blockRoom = 8
    self.folded = .allocate(capacity: 9 * 64)
    self.raw = .allocate(capacity: 9 * 64)
    self.words = .allocate(capacity: 9)
    self.signs = .allocate(capacity: 9)
  }

  deinit {
    marks.deallocate()
    touched.deallocate()
    hits.deallocate()
    counters.deallocate()
    freeText()
  }

  private func freeText() {
    folded.deallocate()
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
    raw = .allocate(capacity: (blockRoom + 1) * 64)
    words = .allocate(capacity: blockRoom + 1)
    signs = .allocate(capacity: blockRoom + 1)
  }

  /// Forgets the last text's results, at the cost of those alone.
  func clear() {
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
}
