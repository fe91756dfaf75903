internal import PCRE2

extension Prefilter {
  /// Finds the patterns that a text could match.
  ///
  /// Afterwards every touched pattern that is marked ready is a candidate. One that is also marked
  /// for a search may match anywhere; any other can only match where a hit of it lies.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - kind: The bit of the segment's kind.
  ///   - scratch: The calling thread's own; it is cleared first.
  package func scan(_ text: UnsafeBufferPointer<UInt8>, kind: UInt32, scratch: CandidateScratch) {
    scratch.clear()
    let marked = TextMarks.mark(text, in: scratch)
    guard marked.trust != .nothing else { return takeAll(kind: kind, scratch) }
    for index in 0..<layouts.count {
      look(for: layouts.start[index], blocks: marked.foldedBlocks, scratch)
    }
    let counts: ByteMinimums
    if marked.trust == .all {
      counts = tally.count(scratch.raw, blocks: marked.blocks)
      for index in banks.indices where isNeeded(banks[index], kind: kind, counts, scratch) {
        banks[index].scan(scratch.raw, count: text.count) { pattern in
          scratch.mark(pattern, Self.windowGate)
        }
      }
    } else {
      counts = ByteMinimums(lanes: 0x7F7F_7F7F_7F7F_7F7F)
      for bank in banks {
        for index in 0..<bank.patterns.count {
          scratch.mark(Int(bank.patterns.start[index]), Self.windowGate)
        }
      }
    }
    conclude(kind: kind, counts, scratch)
  }

  /// Makes every pattern of the kind a candidate.
  private func takeAll(kind: UInt32, _ scratch: CandidateScratch) {
    for pattern in 0..<count where needs.start[pattern].kinds & kind != 0 {
      scratch.markForSearch(pattern)
    }
  }

  /// Probes the text for one table's literals at the places where they can begin.
  @inline(__always)
  private func look(
    for table: LiteralTable.Layout, blocks: Int, _ scratch: CandidateScratch
  ) {
    let probe = table.probe
    let words = scratch.words
    let folded = UnsafeRawPointer(scratch.folded)
    let bitmap = table.bitmap
    let bitShift = table.bitShift
    let keyMask = probe.keyMask
    let places = probe.isAtSign ? scratch.signs : words
    let isAtStart = probe.isAtStart
    let cutsWords = probe == .word
    var carry: UInt64 = 0
    for block in 0..<blocks {
      var rest = places[block]
      let word = words[block]
      if isAtStart {
        rest &= ~(word << 1 | carry)
        carry = word >> 63
      }
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest &- 1
        let place = block &* 64 &+ bit
        var key = folded.loadUnaligned(fromByteOffset: place, as: UInt64.self) & keyMask
        if cutsWords {
          // A run of word characters may go on in the next block; shifting by 64 gives none.
          let run = word &>> UInt64(bit) | words[block + 1] << UInt64(64 - bit)
          let length = UInt64(truncatingIfNeeded: (~run).trailingZeroBitCount)
          key &= length >= 8 ? .max : (1 << (length * 8)) &- 1
        }
        let hash = LiteralTable.hash(key)
        let number = hash >> bitShift
        if bitmap[Int(number >> 6)] >> UInt64(number & 63) & 1 == 1 {
          compare(table, hash, at: place, scratch)
        }
      }
    }
  }

  /// Compares the literals of one bucket with the text and opens the gates of those that are there.
  @inline(never)
  private func compare(
    _ table: LiteralTable.Layout, _ hash: UInt32, at keyPlace: Int,
    _ scratch: CandidateScratch
  ) {
    let bucket = Int(hash >> table.bucketShift)
    let end = min(Int(table.buckets[bucket + 1]), table.entryCount)
    var index = Int(table.buckets[bucket])
    guard index < end else { return }
    let entries = table.entries
    let words = scratch.words
    let text = UnsafeRawPointer(scratch.folded)
    while index < end {
      let entry = entries + index
      index += 1
      let place = keyPlace &- entry.pointee.keyOffset
      guard place >= 0 else { continue }
      let low = text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let high = text.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      guard entry.pointee.isEqual(low: low, high: high) else { continue }
      if entry.pointee.needsBoundaryBefore, place > 0, Self.bit(words, place - 1) { continue }
      if entry.pointee.needsBoundaryAfter, Self.bit(words, place + entry.pointee.count) {
        continue
      }
      let postings = entry.pointee.postings
      guard postings.upperBound <= table.postingCount else { continue }
      for posting in postings {
        open(table.postings[posting], at: place, scratch)
      }
    }
  }

  @inline(__always)
  private static func bit(_ bits: UnsafePointer<UInt64>, _ index: Int) -> Bool {
    bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// Opens a gate, and keeps the place where a match may begin.
  @inline(__always)
  private func open(_ posting: Posting, at place: Int, _ scratch: CandidateScratch) {
    let pattern = posting.pattern
    guard pattern < count else { return }
    var bits = posting.gate
    if posting.beginsMatch {
      bits |= scratch.keep(place, of: pattern)
    } else if posting.gate == 1 {
      bits |= CandidateScratch.Mark.search
    }
    scratch.mark(pattern, bits)
  }

  /// Whether some pattern of a bank still depends on its window.
  @inline(__always)
  private func isNeeded(
    _ bank: WindowBank, kind: UInt32, _ counts: ByteMinimums, _ scratch: CandidateScratch
  ) -> Bool {
    for index in 0..<bank.patterns.count {
      let pattern = Int(bank.patterns.start[index])
      let need = needs.start[pattern]
      let others = need.gates & ~UInt32(Self.windowGate)
      if need.kinds & kind != 0, UInt32(scratch.marks[pattern]) & others == others,
        counts.reach(ByteMinimums(lanes: need.minimums))
      {
        return true
      }
    }
    return false
  }

  /// Marks as ready every pattern whose gates are all open and whose counts are reached.
  @inline(__always)
  private func conclude(kind: UInt32, _ counts: ByteMinimums, _ scratch: CandidateScratch) {
    for index in 0..<scratch.touchedCount {
      let pattern = Int(scratch.touched[index])
      let need = needs.start[pattern]
      guard UInt32(scratch.marks[pattern]) & need.gates == need.gates, need.kinds & kind != 0,
        counts.reach(ByteMinimums(lanes: need.minimums))
      else { continue }
      scratch.marks[pattern] |= CandidateScratch.Mark.ready
    }
    for index in 0..<ungated.count {
      let pattern = Int(ungated.start[index])
      let need = needs.start[pattern]
      if need.kinds & kind != 0, counts.reach(ByteMinimums(lanes: need.minimums)) {
        scratch.markForSearch(pattern)
      }
    }
  }
}
