/// What has been worked out about patterns and one text.
///
/// It is kept in plain memory, and forgetting costs as much as was marked.
struct PatternMarks: BitwiseCopyable {
  /// A mark on a pattern, as a bit.
  enum Mark {
    /// Its window was seen.
    static let window: UInt8 = 1
    /// The text could match it.
    static let possible: UInt8 = 2
    /// The text cannot match it.
    static let impossible: UInt8 = 4
    /// Somebody came to it.
    static let visited: UInt8 = 8
  }

  private let marks: ZeroedMemory<UInt8>
  private let marked: UnsafeMutablePointer<UInt32>
  private var count = 0
  /// A bit for each of the first banks of windows that were looked for.
  private var banks: UInt64 = 0

  /// Takes memory for some number of patterns.
  init(count: Int) {
    marks = ZeroedMemory(count: count + 1)
    marked = .allocate(capacity: count + 1)
  }

  /// Gives the memory back.
  func free() {
    marks.free()
    marked.deallocate()
  }

  /// Forgets all marks.
  mutating func clear() {
    for index in 0..<count { marks.start[Int(marked[index])] = 0 }
    count = 0
    banks = 0
  }

  /// Notes that the windows of a bank are looked for, and answers whether they were not before; those of the
  /// sixty-fifth bank and further ones are looked for again and again.
  mutating func visitBank(_ number: Int) -> Bool {
    guard number < 64 else { return true }
    let bit: UInt64 = 1 << UInt64(number)
    defer { banks |= bit }
    return banks & bit == 0
  }

  /// The marks on a pattern.
  @inline(__always)
  subscript(pattern: Int) -> UInt8 { marks.start[pattern] }

  /// Sets a mark.
  @inline(__always)
  mutating func set(_ mark: UInt8, on pattern: Int) {
    let old = marks.start[pattern]
    if old == 0 {
      marked[count] = UInt32(truncatingIfNeeded: pattern)
      count &+= 1
    }
    marks.start[pattern] = old | mark
  }
}
