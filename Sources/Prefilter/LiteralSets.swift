internal import PCRE2

/// Sets of literals that are looked for one set at a time, when somebody asks.
///
/// ``LiteralTable`` finds the first set of many patterns in one pass over a text. The further sets matter only once
/// a literal of the first stands there, and are looked for then.
struct LiteralSets: Sendable {
  /// Some literals of one gate that are found in the same way.
  struct Group: BitwiseCopyable, Sendable {
    /// Where its tests begin.
    let firstTest: UInt32
    /// How many tests it has.
    let count: UInt32
    /// Where its bits begin, when there are so many tests that words are looked up among them.
    let firstBits: UInt32
    /// How far a hash is shifted to number its bit.
    let bitShift: UInt8
    /// Where in a text its literals can begin, as the number of a ``Start``: bytes that were read may hold another.
    let startNumber: UInt8
    /// The gate that any of its literals opens.
    let gate: UInt8
  }

  /// A literal on its way into a set, with what follows from it in a table of whoever keeps the set.
  struct Item {
    let literal: Literal
    var postings = 0..<0
  }

  /// Where in a text a literal can begin.
  enum Start: UInt8, CaseIterable {
    /// At the start of a word whose first letters, four or all of fewer, are known.
    case stem
    /// At the start of a word.
    case word
    /// At any letter.
    case letter
    /// At any sign.
    case sign
  }

  /// The most tests that are each looked for among the words of a text, rather than the words among the tests.
  static let smallCount = 16

  /// Where each pattern's groups begin, and the end of the last.
  let firstGroups: FrozenBuffer<UInt32>
  /// The groups, pattern by pattern and gate by gate.
  let groups: FrozenBuffer<Group>
  /// The bits of the large groups.
  let bits: FrozenBuffer<UInt64>
  /// The hashes of the first letters of the tests, in ascending order within a group.
  let hashes: FrozenBuffer<UInt32>
  /// The literals, group by group.
  let tests: FrozenBuffer<LiteralTest>

  /// Lays out the sets of all patterns, gate by gate.
  init(_ patterns: [[[Item]]]) {
    var layout = Layout()
    for gates in patterns { layout.add(gates) }
    firstGroups = FrozenBuffer(layout.firstGroups)
    groups = FrozenBuffer(layout.groups)
    bits = FrozenBuffer(layout.bits)
    hashes = FrozenBuffer(layout.hashes)
    tests = FrozenBuffer(layout.tests)
  }

  /// The hash of up to four letters of one word, the first of them lowest; different letters have different hashes.
  @inline(__always)
  static func hash(_ letters: UInt32) -> UInt32 {
    letters &* 0x9E37_79B1
  }

  /// The groups of a pattern, by number.
  @inline(__always)
  func groups(of pattern: Int) -> Range<Int> {
    let first = Int(firstGroups.start[pattern])
    let end = min(Int(firstGroups.start[pattern &+ 1]), groups.count)
    return min(first, end)..<end
  }

  /// A group whose tests and bits all lie within their tables; empty where damage led beyond them.
  @inline(__always)
  func group(_ number: Int) -> Group? {
    let group = groups.start[number]
    guard Int(group.firstTest) &+ Int(group.count) <= tests.count,
      16...26 ~= group.bitShift, Int(group.firstBits) &+ group.bitWords <= bits.count
    else { return nil }
    return group
  }

  // MARK: - Ready-made

  /// Writes the sets out.
  func write(to writer: inout TableWriter) {
    writer.write(firstGroups.elements)
    writer.write(groups.elements)
    writer.write(bits.elements)
    writer.write(hashes.elements)
    writer.write(tests.elements)
  }

  /// Reads sets that were written out; `nil` when they do not hold together.
  ///
  /// As with ``LiteralTable``, whoever follows a number asks first whether it leads beyond its table.
  init?(_ reader: inout TableReader, patternCount: Int) {
    guard let firstGroups = reader.read(UInt32.self), firstGroups.count == patternCount + 1,
      let groups = reader.read(Group.self), let bits = reader.read(UInt64.self),
      let hashes = reader.read(UInt32.self), let tests = reader.read(LiteralTest.self),
      hashes.count == tests.count
    else { return nil }
    self.firstGroups = firstGroups
    self.groups = groups
    self.bits = bits
    self.hashes = hashes
    self.tests = tests
  }
}

extension LiteralSets.Group {
  /// How many words of bits it has; none when it is small.
  @inline(__always)
  var bitWords: Int { isSmall ? 0 : 1 &<< (26 &- Int(bitShift)) }

  /// Whether its tests are each looked for among the words of a text.
  @inline(__always)
  var isSmall: Bool { count <= LiteralSets.smallCount }
}

extension LiteralSets {
  /// The tables while they are filled.
  private struct Layout {
    var firstGroups: [UInt32] = [0]
    var groups: [Group] = []
    var bits: [UInt64] = []
    var hashes: [UInt32] = []
    var tests: [LiteralTest] = []

    /// Adds the sets of the next pattern.
    mutating func add(_ gates: [[Item]]) {
      for (gate, items) in gates.enumerated() {
        let keyed = items.map { Keyed(item: $0, key: LiteralKey(of: $0.literal)) }
        for start in Start.allCases {
          let some = keyed.filter { $0.start == start }
          if !some.isEmpty { addGroup(some, start, gate) }
        }
      }
      firstGroups.append(UInt32(groups.count))
    }

    private mutating func addGroup(_ items: [Keyed], _ start: Start, _ gate: Int) {
      let sorted = items.map { (hash: $0.hash, item: $0) }.sorted {
        ($0.hash, $0.item.literal) < ($1.hash, $1.item.literal)
      }
      // Sixteen bits a literal dismiss most words; there are no more beginnings than 65,536.
      let width = Int.bitWidth - (sorted.count * 16 - 1).leadingZeroBitCount
      let group = Group(
        firstTest: UInt32(tests.count), count: UInt32(sorted.count), firstBits: UInt32(bits.count),
        bitShift: UInt8(32 - min(max(width, 6), 16)), startNumber: start.rawValue,
        gate: UInt8(gate))
      groups.append(group)
      bits += [UInt64](repeating: 0, count: group.bitWords)
      for (hash, item) in sorted {
        hashes.append(hash)
        tests.append(
          LiteralTest(item.literal, keyOffset: item.key.offset, postings: item.item.postings))
        guard !group.isSmall else { continue }
        let bit = Int(hash >> UInt32(group.bitShift))
        bits[Int(group.firstBits) + bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }
}

/// A literal with the key by which it is found.
private struct Keyed {
  let item: LiteralSets.Item
  let key: LiteralKey

  var literal: Literal { item.literal }

  /// Where in a text the key can begin.
  var start: LiteralSets.Start {
    if key.probe.isAtSign { return .sign }
    guard key.probe.isAtStart else { return .letter }
    let end = key.offset + letterCount
    let isWhole = end < literal.count || literal.flags.contains(.boundaryAfter)
    return letterCount >= 4 || isWhole ? .stem : .word
  }

  /// How many letters the key begins with.
  private var letterCount: Int {
    literal.bytes[key.offset...].prefix { ASCIISet.word.contains($0) }.count
  }

  /// The hash of the key's first letters, or of its first sign.
  var hash: UInt32 {
    let count =
      switch start {
      case .stem: min(letterCount, 4)
      case .word, .letter: min(letterCount, 2)
      case .sign: 1
      }
    return LiteralSets.hash(
      (0..<count).reduce(0) { $0 | UInt32(literal[key.offset + $1]) << UInt32($1 * 8) })
  }
}
