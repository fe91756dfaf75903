extension PostView {
  /// Gathers what was counted while a part was read.
  ///
  /// - Parameters:
  ///   - text: The first reading of the part's words.
  ///   - firstMark: The number of the first hashtag noted in ``marks`` for this part.
  mutating func fillMeasures(_ text: Segment, firstMark: Int) {
    let notes = writer.notes
    var measures = Measures()
    measures.runTogetherHashtags = firstMark..<marks.count
    for word in scan.capitalWords.elements { marks.append(source(of: word, in: text)) }
    measures.capitalWords = measures.runTogetherHashtags.upperBound..<marks.count
    measures.wordCount = scan.wordCount
    measures.letterCount = scan.letterCount
    measures.capitalCount = scan.capitalCount
    measures.hashtagCount = hashtags.count
    measures.emojiCount = writer.emoji.count
    measures.longestEmojiRun = notes.longestEmojiRun
    measures.longestEmojiRange = notes.longestEmojiRange
    measures.fancyLetterCount = notes.fancyLetters
    measures.fancyLetterRange = notes.fancyRange
    readOpening(text, into: &measures)
    parts[parts.count - 1].measures = measures
  }

  // A mention reads as `@_`, and nothing else does: the author's own `@_` is no mention.
  private func readOpening(_ text: Segment, into measures: inout Measures) {
    guard let mention = lists.firstMention else {
      return
    }
    let bytes = reading.bytes.elements[text.range]
    var place = bytes.startIndex
    while place < bytes.endIndex, bytes[place] <= UInt8(ascii: " ") { place += 1 }
    let opening = bytes[place...]
    func isMention(after prefix: StaticString) -> Bool {
      let count = prefix.utf8CodeUnitCount
      guard opening.count >= count + 2 else { return false }
      for offset in 0..<count where opening[place + offset] != prefix.utf8Start[offset] {
        return false
      }
      return source(of: place + count..<place + count + 2, in: text) == mention.range
    }
    measures.startsWithMention = isMention(after: "")
    measures.startsWithDotMention = isMention(after: ".")
    measures.startsWithRetweet = isMention(after: "RT ")
  }
}
