internal import PCRE2

/// A text made ready to be scanned: copies of it, and where its words and signs lie.
///
/// It grows to the longest text it has seen. It is kept in plain memory: stored properties of a class would be checked
/// for exclusive access at every step.
struct ScannedText: BitwiseCopyable {
  /// The text as literals are compared with it, and zeros after it: ASCII lower-cased, each run of white
  /// space and hyphens one space.
  private(set) var folded: UnsafeMutablePointer<UInt8>
  /// Where in the text each folded byte stands, when runs were shortened.
  private(set) var origins: UnsafeMutablePointer<UInt32>
  /// The text as it is, and zeros after it.
  private(set) var raw: UnsafeMutablePointer<UInt8>
  /// A bit for every ASCII letter, digit and underscore of the folded text; a word of zeros at the end.
  private(set) var words: UnsafeMutablePointer<UInt64>
  /// A bit for every first byte of a character that is neither such nor a space.
  private(set) var signs: UnsafeMutablePointer<UInt64>
  /// Where each run of word characters of the folded text begins.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  /// The hash of the first two letters of each run, as ``LiteralSets`` has it.
  private(set) var startHashes: UnsafeMutablePointer<UInt32>
  /// The hash of the first four letters of each run.
  private(set) var stemHashes: UnsafeMutablePointer<UInt32>
  /// A bit for each of all these hashes, by its twelve highest bits.
  private(set) var startBits: UnsafeMutablePointer<UInt64>
  /// A bit for the first letter of every word of the folded text, as ``Requirement/partings`` counts words.
  private(set) var letters: UnsafeMutablePointer<UInt64>
  /// How many words begin before each block.
  private var wordCounts: UnsafeMutablePointer<UInt32>
  /// How many blocks of 64 bytes there is room for.
  private var room: Int
  /// How many blocks the text has.
  var blocks = 0
  /// How many blocks the folded text has.
  private(set) var foldedBlocks = 0
  /// How many runs of word characters the folded text has.
  private(set) var startCount = 0
  /// How far a word's number is shifted to number its bit.
  private(set) var wordShift = 0
  /// Whether runs were shortened.
  var isShortened = false
  /// How many bytes the text has.
  var count = 0
  /// How many bytes of each class the text has.
  var counts = ByteMinimums()
  /// What requirements mean for the text.
  var trust = TextMarks.Trust.all

  /// Takes memory for short texts.
  init() {
    startBits = .allocate(capacity: 64)
    (
      room, folded, origins, raw, words, signs, starts, startHashes, stemHashes, letters, wordCounts
    ) = Self.memory(blocks: 8)
  }

  /// Gives the memory back.
  func free() {
    startBits.deallocate()
    freeText()
  }

  private func freeText() {
    folded.deallocate()
    origins.deallocate()
    raw.deallocate()
    words.deallocate()
    signs.deallocate()
    starts.deallocate()
    startHashes.deallocate()
    stemHashes.deallocate()
    letters.deallocate()
    wordCounts.deallocate()
  }

  /// Makes room for a text of so many blocks of 64 bytes, and one of zeros after it.
  mutating func makeRoom(blocks: Int) {
    guard blocks > room else { return }
    freeText()
    (
      room, folded, origins, raw, words, signs, starts, startHashes, stemHashes, letters, wordCounts
    ) = Self.memory(blocks: blocks + blocks / 2)
  }

  private typealias Memory = (
    Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt8>,
    UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>,
    UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt64>,
    UnsafeMutablePointer<UInt32>
  )

  private static func memory(blocks: Int) -> Memory {
    let bytes = (blocks + 1) * 64
    return (
      blocks, .allocate(capacity: bytes), .allocate(capacity: bytes), .allocate(capacity: bytes),
      .allocate(capacity: blocks + 1), .allocate(capacity: blocks + 1),
      .allocate(capacity: bytes / 2), .allocate(capacity: bytes / 2),
      .allocate(capacity: bytes / 2), .allocate(capacity: blocks + 1),
      .allocate(capacity: blocks + 1)
    )
  }

  // MARK: - Words

  /// One where an ASCII letter, digit or underscore stands in the folded text, else zero.
  @inline(__always)
  func wordBit(at place: Int) -> UInt64 {
    words[place &>> 6] &>> UInt64(place & 63) & 1
  }

