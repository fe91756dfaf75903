/// A number that is noted of each of some patterns for one draft; forgetting all of them costs nothing.
///
/// A hash table: a draft meets some hundred of many thousand patterns, whose notes then lie close together.
struct PatternNotes: ~Copyable {
  private var slots: UnsafeMutablePointer<Slot>
  private var bits: UInt32 = 8
  private var count = 0
  private var draft: UInt64 = 1

  /// What is noted of a pattern, if it was noted for the current draft.
  private struct Slot: BitwiseCopyable {
    var draft: UInt64
    var pattern: UInt32
    var note: Int32
  }

  /// Makes an empty table.
  init() {
    slots = Self.memory(bits: bits)
  }

  deinit {
    slots.deallocate()
  }

  /// Forgets everything.
  mutating func clear() {
    draft &+= 1
    count = 0
  }

  /// What is noted of a pattern.
  subscript(pattern: Int) -> Int32? {
    get {
      let slot = slots[place(of: pattern)]
      return slot.draft == draft ? slot.note : nil
    }
    set {
      guard let newValue else { return }
      let place = place(of: pattern)
      let isNew = slots[place].draft != draft
      slots[place] = Slot(
        draft: draft, pattern: UInt32(truncatingIfNeeded: pattern), note: newValue)
      guard isNew else { return }
      count += 1
      if count > 1 << (bits - 1) { grow() }
    }
  }

  /// The slot of a pattern, or the free one that it would get; at least half of them are free.
  @inline(__always)
  private func place(of pattern: Int) -> Int {
    let number = UInt32(truncatingIfNeeded: pattern)
    var place = Int((number &* 0x9E37_79B1) &>> (32 &- bits))
    while slots[place].draft == draft, slots[place].pattern != number {
      place = (place &+ 1) & ((1 &<< Int(bits)) &- 1)
    }
    return place
  }

  private mutating func grow() {
    let (old, oldCount) = (slots, 1 << Int(bits))
    bits += 1
    slots = Self.memory(bits: bits)
    for index in 0..<oldCount where old[index].draft == draft {
      slots[place(of: Int(old[index].pattern))] = old[index]
    }
    old.deallocate()
  }

  private static func memory(bits: UInt32) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: 1 << Int(bits))
    slots.initialize(repeating: Slot(draft: 0, pattern: 0, note: 0), count: 1 << Int(bits))
    return slots
  }
}
