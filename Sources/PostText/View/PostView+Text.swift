extension PostView {
  /// Writes the first reading of a part's words.
  mutating func readText(
    _ source: UnsafeBufferPointer<UInt8>, _ origin: SegmentKinds.Origin
  ) {
    let start = reading.bytes.count
    let firstPiece = reading.pieces.count
    reading.openSegment()
    writer.start()
    hashtags.clear()
    lists.scan(source)
    var place = 0
    for index in 0..<lists.entities.count {
      let entity = lists.entities[index]
      writeBetween(place..<entity.range.lowerBound, of: source)
      write(entity, of: source)
      place = entity.range.upperBound
    }
    writeBetween(place..<source.count, of: source)
    addSegment(.text, origin, from: start, pieces: firstPiece)
  }

  // An invisible character may stand between a hashtag and an accent that belongs on its last letter.
  private mutating func writeBetween(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>) {
    guard hashtags.count > 0, hashtags[hashtags.count - 1].upperBound == reading.bytes.count else {
      return writer.write(range, of: source, into: &reading)
    }
    let tag = hashtags[hashtags.count - 1]
    writer.write(range, of: source, into: &reading, floor: tag.lowerBound)
    var end = min(tag.upperBound, reading.bytes.count)
    while end < reading.bytes.count, reading.bytes[end] & 0xC0 == 0x80 { end += 1 }
    hashtags[hashtags.count - 1] = tag.lowerBound..<end
  }

  private mutating func write(_ entity: Entity, of source: UnsafeBufferPointer<UInt8>) {
    let range = entity.range
    switch entity.kind {
    case .mention, .list:
      writer.write(range.lowerBound..<entity.name.lowerBound, of: source, into: &reading)
      reading.put(UInt8(ascii: "_"), for: entity.name.lowerBound..<range.upperBound)
    case .link:
      reading.put(UInt8(ascii: "_"), for: range)
    case .hashtag:
      writeHashtag(range, of: source)
    case .cashtag:
      writer.write(range, of: source, into: &reading)
    }
  }

  // The tag is written beside the reading first, because its words are found in what it reads as.
  private mutating func writeHashtag(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>) {
    tag.clear()
    writer.write(range, of: source, into: &tag.reading)
    tag.split()
    if tag.words.isRunTogether { marks.append(range) }
    let bytes = tag.reading.bytes.elements
    guard let base = bytes.baseAddress else { return }
    var piece = 0
    var place = 0
    let start = reading.bytes.count
    for index in 0..<tag.words.words.count {
      let word = tag.words.words[index].lowerBound + 1..<tag.words.words[index].upperBound + 1
      if index > 0 { writeGap(place..<word.lowerBound) }
      let first = index > 0 ? word.lowerBound : 0
      piece = reading.copy(
        first..<word.upperBound, of: base, tag.reading.pieces.elements, from: piece)
      place = word.upperBound
    }
    reading.copy(place..<bytes.count, of: base, tag.reading.pieces.elements, from: piece)
    hashtags.append(min(start + 1, reading.bytes.count)..<reading.bytes.count)
  }

  // Between two words of a hashtag stands a space: for underscores when there are some, else for
  // nothing, or for the one thing that reads as both words.
  private mutating func writeGap(_ gap: Range<Int>) {
    let pieces = tag.reading.pieces.elements
    var range = pieces.source(of: gap)
    if gap.isEmpty {
      let before = pieces.source(of: gap.lowerBound - 1..<gap.lowerBound).upperBound
      range = min(before, range.lowerBound)..<before
    }
    reading.put(UInt8(ascii: " "), for: range)
  }
}
