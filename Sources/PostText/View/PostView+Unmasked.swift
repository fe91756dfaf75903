extension PostView {
  /// Writes the second reading of a part's words, with disguises undone, when there are any.
  mutating func readUnmasked(_ text: Segment, _ origin: SegmentKinds.Origin) {
    scan.scan(text.range, of: reading.bytes.elements, hashtags: hashtags.elements)
    guard scan.edits.count > 0 else { return }
    let start = reading.bytes.count
    let firstPiece = reading.pieces.count
    reading.openSegment()
    var place = text.range.lowerBound
    var piece = 0
    for index in 0..<scan.edits.count {
      let edit = scan.edits[index]
      guard edit.range.lowerBound >= place else { continue }
      piece = reading.copyAgain(place..<edit.range.lowerBound, pieces: text.pieces, from: piece)
      reading.openWhole(source(of: edit.range, in: text))
      for byte in edit.replacement { reading.put(scan.replacements[byte]) }
      place = edit.range.upperBound
    }
    _ = reading.copyAgain(place..<text.range.upperBound, pieces: text.pieces, from: piece)
    addSegment(.text, origin, isUnmasked: true, from: start, pieces: firstPiece)
  }
}
