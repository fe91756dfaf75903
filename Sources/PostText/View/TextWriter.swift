/// Writes the author's bytes as a reader takes them in: character references decoded once, NFKC,
/// plain quotes, dashes and spaces, nothing invisible, fancy letters as letters; the case is kept.
struct TextWriter: ~Copyable, Sendable {
  /// What was noticed on the way since ``start()``.
  var notes = Notes()
  /// The emoji that were met since ``start()``, as places in the part.
  var emoji = GrowingBuffer<EmojiMark>(capacity: 32)
  var normaliser = Normaliser(.compatibility)
  private var run = GrowingBuffer<UInt32>(capacity: 64)

  /// How many scalars are normalised together at most; real text has two or three.
  private static var longestRun: Int { 12 }
  /// How many bytes a base may have with the marks that it carries already.
  private static var longestBase: Int { 8 }

  /// An emoji that was met.
  struct EmojiMark: Sendable {
    /// The author's bytes.
    let source: Range<Int>
    /// What they read as, in the readings.
    let view: Range<Int>
  }

  /// What is noticed while a part is written.
  struct Notes {
    /// How many letters were drawn with fancy scalars.
    var fancyLetters = 0
    /// From the first fancy letter to the last, as places in the part.
    var fancyRange = 0..<0
    /// The most emoji in a row, and where they stand.
    var longestEmojiRun = 0
    /// Where the longest run of emoji stands.
    var longestEmojiRange = 0..<0
    /// The run of emoji that the last emoji belongs to.
    var emojiRun = 0
    /// Where the run stands that the last emoji belongs to.
    var emojiRange = 0..<0
  }

  /// True while what is written is noticed: lists write parts of a post a second time.
  private(set) var isNoticing = true

  /// Stops noticing until the next start.
  mutating func stopNoticing() {
    isNoticing = false
  }

  /// Forgets what was noticed.
  mutating func start() {
    isNoticing = true
    notes = Notes()
    emoji.clear()
  }

  /// Writes a stretch of a part.
  ///
  /// - Parameters:
  ///   - range: The stretch, on scalar boundaries.
  ///   - source: The part's bytes, valid UTF-8.
  ///   - reading: Where the bytes go.
  ///   - floor: The first place in the readings that a mark at the start of the stretch may change;
  ///     by default none.
  mutating func write(
    _ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, into reading: inout Reading,
    floor: Int? = nil
  ) {
    guard let bytes = source.baseAddress else { return }
    let floor = floor ?? reading.bytes.count
    var place = range.lowerBound
    while place < range.upperBound {
      let plain = PlainText.count(in: bytes + place, atMost: range.upperBound - place)
      reading.copy(bytes, from: place, count: plain)
      place += plain
      guard place < range.upperBound else { return }
      place = writeNext(at: place, before: range.upperBound, of: source, into: &reading, floor)
    }
  }

  // Writes the character at a place that is not plain text, and returns the place after it.
  private mutating func writeNext(
    at place: Int, before end: Int, of source: UnsafeBufferPointer<UInt8>,
    into reading: inout Reading, _ floor: Int
  ) -> Int {
    let byte = source[place]
    if byte >= 0x80 {
      let (scalar, length) = UTF8Scalars.decode(source, at: place)
      return write(scalar, place..<place + length, before: end, of: source, into: &reading, floor)
    }
    switch byte {
    case UInt8(ascii: "\n"):
      reading.replace(with: byte, at: place)
    case UInt8(ascii: "\r"):
      guard place + 1 < end, source[place + 1] == UInt8(ascii: "\n") else {
        reading.replace(with: UInt8(ascii: "\n"), at: place)
        return place + 1
      }
      reading.put(UInt8(ascii: "\n"), for: place..<place + 2)
      return place + 2
    case 0x09, 0x0B, 0x0C:
      reading.replace(with: UInt8(ascii: " "), at: place)
    case UInt8(ascii: "&"):
      guard let entity = HTMLEntity(in: source, at: place, before: end) else {
        reading.replace(with: byte, at: place)
        return place + 1
      }
      let range = place..<place + entity.length
      return write(entity.scalar, range, before: end, of: source, into: &reading, floor)
    default:
      break
    }
    return place + 1
  }

