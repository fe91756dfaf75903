extension PostView {
  /// Writes the readings that list a part's hashtags, mentions, links and emoji, one a line.
  mutating func readLists(
    _ source: UnsafeBufferPointer<UInt8>, _ origin: SegmentKinds.Origin
  ) {
    listHashtags(origin)
    if lists.mentionCount > 0 { list(.mention, .mentions, of: source, origin) }
    if lists.linkCount > 0 { list(.url, .urls, of: source, origin) }
    if writer.emoji.count > 0 { listEmoji(source, origin) }
  }

  private mutating func listHashtags(_ origin: SegmentKinds.Origin) {
    guard lists.hashtags.count > 0 else { return }
    let (start, firstPiece) = openList()
    let text = segments[segments.count - 1].pieces
    var piece = 0
    for index in 0..<lists.hashtags.count {
      if index > 0 { closeLine() }
      piece = reading.copyAgain(lists.hashtags[index], pieces: text, from: piece)
    }
    addSegment(.hashtags, origin, from: start, pieces: firstPiece)
  }

  private mutating func list(
    _ kind: TextEntity.Kind, _ view: SegmentKinds.View, of source: UnsafeBufferPointer<UInt8>,
    _ origin: SegmentKinds.Origin
  ) {
    let (start, firstPiece) = openList()
    var isFirst = true
    for index in 0..<lists.entities.count where lists.entities[index].kind == kind {
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
      guard let name = EmojiName.of(UnsafeBufferPointer(rebasing: written)) else { continue }
      var place = 0
      while place < name.count {
        let (scalar, length) = UTF8Scalars.decode(name, at: place)
        if case .byte(let byte) = Typography.fold(scalar) {
          reading.put(byte)
        } else {
          reading.put(scalar: scalar)
        }
        place += length
      }
    }
    addSegment(.emoji, origin, from: start, pieces: firstPiece)
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
