/// Finds links in one text, dot by dot.
///
/// Text falls into runs of the characters that domains are made of, dots included. A run is walked
/// once, when its first dot with a top-level domain after it is met.
struct LinkPass {
  /// How a place may begin a link.
  enum Opening {
    /// After an address scheme, which begins at the place given.
    case scheme(Int)
    /// Without a scheme.
    case bare
    /// Only so that what follows is passed over: the place is inside something else.
    case barred
  }

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes were looked at.
  var effort = 0
  /// The end of the last thing that had the shape of a link, taken or not.
  var matched = 0

  // The end of the last run that was walked.
  private var walked = 0

  /// Prepares a pass.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Adds the links of the run around a dot; dots must be given in order.
  mutating func dot(at dot: Int, into links: inout [Entity]) {
    guard dot &+ 1 < bytes.count, isLabelByte(bytes[dot &+ 1]) else { return }
    let floor = max(matched, walked)
    guard dot > floor, isLabelByte(bytes[dot &- 1]),
      TopLevelDomains.end(bytes, at: dot &+ 1, limit: bytes.count) != nil
    else { return }
    var start = dot
    while start > floor {
      let byte = bytes[start &- 1]
      if byte == UInt8(ascii: ".") || ByteClasses.has(byte, .label) {
        start &-= 1
        continue
      }
      guard byte >= 0x80 else { break }
      let previous = UTF8Scalars.start(before: start, in: bytes)
      guard isRunScalar(UTF8Scalars.decode(bytes, at: previous).scalar) else { break }
      start = previous
    }
    effort += dot - start
    walk(from: start, into: &links)
  }

  private func isLabelByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || TextClasses.isAlphanumeric(byte)
  }

  private func isRunScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x5F: true
    default: TextClasses.isDomain(scalar)
    }
  }

  // Labels that may be part of a domain follow one another in stretches; the longest domain that
  // begins in a stretch ends at the last top-level domain in it.
  private mutating func walk(from start: Int, into links: inout [Entity]) {
    var place = start
    var opening = opening(at: start)
    while true {
      if opening == nil {
        guard let next = nextOpening(from: place) else { break }
        (place, opening) = next
      }
      guard let current = opening else { break }
      let stretch = stretch(from: place)
      if let end = stretch.domainEnd { take(place..<end, current, into: &links) }
      if let hidden = stretch.hidden, hidden.lowerBound > matched {
        take(hidden, .barred, into: &links)
      }
      place = max(stretch.end, matched)
      opening = nil
      if matched > stretch.end { break }
      guard stretch.isFollowed else { break }
      place = pastBrokenLabel(from: place)
    }
    walked = max(place, matched)
  }

  // Whether a link may begin at the start of a run.
  private func opening(at place: Int) -> Opening? {
    guard place > 0 else { return .bare }
    guard place > matched else { return nil }
    let previous = UTF8Scalars.start(before: place, in: bytes)
    let scalar = UTF8Scalars.decode(bytes, at: previous).scalar
    guard mayPrecede(scalar) else { return nil }
    guard scalar == UInt32(UInt8(ascii: "/")) else { return .bare }
    return scheme(before: place).map { .scheme($0) } ?? .barred
  }

  // The next place in the run whose character before it lets a link begin.
  private func nextOpening(from start: Int) -> (Int, Opening?)? {
    var place = start
    while place < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
      guard isRunScalar(scalar) else { return nil }
      place += length
      if mayPrecede(scalar) { return (place, scalar < 0x80 ? .barred : .bare) }
    }
    return nil
  }

  private func mayPrecede(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23, 0x24, 0x40, EntityPass.wideAt, EntityPass.wideHash: false
    case 0..<0x80: !TextClasses.isAlphanumeric(UInt8(truncatingIfNeeded: scalar))
    default: !TextClasses.isInvalid(scalar)
    }
  }

  // The start of `http://` or `https://` before a place, when a link may begin there.
  private func scheme(before place: Int) -> Int? {
    for length in [7, 8] where place - length >= matched {
      let start = place - length
      guard hasScheme(at: start, length: length) else { continue }
      if start == 0 { return start }
      guard start > matched else { return nil }
      let previous = UTF8Scalars.start(before: start, in: bytes)
      return mayPrecede(UTF8Scalars.decode(bytes, at: previous).scalar) ? start : nil
    }
    return nil
  }

  private func hasScheme(at place: Int, length: Int) -> Bool {
    let scheme: StaticString = length == 7 ? "http://" : "https://"
    return (0..<length).allSatisfy { index in
      let byte = bytes[place + index]
      return (TextClasses.isLetter(byte) ? byte | 0x20 : byte) == scheme.utf8Start[index]
    }
  }
}
