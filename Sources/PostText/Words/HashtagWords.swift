/// Finds the words of a hashtag by its capitals, its digits and the word list.
struct HashtagWords: ~Copyable, Sendable {
  /// The words of the tag that was divided last, as places in its text without the sign; what lies
  /// between two words are underscores.
  private(set) var words = GrowingBuffer<Range<Int>>(capacity: 32)
  /// True when the tag has ten letters or more, in one case, and is made of several known words.
  private(set) var isRunTogether = false

  private var chunks = GrowingBuffer<HashtagChunk>(capacity: 32)
  private var segmenter = WordSegmenter()

  private static var fewestLetters: Int { 10 }

  /// Divides a tag.
  mutating func split(_ tag: UnsafeBufferPointer<UInt8>) {
    words.clear()
    isRunTogether = false
    HashtagChunk.split(tag, into: &chunks)
    var capitalised = 0
    var others = 0
    for chunk in chunks.elements {
      if chunk.kind == .capitalised { capitalised += 1 }
      if chunk.kind == .number || chunk.kind == .foreign { others += 1 }
    }
    for index in 0..<chunks.count {
      let chunk = chunks[index]
      guard chunk.mayHoldWords(isAmongOthers: capitalised > 1) else {
        words.append(chunk.range)
        continue
      }
      let leaning: WordSegmenter.Leaning = chunk.kind == .capitalised ? .name : .words
      segmenter.split(UnsafeBufferPointer(rebasing: tag[chunk.range]), leaning)
      var start = chunk.range.lowerBound
      for end in segmenter.ends.elements {
        words.append(start..<chunk.range.lowerBound + end)
        start = chunk.range.lowerBound + end
      }
    }
    isRunTogether =
      chunks.count == 1 && capitalised + others == 0 && tag.count >= Self.fewestLetters
      && segmenter.isAllKnown && words.count > 1
  }
}
