/// A hashtag by itself, normalised and divided into words.
struct TagReading: ~Copyable, Sendable {
  /// The tag as it is read, its sign included.
  var reading = Reading()
  /// Finds the words.
  var words = HashtagWords()

  /// Forgets the tag before.
  mutating func clear() {
    reading.clear()
  }

  /// Divides what was written into words; the first byte is the sign.
  mutating func split() {
    let bytes = reading.bytes.elements
    words.split(UnsafeBufferPointer(rebasing: bytes.dropFirst()))
  }
}
