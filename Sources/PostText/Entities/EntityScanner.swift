/// Finds the entities of a post in one pass over its bytes, by X's published text rules (version 3).
///
/// Keep one scanner and the array it fills, and use them again. The work is linear in the text,
/// whatever the text is; ``effort`` shows it.
package struct EntityScanner: Sendable {
  /// How many bytes the last scan looked at again, after the pass that finds the signs.
  package private(set) var effort = 0

  private var signed: [Entity] = []
  private var links: [Entity] = []

  /// Makes a scanner.
  package init() {}

  /// Finds all entities; where two overlap, the one that begins first is kept.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - entities: Emptied, then filled with the entities in order.
  package mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, into entities: inout [Entity]
  ) {
    entities.removeAll(keepingCapacity: true)
    signed.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    var pass = EntityPass(bytes)
    pass.run(signed: &signed, links: &links)
    effort = pass.effort
    merge(into: &entities)
  }

  // Both lists are in order and neither overlaps itself.
  private func merge(into entities: inout [Entity]) {
    var (sign, link) = (0, 0)
    while sign < signed.count || link < links.count {
      let isLink =
        sign == signed.count
        || link < links.count && links[link].range.lowerBound <= signed[sign].range.lowerBound
      let entity = isLink ? links[link] : signed[sign]
      if isLink { link += 1 } else { sign += 1 }
      if let last = entities.last, last.range.upperBound > entity.range.lowerBound { continue }
      entities.append(entity)
    }
  }

  /// Finds the links alone, also those that overlap another entity.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - entities: Emptied, then filled with the links in order.
  package mutating func scanLinks(
    _ bytes: UnsafeBufferPointer<UInt8>, into entities: inout [Entity]
  ) {
    entities.removeAll(keepingCapacity: true)
    var pass = LinkPass(bytes)
    for place in bytes.indices where bytes[place] == UInt8(ascii: ".") {
      pass.dot(at: place, into: &entities)
    }
    effort = pass.effort
  }

  /// The account that a post answers by beginning with its name.
  ///
  /// - Parameter bytes: Valid UTF-8.
  /// - Returns: The bytes of the name without its sign, or `nil` when the post is no reply.
  package static func reply(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
      if scalar == UInt32(UInt8(ascii: "@")) || scalar == EntityPass.wideAt {
        let name = EntityPass.name(in: bytes, at: place + length)
        return EntityPass.endsMention(bytes, at: name.upperBound) || name.isEmpty ? nil : name
      }
      guard TextClasses.isSpace(scalar) else { return nil }
      place += length
    }
    return nil
  }
}
