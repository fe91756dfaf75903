internal import PCRE2

extension Prefilter {
  /// Scans a text for the patterns that every text is scanned for; afterwards ``mayMatch(_:around:kind:_:)`` says of any
  /// expression whether the text could match it, and ``ask(for:_:)`` looks for another slot.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - kind: The bits of the text's kind; patterns that do not read it are not found.
  ///   - scratch: The calling thread's own. It then holds the slots of patterns that may match and where, unless
  ///     literals tell nothing of the text.
  package func scan(
    _ text: UnsafeBufferPointer<UInt8>, kind: UInt32, scratch: CandidateScratch
  ) {
    scratch.clear()
    TextMarks.mark(text, in: scratch.text)
    let marked = scratch.text.pointee
    guard marked.trust != .nothing else { return }
    for index in 0..<layouts.count {
      look(for: layouts.start[index], in: marked, kind, scratch.slots)
    }
    for slot in ungated.elements { scratch.slots.pointee.open(Int(slot)) }
    scratch.text.pointee.counts =
      marked.trust == .all
      ? tally.count(marked.raw, blocks: marked.blocks)
      : ByteMinimums(lanes: 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// Probes the text for one table's literals at the places where they can begin.
  @inline(__always)
  private func look(
    for table: LiteralTable.Layout, in text: ScannedText, _ kind: UInt32,
    _ slots: UnsafeMutablePointer<FoundSlots>
  ) {
    let probe = table.probe
    let words = text.words
    let folded = UnsafeRawPointer(text.folded)
    let bitmap = table.bitmap
    let bitShift = table.bitShift
    let keyMask = probe.keyMask
    let places = probe.isAtSign ? text.signs : words
    let isAtStart = probe.isAtStart
    let cutsWords = probe == .word
    var carry: UInt64 = 0
    for block in 0..<text.foldedBlocks {
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
          compare(table, hash, at: place, in: text, kind, slots)
        }
      }
    }
  }

  /// Compares the literals of one bucket with the text and posts those that are there.
  @inline(never)
  private func compare(
    _ table: LiteralTable.Layout, _ hash: UInt32, at keyPlace: Int, in text: ScannedText,
    _ kind: UInt32, _ slots: UnsafeMutablePointer<FoundSlots>
  ) {
    let bucket = Int(hash >> table.bucketShift)
    let end = min(Int(table.buckets[bucket + 1]), table.entryCount)
    var index = Int(table.buckets[bucket])
    while index < end {
      let test = table.entries + index
      let entry = test.pointee
      index &+= 1
      let place = keyPlace &- entry.keyOffset
      guard place >= 0, entry.holds(at: place, of: text) else { continue }
      let postings = entry.postings
      guard postings.upperBound <= table.postingCount else { continue }
      let word = text.wordNumber(at: place)
      guard text.wordShift == 0 || slots.pointee.isNew(test, inRow: word &>> text.wordShift) else {
        continue
      }
      for number in postings {
        let posting = table.postings[number]
        if posting.kinds & kind != 0, posting.slot < slotCount, posting.term < count {
          slots.pointee.post(
            posting, reaching: text.bits(around: word, reach: posting.words))
        }
      }
    }
  }

  /// Whether a pattern reads a kind of segment, and the text has the bytes that it needs at least.
  @inline(__always)
  func isWithinReach(_ need: Need, kind: UInt32, _ scratch: CandidateScratch) -> Bool {
    need.kinds & kind != 0 && scratch.text.pointee.counts.reach(ByteMinimums(lanes: need.minimums))
  }
}
