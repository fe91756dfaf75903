internal import PCRE2

/// Literals by a hash of their first bytes: where to look in a text, and what to compare there.
///
/// A text is probed only at the places where its literals can begin. Most places are dismissed by
/// one bit of a bitmap small enough for the fastest cache; building costs a few passes over the
/// literals, so that a single draft can afford it too.
struct LiteralTable: Sendable {
  /// Where in a text a table's literals can begin, and which bytes there make up the key.
  enum Probe: Int, Sendable, CaseIterable, BitwiseCopyable {
    /// At the start of a word: eight bytes, which may go on into the next words.
    case phrase
    /// At the start of a word: six bytes, which may go on into the next words.
    case shortPhrase
    /// At the start of a word: its first four letters, or the whole of a shorter word.
    case word
    /// At the start of a word: two letters of perhaps more.
    case wordPrefix
    /// At any letter: four bytes.
    case inside
    /// At any letter: two bytes.
    case insideShort
    /// At any sign, such as `#` or an emoji: four bytes.
    case sign
    /// At any sign: two bytes.
    case signShort

    /// Whether it looks only where words start.
    var isAtStart: Bool {
      switch self {
      case .phrase, .shortPhrase, .word, .wordPrefix: true
      case .inside, .insideShort, .sign, .signShort: false
      }
    }

    /// The bytes that make up the key, before a short word is cut out.
    var keyMask: UInt64 {
      switch self {
      case .phrase: .max
      case .shortPhrase: 0xFFFF_FFFF_FFFF
      case .word, .inside, .sign: 0xFFFF_FFFF
      case .wordPrefix, .insideShort, .signShort: 0xFFFF
      }
    }
  }

  /// A literal as it is compared, in three words.
  struct Entry: BitwiseCopyable, Sendable {
    /// The bytes 0 to 7, the first of them lowest.
    let low: UInt64
    /// The bytes 8 to 15.
    let high: UInt64
    /// The first posting in the lower half, then how many postings, how many bytes and which boundaries.
    let meta: UInt64

    /// Makes the entry of a literal.
    init(_ literal: Literal, postings: Range<Int>) {
      low = literal.low
      high = literal.high
      meta =
        UInt64(postings.lowerBound) | UInt64(postings.count) << 32 | UInt64(literal.count) << 48
        | UInt64(literal.boundaries) << 56
    }

    /// Whether some sixteen bytes begin with the literal.
    @inline(__always)
    func isEqual(low: UInt64, high: UInt64) -> Bool {
      let count = UInt64(count)
      let lowMask = UInt64.max &>> (64 &- min(count, 8) &* 8)
      let highMask = count <= 8 ? 0 : UInt64.max &>> (128 &- count &* 8)
      return (low ^ self.low) & lowMask | (high ^ self.high) & highMask == 0
    }

