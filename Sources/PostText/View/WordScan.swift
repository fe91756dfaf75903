/// Goes through the words of a first reading once: counts them, and finds those in disguise.
struct WordScan: ~Copyable, Sendable {
  /// What a stretch of the first reading says when its disguise is undone.
  struct Edit: Sendable {
    /// The stretch, in the readings.
    let range: Range<Int>
    /// What it says, in ``WordScan/replacements``.
    let replacement: Range<Int>
  }

  /// The disguises found, in order.
  var edits = GrowingBuffer<Edit>(capacity: 32)
  /// What the disguises hide, one after another.
  var replacements = GrowingBuffer<UInt8>(capacity: 256)
  /// The words in capitals, in the readings.
  private(set) var capitalWords = GrowingBuffer<Range<Int>>(capacity: 64)
  /// How many words there are.
  private(set) var wordCount = 0
  /// How many letters the words have.
  private(set) var letterCount = 0
  /// How many of the letters are capitals.
  private(set) var capitalCount = 0

  var unmasker = Unmasker()
  private let table = ByteCounts.table()
  private var spaced = SpacedLetters()

  /// Goes through a reading.
  ///
  /// - Parameters:
  ///   - range: The reading.
  ///   - bytes: All readings.
  ///   - hashtags: The words of its hashtags, which are not counted.
  mutating func scan(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>,
    hashtags: UnsafeBufferPointer<Range<Int>>
  ) {
    clear()
    guard let start = bytes.baseAddress else { return }
    let hasStretches = PlainText.hasTriple(in: start + range.lowerBound, count: range.count)
    var hashtag = 0
    var nextHashtag = hashtags.first?.lowerBound ?? Int.max
    var place = range.lowerBound
    while place < range.upperBound {
      if !hasStretches, !spaced.isOpen {
        place = skipSmallWords(from: place, before: min(range.upperBound, nextHashtag), in: start)
      }
      let (token, counts) = nextToken(from: place, before: range.upperBound, in: start)
      place = token.upperBound + (token.count < ByteCounts.longest ? 1 : 0)
      guard !token.isEmpty else { continue }
      while nextHashtag < token.upperBound, hashtags[hashtag].upperBound < token.upperBound {
        hashtag += 1
        nextHashtag = hashtag < hashtags.count ? hashtags[hashtag].lowerBound : Int.max
      }
      // The hashtag's words begin after its sign.
      if token.lowerBound + 1 < nextHashtag { count(token, counts, in: start) }
      if let letters = spaced.add(token, counts, in: start) { join(letters, in: start) }
      if hasStretches || isSuspicious(token, counts, in: start) { inspect(token, of: bytes) }
    }
    if let letters = spaced.close() { join(letters, in: start) }
  }

  private mutating func clear() {
    edits.clear()
    replacements.clear()
    capitalWords.clear()
    wordCount = 0
    letterCount = 0
    capitalCount = 0
    spaced = SpacedLetters()
  }

  // Most words have small letters alone, and nothing more is to be seen in them: they are counted up
  // to the first other word.
  private mutating func skipSmallWords(
    from start: Int, before end: Int, in bytes: UnsafePointer<UInt8>
  ) -> Int {
    let table = table.start
    var words = 0
    var letters = 0
    var word = start
    while word < end {
      var place = word
      var value: UInt64 = 0
      while place < end {
        value = table[Int(bytes[place])]
        if value != ByteCounts.small { break }
        place &+= 1
      }
      let length = place &- word
      guard place < end, value == ByteCounts.space, length > 1 else { break }
      words &+= 1
      letters &+= length
      word = place &+ 1
    }
    wordCount += words
    letterCount += letters
    return word
  }

  @inline(__always)
  private func nextToken(
    from start: Int, before end: Int, in bytes: UnsafePointer<UInt8>
  ) -> (Range<Int>, ByteCounts) {
    let table = table.start
    let limit = min(end, start + ByteCounts.longest)
    var place = start
    var sum: UInt64 = 0
    while place < limit {
      let value = table[Int(bytes[place])]
      if value == ByteCounts.space { break }
      sum &+= value
      place &+= 1
    }
    return (start..<place, ByteCounts(sum: sum))
  }

  @inline(__always)
  private mutating func count(
    _ token: Range<Int>, _ counts: ByteCounts, in bytes: UnsafePointer<UInt8>
  ) {
    let letters = counts.letters
    guard letters + counts.foreign > 0 else { return }
    wordCount += 1
    letterCount += letters
    let capitals = counts.capitals
    guard capitals > 0 else { return }
    capitalCount += capitals
    guard capitals > 1, capitals == letters, counts.foreign == 0, counts.sharps == 0 else { return }
    var low = token.lowerBound
    var high = token.upperBound
    while !isLetter(bytes[low]) { low += 1 }
    while !isLetter(bytes[high - 1]) { high -= 1 }
    capitalWords.append(low..<high)
  }

  // Ordinary words have letters alone, and punctuation at their ends.
  @inline(__always)
  private func isSuspicious(
    _ token: Range<Int>, _ counts: ByteCounts, in bytes: UnsafePointer<UInt8>
  ) -> Bool {
    if counts.sum & ~0xFF_FFFF == 0 { return false }
    if counts.foreign > 0 { return true }
    guard counts.letters > 0 else { return false }
    if counts.sharps > 0 { return true }
    var softs = counts.softs
    var end = token.upperBound
    while softs > 0, isSoft(bytes[end - 1]) {
      softs -= 1
      end -= 1
    }
    return softs > 0 || counts.softs - softs > 1
  }

  private mutating func inspect(_ token: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    var place = token.lowerBound
    while let chunk = Unmasker.chunk(from: place, before: token.upperBound, of: bytes) {
      place = chunk.upperBound
      guard unmasker.unmask(UnsafeBufferPointer(rebasing: bytes[chunk])) else { continue }
      let start = replacements.count
      replacements.append(unmasker.word.start, count: unmasker.word.count)
      edits.append(Edit(range: chunk, replacement: start..<replacements.count))
    }
  }

  private mutating func join(_ letters: Range<Int>, in bytes: UnsafePointer<UInt8>) {
    let start = replacements.count
    for place in letters where bytes[place] != UInt8(ascii: " ") {
      replacements.append(bytes[place])
    }
    edits.append(Edit(range: letters, replacement: start..<replacements.count))
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  @inline(__always)
  private func isSoft(_ byte: UInt8) -> Bool { table.start[Int(byte)] == 1 << 36 }
}
