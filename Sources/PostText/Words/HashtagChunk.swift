/// A stretch of a hashtag between the borders that its author drew: capitals, digits, underscores.
struct HashtagChunk: Sendable {
  /// How a stretch is written.
  enum Kind {
    /// Small letters.
    case small
    /// A capital and small letters.
    case capitalised
    /// Capitals, perhaps with a small plural s.
    case capitals
    /// Digits, perhaps with the letter or ending that belongs to them.
    case number
    /// With other letters than ASCII's.
    case foreign
  }

  /// Where it stands in the tag.
  var range: Range<Int>
  /// How it is written.
  var kind: Kind

  /// True when the word list may divide it: shorter ones are abbreviations or words already.
  ///
  /// - Parameter isAmongOthers: True when other words of the tag have capitals of their own; then
  ///   only a long one can be several.
  /// - Returns: True when it is worth looking.
  func mayHoldWords(isAmongOthers: Bool) -> Bool {
    switch kind {
    case .small: range.count >= 4
    case .capitalised: range.count >= (isAmongOthers ? 10 : 4)
    case .capitals: range.count >= 6
    case .number, .foreign: false
    }
  }

  /// Divides a tag, without its sign, at the author's borders.
  static func split(
    _ tag: UnsafeBufferPointer<UInt8>, into chunks: inout GrowingBuffer<HashtagChunk>
  ) {
    chunks.clear()
    var place = 0
    while place < tag.count {
      let chunk = chunk(of: tag, at: place)
      place = chunk?.range.upperBound ?? place + 1
      guard let chunk else { continue }
      if let last = chunks.elements.last, last.range.upperBound == chunk.range.lowerBound,
        let joined = last.joined(with: chunk, in: tag)
      {
        chunks[chunks.count - 1] = joined
      } else {
        chunks.append(chunk)
      }
    }
  }

  private static func chunk(of tag: UnsafeBufferPointer<UInt8>, at start: Int) -> HashtagChunk? {
    let first = tag[start]
    func end(from place: Int, while belongs: (UInt8) -> Bool) -> Int {
      var end = place
      while end < tag.count, belongs(tag[end]) { end += 1 }
      return end
    }
    if isDigit(first) {
      return HashtagChunk(range: start..<end(from: start, while: isDigit), kind: .number)
    }
    if isSmall(first) {
      return small(start..<end(from: start, while: isSmall), .small, in: tag)
    }
    guard isCapital(first) else { return nil }
    let capitals = end(from: start, while: isCapital)
    let smalls = end(from: capitals, while: isSmall)
    if capitals - start == 1 {
      return smalls == capitals
        ? HashtagChunk(range: start..<capitals, kind: .capitals)
        : small(start..<smalls, .capitalised, in: tag)
    }
    if smalls == capitals { return HashtagChunk(range: start..<capitals, kind: .capitals) }
    if smalls == capitals + 1, tag[capitals] == UInt8(ascii: "s") {
      return HashtagChunk(range: start..<smalls, kind: .capitals)
    }
    return HashtagChunk(range: start..<capitals - 1, kind: .capitals)
  }

  private static func small(
    _ range: Range<Int>, _ kind: Kind, in tag: UnsafeBufferPointer<UInt8>
  ) -> HashtagChunk {
    HashtagChunk(range: range, kind: tag[range].contains { $0 >= 0x80 } ? .foreign : kind)
  }

  // A road or a unit stays with its number, and so does Mc with its name.
  private func joined(
    with next: HashtagChunk, in tag: UnsafeBufferPointer<UInt8>
  ) -> HashtagChunk? {
    let range = range.lowerBound..<next.range.upperBound
    if kind == .capitals, self.range.count == 1, next.kind == .number {
      return HashtagChunk(range: range, kind: .number)
    }
    if kind == .number, next.kind == .small || next.kind == .capitals,
      Self.units.contains(Self.key(tag[next.range]))
    {
      return HashtagChunk(range: range, kind: .number)
    }
    if kind == .capitalised, next.kind == .capitalised, Self.key(tag[self.range]) == Self.mc {
      return HashtagChunk(range: range, kind: .capitalised)
    }
    return nil
  }

  private static let mc = key("mc".utf8)

  private static let units: Set<UInt64> = Set(
    ["st", "nd", "rd", "th", "am", "pm", "hr", "hrs", "k", "m", "km", "mph", "s", "g"].map {
      key($0.utf8)
    })

  private static func key(_ letters: some Collection<UInt8>) -> UInt64 {
    letters.count > 8 ? 0 : letters.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  // Letters of other alphabets have no borders that we know.
  private static func isSmall(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x80
  }
}
