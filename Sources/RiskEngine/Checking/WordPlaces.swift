/// Where the words and sentences of a reading begin and end, found once for all that is asked of it.
///
/// A post may be one long row of the same word; whoever walked from each match to its neighbours would
/// take the square of its length.
struct WordPlaces {
  /// Where each word begins, from left to right.
  let starts: [Int]
  /// Where each word ends.
  let ends: [Int]
  /// The newlines, and each `.`, `!` or `?` before white space or the end.
  let stops: [Int]
  /// How many bytes the reading has.
  let count: Int

  /// Reads a text in one pass.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var (starts, ends, stops): ([Int], [Int], [Int]) = ([], [], [])
    var isInside = false
    var isLetter = false
    for index in text.indices {
      // The further bytes of a character belong to whatever its first byte does.
      if text[index] & 0xC0 != 0x80 { isLetter = Self.beginsLetter(text[index]) }
      if isLetter != isInside {
        if isLetter { starts.append(index) } else { ends.append(index) }
        isInside = isLetter
      }
      if Self.isStop(text, at: index) { stops.append(index) }
    }
    if isInside { ends.append(text.count) }
    self.starts = starts
    self.ends = ends
    self.stops = stops
    count = text.count
  }

  /// Whether at most so many whole words lie between two places, and no sentence ends there unless that is allowed.
  func isNear(_ start: Int, _ end: Int, words: Int, crossesSentences: Bool) -> Bool {
    guard ends.firstIndex(from: end + 1) - starts.firstIndex(from: start) <= words else {
      return false
    }
    return crossesSentences || stops.firstIndex(from: start) == stops.firstIndex(from: end)
  }

  /// The sentence that holds a stretch; a stretch over several sentences makes them one.
  func sentence(of found: Range<Int>) -> Range<Int> {
    let before = stops.firstIndex(from: found.lowerBound)
    let start = before > 0 ? stops[before - 1] + 1 : 0
    let after = stops.firstIndex(from: max(found.upperBound - 1, found.lowerBound))
    return start..<max(after < stops.count ? stops[after] : count, found.upperBound)
  }

  /// Where that must begin which has at most so many whole words between a place and itself; exclusive.
  func limit(after place: Int, words: Int) -> Int {
    let last = starts.firstIndex(from: place) + words
    return last < ends.count ? ends[last] : .max
  }

  /// Where that must end which has at most so many whole words between itself and a place; exclusive.
  func limit(before place: Int, words: Int) -> Int {
    let first = ends.firstIndex(from: place + 1) - 1 - words
    return first >= 0 ? starts[first] : -1
  }

  private static func isStop(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      index + 1 == text.count || text[index + 1] == UInt8(ascii: " ")
        || text[index + 1] == UInt8(ascii: "\n")
    default: false
    }
  }

  /// Whether a byte begins a character of words; those that begin symbols and emoji do not.
  private static func beginsLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "'"),
      0xC3...0xDF:
      true
    default: false
    }
  }
}

extension [Int] {
  /// The number of the first of these ascending places that lies at a place or after it.
  func firstIndex(from place: Int) -> Int {
    partitionPoint { $0 >= place }
  }
}

extension Array {
  /// The number of the first element that is past a point, in an order in which all after it are too.
  func partitionPoint(_ isPast: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