  private mutating func write(
    _ scalar: UInt32, _ range: Range<Int>, before end: Int, of source: UnsafeBufferPointer<UInt8>,
    into reading: inout Reading, _ floor: Int
  ) -> Int {
    switch Typography.fold(scalar) {
    case .byte(let byte):
      reading.put(byte, for: range)
      return range.upperBound
    case .nothing:
      return range.upperBound
    case .none:
      break
    }
    let properties = ScalarProperties(of: scalar)
    if properties.contains(.ignorable) { return range.upperBound }
    if properties.contains(.emoji),
      let sequence = EmojiSequence(startingWith: scalar, at: range, before: end, in: source)
    {
      writeEmoji(scalar, range.upperBound, sequence, of: source, into: &reading)
      return sequence.range.upperBound
    }
    if let letter = FancyLetter.ascii(for: scalar) {
      if isNoticing { notes.countFancy(range) }
      reading.put(letter, for: range)
      return range.upperBound
    }
    if scalar == EmojiSequence.keycap, let keycap = takeBackKeycap(range, from: &reading, floor) {
      let view = reading.bytes.count - 1..<reading.bytes.count
      noteEmoji(EmojiMark(source: keycap, view: view), in: source)
      return range.upperBound
    }
    let isReference = source[range.lowerBound] == UInt8(ascii: "&")
    if properties.contains(.compatiblyInert), !isReference {
      reading.copy(source.baseAddress.unsafelyUnwrapped, from: range.lowerBound, count: range.count)
      return range.upperBound
    }
    return normalise(scalar, range, before: end, of: source, into: &reading, floor)
  }

  // Normalises a scalar together with what it changes: the one before it, and all that follow it
  // up to the next boundary.
  private mutating func normalise(
    _ scalar: UInt32, _ range: Range<Int>, before end: Int, of source: UnsafeBufferPointer<UInt8>,
    into reading: inout Reading, _ floor: Int
  ) -> Int {
    run.clear()
    var start = range.lowerBound
    if !Normaliser.isBoundary(scalar, .compatibility) {
      start = takeBackBase(from: &reading, floor)?.lowerBound ?? start
    }
    run.append(scalar)
    var place = range.upperBound
    var written = place
    while place < end, run.count < Self.longestRun {
      let (next, length) = nextScalar(at: place, before: end, of: source)
      place += length
      if ScalarProperties(of: next).contains(.ignorable) { continue }
      guard !Normaliser.isBoundary(next, .compatibility), next != EmojiSequence.keycap else {
        break
      }
      run.append(next)
      written = place
    }
    normaliser.normalise(run.elements)
    if isNoticing, FancyLetter.isStyled(scalar) { notes.countFancy(range) }
    reading.openWhole(start..<written)
    for scalar in normaliser.scalars {
      switch Typography.fold(scalar) {
      case .byte(let byte): reading.put(byte)
      case .nothing: break
      case .none: reading.put(scalar: scalar)
      }
    }
    return written
  }

  private func nextScalar(
    at place: Int, before end: Int, of source: UnsafeBufferPointer<UInt8>
  ) -> (UInt32, Int) {
    if source[place] == UInt8(ascii: "&"),
      let entity = HTMLEntity(in: source, at: place, before: end)
    {
      return (entity.scalar, entity.length)
    }
    return UTF8Scalars.decode(source, at: place)
  }

  // A base that already carries many marks stays as it is, so that no text costs more than its length.
  private mutating func takeBackBase(from reading: inout Reading, _ floor: Int) -> Range<Int>? {
    let end = reading.bytes.count
    guard end > floor, reading.bytes[end - 1] > UInt8(ascii: " "),
      reading.lengthOfLast(downTo: floor) <= Self.longestBase,
      let source = reading.takeBack(downTo: floor)
    else { return nil }
    var place = reading.bytes.count
    let old = UnsafeBufferPointer(start: reading.bytes.start, count: end)
    while place < end {
      let (scalar, length) = UTF8Scalars.decode(old, at: place)
      run.append(scalar)
      place += length
    }
    return source
  }
}
