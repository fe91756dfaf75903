extension LinkPass {
  /// A row of whole labels.
  struct Stretch {
    /// The end of the longest domain that begins where the stretch does.
    var domainEnd: Int?
    /// The last domain that comes after an underscore there: no link, but what follows it is passed over.
    var hidden: Range<Int>?
    /// The start of the first label that does not belong to it, or the end of the run.
    var end: Int
    /// True when the run goes on with a label that cannot be part of a domain.
    var isFollowed = false
  }

  /// One label: the characters up to the next dot or the end of the run.
  struct Label {
    /// Where it ends.
    var end: Int
    /// True when it begins and ends with a letter or digit, as every label must.
    var isWhole: Bool
    /// Its last underscore, which only subdomains may have.
    var underscore: Int?
  }

  /// Reads labels as long as they may be part of a domain.
  mutating func stretch(from start: Int) -> Stretch {
    var stretch = Stretch(domainEnd: nil, end: start)
    while true {
      let label = label(at: stretch.end)
      effort += label.end - stretch.end
      let isDotted = label.end < bytes.count && bytes[label.end] == UInt8(ascii: ".")
      guard isDotted else {
        stretch.end = label.end
        return stretch
      }
      guard label.isWhole else {
        stretch.isFollowed = true
        return stretch
      }
      if let end = TopLevelDomains.end(bytes, at: label.end + 1, limit: bytes.count) {
        if let underscore = label.underscore {
          stretch.hidden = underscore + 1..<end
        } else {
          stretch.domainEnd = end
          stretch.hidden = nil
        }
      }
      stretch.end = label.end + 1
    }
  }

  /// The place from which to look for the next opening: a label that only begins wrongly may still
  /// be part of a domain from its first letter on.
  mutating func pastBrokenLabel(from start: Int) -> Int {
    let label = label(at: start)
    effort += label.end - start
    var place = start
    while place < label.end, isJoiner(bytes[place]) { place += 1 }
    let endsWrongly = label.end > start && isJoiner(bytes[label.end - 1])
    // The character before the place is what lets a link begin there.
    return endsWrongly || place == start ? label.end : place - 1
  }

  private func label(at start: Int) -> Label {
    var end = start
    var underscore: Int?
    while end < bytes.count {
      let byte = bytes[end]
      if ByteClasses.has(byte, .label) {
        if byte == UInt8(ascii: "_") { underscore = end }
        end &+= 1
      } else {
        guard byte >= 0x80 else { break }
        let (scalar, length) = UTF8Scalars.decode(bytes, at: end)
        guard TextClasses.isDomain(scalar) else { break }
        end += length
      }
    }
    let isWhole = end > start && !isJoiner(bytes[start]) && !isJoiner(bytes[end - 1])
    return Label(end: end, isWhole: isWhole, underscore: underscore)
  }

  private func isJoiner(_ byte: UInt8) -> Bool {
    ByteClasses.has(byte, .joiner)
  }
}
