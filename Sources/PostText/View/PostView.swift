/// The readings of one draft, in memory that is used again for the next.
///
/// Every part is read as its readers take it in, and each reading remembers where in the author's own
/// bytes it came from. The readings of all parts lie one after another in ``bytes``; ``segments`` says
/// which is which.
package struct PostView: ~Copyable, Sendable {
  /// The readings, in the order of the parts.
  package private(set) var segments: [Segment] = []
  /// The parts that were read: the text, the thread, the pictures, the post answered, the post quoted.
  package internal(set) var parts: [Part] = []

  var reading = Reading()
  var writer = TextWriter()
  var lists = EntityLists()
  /// The words of the hashtags as they stand in the first reading, without their signs.
  var hashtags = GrowingBuffer<Range<Int>>(capacity: 32)
  var tag = TagReading()
  var scan = WordScan()
  var marks = GrowingBuffer<Range<Int>>(capacity: 64)
  private var own = GrowingBuffer<UInt8>(capacity: 1024)

  /// Makes a view that has read nothing.
  package init() {}

  /// All readings one after another, valid UTF-8, for as long as the view does not change.
  package var bytes: UnsafeBufferPointer<UInt8> { reading.bytes.elements }

  /// The author's own bytes of all parts, as ``Part/range`` divides them.
  package var source: UnsafeBufferPointer<UInt8> { own.elements }

  /// The ranges that ``Measures`` counts, in the author's bytes of the part.
  package var measured: UnsafeBufferPointer<Range<Int>> { marks.elements }

  /// Reads a draft in place of what was read before.
  package mutating func read(_ draft: Draft) {
    clear()
    read(draft.text, .text, .own)
    for (index, text) in draft.thread.enumerated() { read(text, .thread(index + 1), .own) }
    if let text = draft.spoilerText { read(text, .spoiler, .own) }
    for (index, text) in draft.poll.enumerated() { read(text, .choice(index), .own) }
    for (index, media) in draft.media.enumerated() {
      if let alt = media.alt { read(alt, .alt(index), .alt) }
    }
    if let text = draft.replyTo?.text { read(text, .replyTo, .replyTo) }
    if let text = draft.quote?.text { read(text, .quote, .quote) }
  }

  /// Reads a post of text alone in place of what was read before.
  ///
  /// - Parameter text: Valid UTF-8; it is not checked again, and is copied.
  package mutating func read(text: UnsafeBufferPointer<UInt8>) {
    clear()
    read(text, .text, .own)
  }

  /// The author's bytes for some bytes of a reading.
  ///
  /// What the author wrote as one thing is never divided: a character reference, a letter with its
  /// marks, an emoji, a word in disguise.
  ///
  /// - Parameters:
  ///   - range: Places in ``bytes``, on scalar boundaries and within the segment.
  ///   - segment: One of ``segments``.
  /// - Returns: Places in the part's own bytes, on scalar boundaries.
  package func source(of range: Range<Int>, in segment: Segment) -> Range<Int> {
    UnsafeBufferPointer(rebasing: reading.pieces.elements[segment.pieces]).source(of: range)
  }

  /// The author's bytes of a part.
  package func source(of part: Part) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: own.elements[part.range])
  }

  /// Writes a segment and lists it unless it is empty.
  mutating func addSegment(
    _ kind: SegmentKinds.View, _ origin: SegmentKinds.Origin, isUnmasked: Bool = false,
    from start: Int, pieces firstPiece: Int
  ) {
    segments.append(
      Segment(
        kind: SegmentKinds(kind, origin), part: parts.count - 1, range: start..<reading.bytes.count,
        isUnmasked: isUnmasked, pieces: firstPiece..<reading.pieces.count))
  }

  private mutating func clear() {
    segments.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    reading.clear()
    marks.clear()
    own.clear()
  }

  private mutating func read(
    _ text: String, _ name: PartName, _ origin: SegmentKinds.Origin
  ) {
    var text = text
    text.withUTF8 { read($0, name, origin) }
  }

  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ name: PartName, _ origin: SegmentKinds.Origin
  ) {
    let start = own.count
    if let bytes = text.baseAddress { own.append(bytes, count: text.count) }
    parts.append(Part(name: name, range: start..<own.count))
    let source = UnsafeBufferPointer(rebasing: own.elements[start...])
    let firstMark = marks.count
    readText(source, origin)
    guard let text = segments.last else { return }
    readUnmasked(text, origin)
    readLists(source, text, origin)
    fillMeasures(text, firstMark: firstMark)
  }
}
