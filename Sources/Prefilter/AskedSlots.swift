internal import PCRE2

/// The slots that no text is scanned for: their literals are looked for in a text when somebody asks.
///
/// Most lists matter only once a trigger may match, so that scanning every text for their common words would cost
/// more than looking for a few of them later.
final class AskedSlots: Sendable {
  /// A slot on its way in.
  struct Slot {
    /// Its number.
    let number: Int
    /// Its literals, each with what follows from it.
    var literals: [(literal: Literal, posting: Posting)] = []
    /// Whether its pattern, or a term of it, may match wherever no literal stands.
    var isOpen = false
  }

  /// The numbers of the slots.
  let slots: Range<Int>
  /// The literals of every slot, in one set.
  private let sets: LiteralSets
  /// What follows from the literals.
  private let postings: FrozenBuffer<Posting>
  /// For every slot 1 when it is open, else 0.
  private let isOpen: FrozenBuffer<UInt8>

  /// Lays out some slots, whose numbers follow those of all scanned slots.
  init(_ slots: [Slot], count: Int) {
    let first = slots.map(\.number).min() ?? count
    var items = [[[LiteralSets.Item]]](repeating: [], count: count - first)
    var postings: [Posting] = []
    var isOpen = [UInt8](repeating: 0, count: count - first)
    for slot in slots {
      isOpen[slot.number - first] = slot.isOpen ? 1 : 0
      let byTest = Dictionary(grouping: slot.literals) { Test($0.literal) }
      let sorted = byTest.values.sorted { $0[0].literal < $1[0].literal }
      let set = sorted.map { same in
        let first = postings.count
        postings += Set(same.map(\.posting)).sorted()
        return LiteralSets.Item(literal: same[0].literal, postings: first..<postings.count)
      }
      items[slot.number - first] = [set]
    }
    self.slots = first..<count
    sets = LiteralSets(items)
    self.postings = FrozenBuffer(postings)
    self.isOpen = FrozenBuffer(isOpen)
  }

  /// What makes literals be found at the same places.
  private struct Test: Hashable {
    let low: UInt64
    let high: UInt64
    let boundaries: UInt8

    init(_ literal: Literal) {
      (low, high, boundaries) = (literal.low, literal.high, literal.boundaries)
    }
  }

  /// Looks for the literals of a slot, and posts them.
  func look(
    for slot: Int, in text: ScannedText, _ found: UnsafeMutablePointer<FoundSlots>
  ) {
    let number = slot &- slots.lowerBound
    if isOpen.start[number] != 0 { found.pointee.open(slot) }
    for number in sets.groups(of: number) {
      guard let group = sets.group(number) else { return found.pointee.open(slot) }
      _ = sets.forEachHit(of: group, in: text) { test, place in
        guard test.postings.upperBound <= postings.count else { return true }
        let word = text.wordNumber(at: place)
        let postings = UnsafeBufferPointer(rebasing: postings.elements[test.postings])
        found.pointee.post(postings, .max) { text.bits(around: word, reach: $0) }
        return true
      }
    }
  }

  // MARK: - Ready-made

  /// Writes the slots out.
  func write(to writer: inout TableWriter) {
    sets.write(to: &writer)
    writer.write(postings.elements)
    writer.write(isOpen.elements)
  }

  /// Reads slots that were written out; `nil` when they do not hold together.
  init?(_ reader: inout TableReader, slots: Range<Int>, termCount: Int) {
    guard let sets = LiteralSets(&reader, patternCount: slots.count),
      let postings = reader.read(Posting.self),
      postings.elements.allSatisfy({ $0.slot < slots.upperBound && $0.term < termCount }),
      let isOpen = reader.read(UInt8.self), isOpen.count == slots.count
    else { return nil }
    self.slots = slots
    self.sets = sets
    self.postings = postings
    self.isOpen = isOpen
  }
}
