extension PostView {
  /// Writes the readings that list a part's hashtags, mentions, links and emoji, one a line.
  mutating func readLists(
    _ source: UnsafeBufferPointer<UInt8>, _ text: Segment, _ origin: SegmentKinds.Origin
  ) {
    writer.stopNoticing()
    listHashtags(text, origin)
    if lists.mentionCount > 0 { list([.mention, .list], .mentions, of: source, origin) }
    if lists.linkCount > 0 { list([.link], .urls, of: source, origin) }
    if writer.emoji.count > 0 { listEmoji(source, origin) }
  }

  private mutating func listHashtags(_ text: Segment, _ origin: SegmentKinds.Origin) {
    guard hashtags.count > 0 else { return }
    let (start, firstPiece) = openList()
    var piece = 0
    for index in 0..<hashtags.count {
      if index > 0 { closeLine() }
      piece = reading.copyAgain(hashtags[index], pieces: text.pieces, from: piece)
    }
    addSegment(.hashtags, origin, from: start, pieces: firstPiece)
  }

  private mutating func list(
    _ kinds: [Entity.Kind], _ view: SegmentKinds.View, of source: UnsafeBufferPointer<UInt8>,
    _ origin: SegmentKinds.Origin
  ) {
    let (start, firstPiece) = openList()
    var isFirst = true
    for index in 0..<lists.entities.count where kinds.contains(lists.entities[index].kind) {
      if !isFirst { closeLine() }
      isFirst = false
      writer.write(lists.entities[index].range, of: source, into: &reading)
    }
    addSegment(view, origin, from: start, pieces: firstPiece)
  }

  private mutating func listEmoji(
    _ source: UnsafeBufferPointer<UInt8>, _ origin: SegmentKinds.Origin
  ) {
    let (start, firstPiece) = openList()
    for index in 0..<writer.emoji.count {
      if index > 0 { closeLine() }
      let mark = writer.emoji[index]
      let isReference = source[mark.source.lowerBound] == UInt8(ascii: "&")
      let written = isReference ? reading.bytes.elements[mark.view] : source[mark.source]
      reading.openWhole(mark.source)
      if let name = EmojiName.of(UnsafeBufferPointer(rebasing: written)) { put(name) }
    }
    addSegment(.emoji, origin, from: start, pieces: firstPiece)
  }

  private mutating func put(_ name: UnsafeBufferPointer<UInt8>) {
    guard let bytes = name.baseAddress else { return }
    var place = 0
    while place < name.count {
      let plain = PlainText.count(in: bytes + place, atMost: name.count - place)
      reading.put(bytes + place, count: plain)
      place += plain
      guard place < name.count else { return }
      let (scalar, length) = UTF8Scalars.decode(name, at: place)
      if case .byte(let byte) = Typography.fold(scalar) {
        reading.put(byte)
      } else {
        reading.put(scalar: scalar)
      }
      place += length
    }
  }

  private mutating func openList() -> (start: Int, firstPiece: Int) {
    reading.openSegment()
    return (reading.bytes.count, reading.pieces.count)
  }

  // The end of a line stands for nothing that the author wrote.
  private mutating func closeLine() {
    let end = reading.endOfSource
    reading.put(UInt8(ascii: "\n"), for: end..<end)
  }
}
