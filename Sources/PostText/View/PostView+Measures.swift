extension PostView {
  /// Gathers what was counted while a part was read.
  mutating func fillMeasures(_ source: UnsafeBufferPointer<UInt8>) {
    let notes = writer.notes
    var measures = Measures()
    measures.hashtagCount = lists.hashtags.count
    measures.emojiCount = writer.emoji.count
    measures.longestEmojiRun = notes.longestEmojiRun
    measures.longestEmojiRange = notes.longestEmojiRange
    measures.fancyLetterCount = notes.fancyLetters
    measures.fancyLetterRange = notes.fancyRange
    parts[parts.count - 1].measures = measures
  }
}
