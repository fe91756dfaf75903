/// The hashtags, mentions and links of the part that is being read.
struct EntityLists: ~Copyable, Sendable {
  /// What the entity scanner found, in order.
  var entities = GrowingBuffer<TextEntity>(capacity: 64)
  /// The words of the hashtags as they stand in the first reading, without their signs.
  var hashtags = GrowingBuffer<Range<Int>>(capacity: 32)
  /// How many mentions there are.
  var mentionCount = 0
  /// How many links there are.
  var linkCount = 0

  /// Forgets what was found.
  mutating func clear() {
    entities.clear()
    hashtags.clear()
    mentionCount = 0
    linkCount = 0
  }
}