  /// The first letters of a run of word characters, at most four, the first of them lowest and zeros after.
  @inline(__always)
  private func stem(at place: Int) -> UInt32 {
    let letters = UnsafeRawPointer(folded).loadUnaligned(fromByteOffset: place, as: UInt32.self)
    let block = place &>> 6
    let bit = UInt64(place & 63)
    // Shifting by 64 gives none, and four bits are all that matter.
    let run = words[block] &>> bit | words[block &+ 1] << (64 &- bit)
    let length = min((~run).trailingZeroBitCount, 4)
    return letters & UInt32(truncatingIfNeeded: (1 as UInt64) &<< UInt64(length &* 8) &- 1)
  }

  /// The hash of the letters at a place of the folded text.
  @inline(__always)
  func hash(at place: Int) -> UInt32 {
    LiteralSets.hash(stem(at: place) & 0xFFFF)
  }

  /// How many words begin before a place of the folded text.
  @inline(__always)
  func wordNumber(at place: Int) -> Int {
    let block = place &>> 6
    let before = letters[block] & ~(UInt64.max &<< UInt64(place & 63))
    return Int(wordCounts[block]) &+ before.nonzeroBitCount
  }

  /// The bit of the word at a place of the folded text.
  @inline(__always)
  func bit(ofWordAt place: Int) -> UInt64 {
    1 &<< UInt64(min(wordNumber(at: place) &>> wordShift, 63))
  }

  /// The bits of the words at most so far from a word, where every word has a bit of its own; all bits for
  /// ``Posting/mostWords``.
  @inline(__always)
  static func bits(around word: Int, reach: Int) -> UInt64 {
    UInt64.max &<< UInt64(max(word &- reach, 0))
      & UInt64.max &>> UInt64(63 &- min(word &+ reach, 63))
  }

  /// The bits of the words at most so far from a word, or from any that shares its bit; all bits for
  /// ``Posting/mostWords``.
  @inline(__always)
  func bits(around word: Int, reach: Int) -> UInt64 {
    if wordShift == 0 { return Self.bits(around: word, reach: reach) }
    if reach == Posting.mostWords { return .max }
    let row = (1 &<< wordShift) &- 1
    let low = max((word & ~row) &- reach, 0) &>> wordShift
    let high = min(((word | row) &+ reach) &>> wordShift, 63)
    return UInt64.max &<< UInt64(min(low, 63)) & UInt64.max &>> UInt64(63 &- high)
  }

  /// Notes where the words of the folded text begin, once ``words`` and ``letters`` hold what belongs to them.
  mutating func noteWords(blocks: Int) {
    startBits.update(repeating: 0, count: 64)
    foldedBlocks = blocks
    startCount = 0
    var wordCount: UInt32 = 0
    var (carry, letterCarry): (UInt64, UInt64) = (0, 0)
    for block in 0..<blocks {
      noteStarts(words[block] & ~(words[block] << 1 | carry), in: block)
      carry = words[block] >> 63
      let letters = letters[block]
      self.letters[block] = letters & ~(letters << 1 | letterCarry)
      letterCarry = letters >> 63
      wordCounts[block] = wordCount
      wordCount += UInt32(self.letters[block].nonzeroBitCount)
    }
    // Sixty-four bits for all words: of a long text several words share one.
    wordShift = Int.bitWidth - (Int(wordCount) / 64).leadingZeroBitCount
  }

  @inline(__always)
  private mutating func noteStarts(_ starts: UInt64, in block: Int) {
    var rest = starts
    while rest != 0 {
      let place = block &* 64 &+ rest.trailingZeroBitCount
      rest &= rest &- 1
      let stem = stem(at: place)
      let (short, long) = (LiteralSets.hash(stem & 0xFFFF), LiteralSets.hash(stem))
      self.starts[startCount] = UInt32(truncatingIfNeeded: place)
      startHashes[startCount] = short
      stemHashes[startCount] = long
      startBits[Int(short &>> 26)] |= 1 &<< UInt64(short &>> 20 & 63)
      startBits[Int(long &>> 26)] |= 1 &<< UInt64(long &>> 20 & 63)
      startCount &+= 1
    }
  }
}
