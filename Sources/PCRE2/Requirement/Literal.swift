/// A short run of bytes to look for in folded text, and what must surround it.
///
/// The bytes lie in two words so that comparing costs two instructions and storing no allocation.
package struct Literal: Sendable, Hashable {
  /// How many bytes a literal can hold.
  package static let capacity = 16

  /// The bytes 0 to 7, the first of them lowest; unused bytes are zero.
  package private(set) var low: UInt64 = 0
  /// The bytes 8 to 15, the first of them lowest; unused bytes are zero.
  package private(set) var high: UInt64 = 0
  /// How many bytes it has.
  package private(set) var count: UInt8 = 0
  /// What must surround it.
  package var flags: Flags

  /// What must surround a literal.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// No ASCII letter, digit or underscore stands just before it.
    package static let boundaryBefore = Flags(rawValue: 1)
    /// No ASCII letter, digit or underscore stands just after it.
    package static let boundaryAfter = Flags(rawValue: 2)
    /// A match that contains it begins with it.
    package static let beginsMatch = Flags(rawValue: 4)
  }

  /// Makes a literal of the first bytes of a text, folded; each run of spaces is one, and there is none in
  /// front or after, since a scan need not look at spaces.
  ///
  /// - Returns: `nil` for a single letter that is no word of its own, and for a text with a NUL: it would say too
  ///   little.
  package init?(_ text: some Sequence<UInt8>, flags: Flags = []) {
    self.flags = flags
    let space = UInt8(ascii: " ")
    var isAfterSpace = false
    for byte in text.lazy.map(Self.folded) {
      if byte == 0 { return nil }
      if byte == space {
        isAfterSpace = true
        if count == 0 {
          self.flags.remove(.beginsMatch)
          self.flags.insert(.boundaryBefore)
        }
        continue
      }
      if isAfterSpace, count > 0, Int(count) < Self.capacity { append(space) }
      isAfterSpace = false
      guard Int(count) < Self.capacity else {
        self.flags.remove(.boundaryAfter)
        break
      }
      append(byte)
    }
    if isAfterSpace { self.flags.insert(.boundaryAfter) }
    trimEnd()
    guard count > 0 else { return nil }
    // `\b` beside a sign means the opposite: that a word character stands there.
    if !ASCIISet.word.contains(self[0]) { self.flags.remove(.boundaryBefore) }
    if !ASCIISet.word.contains(self[Int(count) - 1]) { self.flags.remove(.boundaryAfter) }
    let isWord = self.flags.isSuperset(of: [.boundaryBefore, .boundaryAfter])
    guard count >= 2 || isWord || !ASCIISet.word.contains(self[0]) else { return nil }
  }

  /// A byte as a scanned text has it: ASCII letters small, white space and hyphens as spaces.
  package static func folded(_ byte: UInt8) -> UInt8 {
    ASCIISet.gap.contains(byte) ? UInt8(ascii: " ") : CaseFolding.lower(byte)
  }

  /// The bytes, in order.
  package var bytes: [UInt8] { (0..<Int(count)).map { self[$0] } }

  /// The byte at a place below ``count``.
  package subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (index < 8 ? low : high) >> UInt64(index % 8 * 8))
  }

  /// Whether a word is known to start at a place below ``count``.
  package func startsWord(at offset: Int) -> Bool {
    guard ASCIISet.word.contains(self[offset]) else { return false }
    return offset == 0
      ? flags.contains(.boundaryBefore) : !ASCIISet.word.contains(self[offset - 1])
  }

  /// Whether it may begin at any letter, so that it has to be looked for at every one.
  var beginsAnywhere: Bool {
    ASCIISet.word.contains(self[0]) && !(0..<Int(count)).contains(where: startsWord)
  }

  /// Puts a byte at the end, where there is room.
  private mutating func append(_ byte: UInt8) {
    let shifted = UInt64(byte) << UInt64(count % 8 * 8)
    if count < 8 { low |= shifted } else { high |= shifted }
    count += 1
  }

  /// Drops a space at the end, where the literal was cut off after one.
  private mutating func trimEnd() {
    guard count > 0, self[Int(count) - 1] == UInt8(ascii: " ") else { return }
    count -= 1
    let mask = ~(UInt64(0xFF) << UInt64(count % 8 * 8))
    if count < 8 { low &= mask } else { high &= mask }
    flags.insert(.boundaryAfter)
  }

  /// How often it stands in one post of some 200 bytes, by a rough guess.
  package var expectedHits: Double {
    let bytes = bytes
    var rate = 1.0
    var wordCount = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { !ASCIISet.word.contains($0) } ?? bytes.count
      if end > start {
        // What an apostrophe cuts off tells nothing more.
        if start == 0 || bytes[start - 1] != UInt8(ascii: "'") { wordCount += 1 }
        rate = min(
          rate,
          WordRates.rate(
            of: bytes[start..<end], isStart: start > 0 || flags.contains(.boundaryBefore),
            isEnd: end < bytes.count || flags.contains(.boundaryAfter)))
      }
      start = end + 1
    }
    guard wordCount > 0 else { return WordRates.rate(ofSign: bytes[0]) }
    // Of the posts with the rarest word one in twenty has another beside it, and of those one in four each further one.
    return (1..<wordCount).reduce(rate) { $0 / ($1 == 1 ? 20 : 4) }
  }
}

extension Literal: Comparable {
  /// Orders literals by their bytes, then by their flags.
  package static func < (left: Literal, right: Literal) -> Bool {
    // The first byte is lowest, so that swapping makes it count most.
    (left.low.byteSwapped, left.high.byteSwapped, left.count, left.flags.rawValue)
      < (right.low.byteSwapped, right.high.byteSwapped, right.count, right.flags.rawValue)
  }
}
