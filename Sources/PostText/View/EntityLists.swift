/// The hashtags, mentions and links of the part that is being read.
struct EntityLists: Sendable {
  /// What the entity scanner found, in order.
  private(set) var entities: [Entity] = []
  /// How many mentions there are.
  private(set) var mentionCount = 0
  /// How many links there are.
  private(set) var linkCount = 0

  private var scanner = EntityScanner()

  /// Finds the entities of a part.
  mutating func scan(_ source: UnsafeBufferPointer<UInt8>) {
    scanner.scan(source, into: &entities)
    mentionCount = 0
    linkCount = 0
    var hasAddress = false
    for entity in entities {
      switch entity.kind {
      case .mention, .list: mentionCount += 1
      case .link:
        linkCount += 1
        hasAddress = hasAddress || Self.isAddress(entity, in: source)
      case .hashtag, .cashtag: break
      }
    }
    guard hasAddress else { return }
    entities.removeAll { Self.isAddress($0, in: source) }
    linkCount = entities.count { $0.kind == .link }
  }

  /// The first mention.
  var firstMention: Entity? { entities.first { $0.kind == .mention || $0.kind == .list } }

  // What looks like a host and stands before an at sign is the name of an e-mail address.
  private static func isAddress(_ entity: Entity, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    entity.kind == .link && entity.range.upperBound < source.count
      && source[entity.range.upperBound] == UInt8(ascii: "@")
  }
}
