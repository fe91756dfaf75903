internal import PCRE2

/// Literals by a hash of their keys: where to look in a text, and what to compare there.
///
/// A text is probed only at the places where keys can stand. Most places are dismissed by
/// one bit of a bitmap small enough for the fastest cache; building costs a few passes over the
/// literals, so that a single draft can afford it too.
struct LiteralTable: Sendable {
  /// Where everything of a table lies, to be read without counting references.
  struct Layout: BitwiseCopyable, @unchecked Sendable {
    let probe: Probe
    let kinds: UInt32
    let bitmap: UnsafePointer<UInt64>
    let buckets: UnsafePointer<UInt32>
    let entries: UnsafePointer<LiteralTest>
    let postings: UnsafePointer<Posting>
    let entryCount: Int
    let postingCount: Int
    let bitShift: UInt32
    let bucketShift: UInt32

    /// One when some literal's key may have a hash, else zero.
    @inline(__always)
    func mayHold(_ hash: UInt32) -> Int {
      let number = hash &>> bitShift
      return Int(truncatingIfNeeded: bitmap[Int(number &>> 6)] &>> UInt64(number & 63) & 1)
    }

    /// The literals of a bucket, by number.
    @inline(__always)
    func literals(inBucket bucket: Int) -> Range<Int> {
      let first = Int(buckets[bucket])
      return first..<max(first, min(Int(buckets[bucket &+ 1]), entryCount))
    }
  }

  /// A literal on its way into a table, with what follows from it.
  struct Item {
    let literal: Literal
    let key: LiteralKey
    let posting: Posting
  }

  /// One bit for every few buckets' hashes.
  let bitmap: FrozenBuffer<UInt64>
  /// The first entry of every bucket, and the end of the last.
  let buckets: FrozenBuffer<UInt32>
  /// The literals, bucket by bucket.
  let entries: FrozenBuffer<LiteralTest>
  /// What follows from the literals, literal by literal.
  let postings: FrozenBuffer<Posting>
  /// The kinds of segment that patterns of any of its literals read.
  let kinds: UInt32
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
      probe: probe, kinds: kinds, bitmap: bitmap.start, buckets: buckets.start,
      entries: entries.start, postings: postings.start, entryCount: entries.count,
      postingCount: postings.count,
      bitShift: bitShift, bucketShift: bucketShift)
  }

  /// Builds a table; at least one item is needed.
  init(_ items: [Item]) {
    // Four buckets for every key, not for every literal: what is compared in vain costs more than what lies in the cache.
    let keyCount = Set(items.map(\.key.bytes)).count
    let bucketBits = UInt32(max(4, Int.bitWidth - (keyCount - 1).leadingZeroBitCount)) + 2
    let bitBits = min(max(bucketBits + 2, 12), 18)
    self.kinds = items.reduce(0) { $0 | $1.posting.kinds }
    self.bucketShift = 32 - min(bucketBits, 20)
    self.bitShift = 32 - bitBits

    let sorted = Self.sortedByBucket(items, shift: bucketShift)
    var bits = [UInt64](repeating: 0, count: 1 << Int(bitBits - 6))
    var buckets = [UInt32](repeating: 0, count: 1 << Int(32 - bucketShift) + 1)
    var entries: [LiteralTest] = []
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
      let hash = Self.hash(sorted[first].key.bytes)
      let bit = hash >> bitShift
      bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      let start = postings.count
      postings += Set(sorted[first..<end].map(\.posting)).sorted()
      entries.append(
        LiteralTest(
          sorted[first].literal, keyOffset: sorted[first].key.offset,
          postings: start..<postings.count))
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
    writer.write([kinds])
  }

  /// Reads a table that was written out; `nil` when it does not hold together.
  ///
  /// Of the numbers inside only those of slots and terms are looked at, for the others one draft would have to wait: whoever
  /// follows one of those asks first whether it leads beyond its table.
  init?(_ reader: inout TableReader, slotCount: Int, termCount: Int) {
    guard let bits = reader.read(UInt64.self), let entries = reader.read(LiteralTest.self),
      let buckets = reader.read(UInt32.self), let postings = reader.read(Posting.self),
      postings.elements.allSatisfy({ $0.slot < slotCount && $0.term < termCount }),
      let kinds = reader.read(UInt32.self), kinds.count == 1,
      bits.count.nonzeroBitCount == 1, (buckets.count - 1).nonzeroBitCount == 1,
      bits.count < 1 << 20, (2..<1 << 24).contains(buckets.count)
    else { return nil }
    bitShift = UInt32(32 - 6 - bits.count.trailingZeroBitCount)
    bucketShift = UInt32(32 - (buckets.count - 1).trailingZeroBitCount)
    bitmap = bits
    self.buckets = buckets
    self.entries = entries
    self.postings = postings
    self.kinds = kinds.start[0]
  }

  /// Sorts by bucket in two passes, and within the few items of a bucket by comparing.
  private static func sortedByBucket(_ items: [Item], shift: UInt32) -> [Item] {
    var ends = [UInt32](repeating: 0, count: 1 << Int(32 - shift) + 1)
    for item in items { ends[Int(hash(item.key.bytes) >> shift) + 1] += 1 }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    var order = [UInt32](repeating: 0, count: items.count)
    for (number, item) in items.enumerated() {
      let bucket = Int(hash(item.key.bytes) >> shift)
      order[Int(ends[bucket])] = UInt32(number)
      ends[bucket] += 1
    }
    // Every bucket's end has become the next one's start; a bucket holds few items.
    for place in order.indices.dropFirst() {
      let number = order[place]
      let item = items[Int(number)]
      let bucket = Self.hash(item.key.bytes) >> shift
      var free = place
      while free > 0 {
        let other = items[Int(order[free - 1])]
        guard Self.hash(other.key.bytes) >> shift == bucket, item.precedes(other) else { break }
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
  /// Whether both are found at the same places.
  fileprivate func hasSameTest(as other: Literal) -> Bool {
    low == other.low && high == other.high && boundaries == other.boundaries
  }
}
