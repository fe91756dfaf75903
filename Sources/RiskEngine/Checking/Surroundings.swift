/// Distances in a reading: sentences and words around a stretch of its bytes.
struct Surroundings {
  /// The reading.
  let text: UnsafeBufferPointer<UInt8>
  /// The stretch.
  let found: Range<Int>

  /// The sentence that holds the stretch; it ends at a newline, or at `.`, `!` or `?` before white space.
  var sentence: Range<Int> {
    var start = found.lowerBound
    while start > 0, !endsSentence(at: start - 1) { start -= 1 }
    var end = max(found.upperBound, start)
    while end < text.count, !endsSentence(at: end) { end += 1 }
    return start..<end
  }

  /// Whether something stands at most so many words away.
  func isNear(_ other: Range<Int>, words: Int, side: Side) -> Bool {
    switch side {
    case .before:
      other.lowerBound < found.lowerBound && other.upperBound >= reach(backBy: words)
    case .after:
      other.upperBound > found.upperBound && other.lowerBound <= reach(onBy: words)
    case .either:
      other.upperBound >= reach(backBy: words) && other.lowerBound <= reach(onBy: words)
    }
  }

  /// Which side of the stretch counts.
  enum Side {
    case before, after, either
  }

  /// Where the last word begins that may still begin the other stretch.
  private func reach(onBy words: Int) -> Int {
    var position = found.upperBound
    // What is left of a word that the stretch ends in does not count.
    while position < text.count, isWord(text[position]) { position += 1 }
    for word in 0...words {
      while position < text.count, !isWord(text[position]) { position += 1 }
      if word == words { break }
      while position < text.count, isWord(text[position]) { position += 1 }
    }
    return position
  }

  /// Where the first word ends that may still end the other stretch.
  private func reach(backBy words: Int) -> Int {
    var position = found.lowerBound
    while position > 0, isWord(text[position - 1]) { position -= 1 }
    for word in 0...words {
      while position > 0, !isWord(text[position - 1]) { position -= 1 }
      if word == words { break }
      while position > 0, isWord(text[position - 1]) { position -= 1 }
    }
    return position
  }

  private func endsSentence(at index: Int) -> Bool {
    Self.endsSentence(text, at: index)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    Self.isWord(byte)
  }

  /// Whether a byte ends a sentence: a newline, or `.`, `!` or `?` before white space or the end.
  static func endsSentence(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      index + 1 == text.count || text[index + 1] == UInt8(ascii: " ")
        || text[index + 1] == UInt8(ascii: "\n")
    default: false
    }
  }

  /// Whether a byte belongs to a word; of the others than ASCII, those that begin symbols and emoji do not.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "'"),
      0xC3...0xDF:
      true
    default: false
    }
  }
}