    /// How many bytes the literal has, 2 to 16.
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: meta >> 48 & 0x1F) }
    /// Whether no word character may stand before it.
    @inline(__always)
    var needsBoundaryBefore: Bool { meta >> 56 & 1 != 0 }
    /// Whether no word character may stand behind it.
    @inline(__always)
    var needsBoundaryAfter: Bool { meta >> 57 & 1 != 0 }
    /// Its postings.
    @inline(__always)
    var postings: Range<Int> {
      let first = Int(truncatingIfNeeded: meta & 0xFFFF_FFFF)
      return first..<first &+ Int(truncatingIfNeeded: meta >> 32 & 0xFFFF)
    }
  }

  /// Where everything of a table lies, to be read without counting references.
  struct Layout: BitwiseCopyable, @unchecked Sendable {
    let probe: Probe
    let bitmap: UnsafePointer<UInt64>
    let buckets: UnsafePointer<UInt32>
    let entries: UnsafePointer<Entry>
    let postings: UnsafePointer<Posting>
    let entryCount: Int
    let postingCount: Int
    let bitShift: UInt32
    let bucketShift: UInt32
  }

  /// A literal on its way into a table, with the gate of the pattern that it belongs to.
  struct Item {
    let literal: Literal
    let posting: Posting
    let key: UInt64

    /// Makes an item for a table.
    init(_ literal: Literal, _ posting: Posting, _ probe: Probe) {
      self.literal = literal
      self.posting = posting
      var key = literal.low & probe.keyMask
      if probe == .word {
        let length = literal.leadingWordLength
        if length < 4 { key &= 1 << UInt64(length * 8) - 1 }
      }
      self.key = key
    }
  }

  /// One bit for every few buckets' hashes.
  let bitmap: FrozenBuffer<UInt64>
  /// The first entry of every bucket, and the end of the last.
  let buckets: FrozenBuffer<UInt32>
  /// The literals, bucket by bucket.
  let entries: FrozenBuffer<Entry>
  /// The gates that the literals open, literal by literal.
  let postings: FrozenBuffer<Posting>
  /// How far a hash is shifted to number its bit.
  let bitShift: UInt32
  /// How far a hash is shifted to number its bucket.
  let bucketShift: UInt32

  /// The hash of a key: its upper bits are the best mixed.
  @inline(__always)
  static func hash(_ key: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Where everything lies, for as long as the table lives.
  func layout(_ probe: Probe) -> Layout {
    Layout(
      probe: probe, bitmap: bitmap.start, buckets: buckets.start, entries: entries.start,
      postings: postings.start, entryCount: entries.count, postingCount: postings.count,
      bitShift: bitShift, bucketShift: bucketShift)
  }

  /// Builds a table; at least one item is needed.
  init(_ items: [Item]) {
    let bucketBits = UInt32(max(4, Int.bitWidth - (items.count - 1).leadingZeroBitCount))
    let bitBits = min(max(bucketBits + 4, 12), 18)
    self.bucketShift = 32 - min(bucketBits, 20)
    self.bitShift = 32 - bitBits

    let sorted = Self.sortedByBucket(items, shift: bucketShift)
    var bits = [UInt64](repeating: 0, count: 1 << Int(bitBits - 6))
    var buckets = [UInt32](repeating: 0, count: 1 << Int(32 - bucketShift) + 1)
    var entries: [Entry] = []
    var postings: [Posting] = []
    entries.reserveCapacity(items.count)
    postings.reserveCapacity(items.count)
    var first = 0
    while first < sorted.count {
      // Literals that are found at the same places are one entry.
      let end =
        sorted[first...].firstIndex {
          !$0.literal.hasSameTest(as: sorted[first].literal)
        } ?? sorted.count
      let hash = Self.hash(sorted[first].key)
      let bit = hash >> bitShift
      bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      for item in sorted[first..<end] { postings.append(item.posting) }
      entries.append(Entry(sorted[first].literal, postings: first..<end))
      buckets[Int(hash >> bucketShift) + 1] += 1
      first = end
    }
    for bucket in 1..<buckets.count { buckets[bucket] += buckets[bucket - 1] }
    self.bitmap = FrozenBuffer(bits)
    self.buckets = FrozenBuffer(buckets)
    self.entries = FrozenBuffer(entries)
    self.postings = FrozenBuffer(postings)
  }

  /// Writes the table out.
  func write(to writer: inout TableWriter) {
    writer.write(bitmap.elements)
    writer.write(entries.elements)
    writer.write(buckets.elements)
    writer.write(postings.elements)
  }

  /// Reads a table that was written out; `nil` when it does not hold together.
  ///
  /// The numbers inside are not looked at, which one draft would have to wait for: whoever follows one asks
  /// first whether it leads beyond its table.
  init?(_ reader: inout TableReader) {
    guard let bits = reader.read(UInt64.self), let entries = reader.read(Entry.self),
      let buckets = reader.read(UInt32.self), let postings = reader.read(Posting.self),
      bits.count.nonzeroBitCount == 1, (buckets.count - 1).nonzeroBitCount == 1,
      bits.count < 1 << 20, (2..<1 << 24).contains(buckets.count)
    else { return nil }
    bitShift = UInt32(32 - 6 - bits.count.trailingZeroBitCount)
    bucketShift = UInt32(32 - (buckets.count - 1).trailingZeroBitCount)
    bitmap = bits
    self.buckets = buckets
    self.entries = entries
    self.postings = postings
  }

  /// Sorts by bucket in two passes, and within the few items of a bucket by comparing.
  private static func sortedByBucket(_ items: [Item], shift: UInt32) -> [Item] {
    var ends = [UInt32](repeating: 0, count: 1 << Int(32 - shift) + 1)
    for item in items { ends[Int(hash(item.key) >> shift) + 1] += 1 }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    var order = [UInt32](repeating: 0, count: items.count)
    for (number, item) in items.enumerated() {
      let bucket = Int(hash(item.key) >> shift)
      order[Int(ends[bucket])] = UInt32(number)
      ends[bucket] += 1
    }
    // Every bucket's end has become the next one's start; a bucket holds few items.
    for place in order.indices.dropFirst() {
      let number = order[place]
      let item = items[Int(number)]
      let bucket = Self.hash(item.key) >> shift
      var free = place
      while free > 0 {
        let other = items[Int(order[free - 1])]
        guard Self.hash(other.key) >> shift == bucket, item.precedes(other) else { break }
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = number
    }
    return order.map { items[Int($0)] }
  }
}

extension LiteralTable.Item {
  /// An order in which equal tests stand together.
  @inline(__always)
  fileprivate func precedes(_ other: Self) -> Bool {
    if literal.low != other.literal.low { return literal.low < other.literal.low }
    if literal.high != other.literal.high { return literal.high < other.literal.high }
    return literal.boundaries < other.literal.boundaries
  }
}

extension Literal {
  /// How many ASCII letters, digits and underscores it begins with, up to four.
  var leadingWordLength: Int {
    for index in 0..<4 where !Self.isWord(UInt8(truncatingIfNeeded: low >> UInt64(index * 8))) {
      return index
    }
    return 4
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  /// What must surround it, without what it says of the match; plain bits, for speed.
  fileprivate var boundaries: UInt8 { flags.rawValue & 3 }

  /// Whether both are found at the same places.
  fileprivate func hasSameTest(as other: Literal) -> Bool {
    low == other.low && high == other.high && boundaries == other.boundaries
  }

  /// The table that finds it.
  var probe: LiteralTable.Probe {
    let length = leadingWordLength
    if length == 0 { return count >= 4 ? .sign : .signShort }
    if boundaries & 1 == 0 { return count >= 4 ? .inside : .insideShort }
    if count >= 6 { return count >= 8 ? .phrase : .shortPhrase }
    return length == 4 || length < Int(count) || boundaries & 2 != 0 ? .word : .wordPrefix
  }
}
