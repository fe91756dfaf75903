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
    for table in 0..<layouts.count where layouts.start[table].kinds & kind != 0 {
      look(for: table, in: marked, kind, scratch)
    }
    settle(in: marked, kind, scratch)
    scratch.text.pointee.counts =
      marked.trust == .all
      ? tally.count(marked.raw, blocks: marked.blocks)
      : ByteMinimums(lanes: 0x7F7F_7F7F_7F7F_7F7F)
    for open in ungated.elements
    where isWithinReach(needs.start[Int(open.pattern)], kind: kind, scratch) {
      scratch.slots.pointee.open(Int(open.slot))
    }
  }

  /// Queues the places of a text where one table's literals may stand.
  @inline(__always)
  private func look(
    for number: Int, in text: ScannedText, _ kind: UInt32, _ scratch: CandidateScratch
  ) {
    let table = layouts.start[number]
    if table.probe.isAtStart {
      var first = 0
      while first < text.startCount {
        let end = min(first &+ 64, text.startCount)
        let starts = UnsafeBufferPointer(start: text.starts + first, count: end &- first)
        enqueue(starts.lazy.map { Int($0) }, of: table, number, in: text, kind, scratch)
        first = end
      }
    } else {
      let marks = table.probe.isAtSign ? text.signs : text.words
      for block in 0..<text.foldedBlocks {
        let places = MarkedPlaces(first: block &* 64, rest: marks[block])
        enqueue(places, of: table, number, in: text, kind, scratch)
      }
    }
  }

  /// The places of a block of a text that have a bit.
  private struct MarkedPlaces: Sequence, IteratorProtocol {
    let first: Int
    var rest: UInt64

    @inline(__always)
    mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest &- 1 }
      return first &+ rest.trailingZeroBitCount
    }
  }

  /// Queues those of at most sixty-four places where a table's literals may stand.
  @inline(__always)
  private func enqueue(
    _ candidates: some Sequence<Int>, of table: LiteralTable.Layout, _ number: Int,
    in text: ScannedText, _ kind: UInt32, _ scratch: CandidateScratch
  ) {
    let probe = table.probe
    let folded = UnsafeRawPointer(text.folded)
    let (keyMask, cutsWords) = (probe.keyMask, probe == .word)
    let queue = scratch.queue
    let places = queue.pointee.places
    if queue.pointee.placeCount > ProbeQueue.placeLimit { settle(in: text, kind, scratch) }
    var count = queue.pointee.placeCount
    for place in candidates {
      var key = folded.loadUnaligned(fromByteOffset: place, as: UInt64.self) & keyMask
      if cutsWords {
        // A run of word characters may go on in the next block; shifting by 64 gives none.
        let (block, bit) = (place &>> 6, UInt64(place & 63))
        let run = text.words[block] &>> bit | text.words[block &+ 1] << (64 &- bit)
        let length = UInt64(truncatingIfNeeded: (~run).trailingZeroBitCount)
        key &= length >= 8 ? .max : (1 << (length * 8)) &- 1
      }
      let hash = LiteralTable.hash(key)
      places[count] = .init(
        table: UInt32(truncatingIfNeeded: number), place: UInt32(truncatingIfNeeded: place),
        bucket: hash &>> table.bucketShift)
      count &+= table.mayHold(hash)
    }
    queue.pointee.placeCount = count
  }

  /// Compares the literals of the queued places with the text, and posts those that are there.
  @inline(never)
  private func settle(in text: ScannedText, _ kind: UInt32, _ scratch: CandidateScratch) {
    let queue = scratch.queue.pointee
    scratch.queue.pointee.placeCount = 0
    var count = 0
    for index in 0..<queue.placeCount {
      let place = queue.places[index]
      let table = layouts.start + Int(place.table)
      let literals = table.pointee.literals(inBucket: Int(place.bucket))
      var (test, left) = (table.pointee.entries + literals.lowerBound, literals.count)
      while left > 0 {
        for step in 0..<ProbeQueue.stride {
          queue.candidates[count &+ step] = .init(
            test: test + step, table: place.table, place: place.place)
        }
        count &+= min(left, ProbeQueue.stride)
        left &-= ProbeQueue.stride
        test += ProbeQueue.stride
        guard count > ProbeQueue.candidateLimit - ProbeQueue.stride else { continue }
        post(count, in: text, kind, scratch)
        count = 0
      }
    }
    post(count, in: text, kind, scratch)
  }

  /// Posts those of the first candidates that stand in the text.
  @inline(__always)
  private func post(
    _ count: Int, in text: ScannedText, _ kind: UInt32, _ scratch: CandidateScratch
  ) {
    let candidates = scratch.queue.pointee.candidates
    var hitCount = 0
    for index in 0..<count {
      let candidate = candidates[index]
      let test = candidate.test.pointee
      candidates[hitCount] = candidate
      hitCount &+= test.count(at: Int(candidate.place) &- test.keyOffset, of: text)
    }
    var readAhead: UInt32 = 0
    for index in 0..<hitCount {
      let postings = postings(of: candidates[index])
      if let first = postings.first { readAhead &+= first.slot }
    }
    scratch.queue.pointee.readAhead = readAhead
    for index in 0..<hitCount {
      let hit = candidates[index]
      let word = text.wordNumber(at: Int(hit.place) &- hit.test.pointee.keyOffset)
      let postings = postings(of: hit)
      if text.wordShift == 0 {
        scratch.slots.pointee.post(postings, kind) { ScannedText.bits(around: word, reach: $0) }
      } else if scratch.slots.pointee.isNew(hit.test, inRow: word &>> text.wordShift) {
        scratch.slots.pointee.post(postings, kind) { text.bits(around: word, reach: $0) }
      }
    }
  }

  /// What follows from a literal; nothing where damage led beyond its table.
  @inline(__always)
  private func postings(of hit: ProbeQueue.Candidate) -> UnsafeBufferPointer<Posting> {
    let table = layouts.start + Int(hit.table)
    let postings = hit.test.pointee.postings
    let count = postings.upperBound <= table.pointee.postingCount ? postings.count : 0
    return UnsafeBufferPointer(start: table.pointee.postings + postings.lowerBound, count: count)
  }

  /// Whether a pattern reads a kind of segment, and the text has the bytes that it needs at least.
  @inline(__always)
  func isWithinReach(_ need: Need, kind: UInt32, _ scratch: CandidateScratch) -> Bool {
    need.kinds & kind != 0 && scratch.text.pointee.counts.reach(ByteMinimums(lanes: need.minimums))
  }
}
