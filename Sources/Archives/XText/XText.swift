/// The text of a post on X as its readers see it.
package struct XText: Sendable, Equatable {
  /// The text: escapes undone, short links written out, links that only carry a medium, a quoted post or the rest of a cut one left out.
  package var text: String
  /// The post whose address ended the text.
  package var quote: StatusAddress?
  /// True when X has cut the text: it ends in dots, and goes on at the post's own address, or is as long as cut ones are.
  package var isCut = false
}

/// A short link of X in a text.
struct ShortLink {
  /// What stands after `t.co/`.
  let slug: String
  /// The bytes that it takes.
  let range: Range<Int>

  /// Finds a link that begins at a place.
  init?(in bytes: ArraySlice<UInt8>, at start: Int) {
    for prefix in Self.prefixes where bytes[start...].starts(with: prefix.utf8) {
      let first = start + prefix.utf8.count
      let end = bytes[first...].firstIndex { !$0.isAlphanumeric } ?? bytes.endIndex
      guard end > first else { return nil }
      slug = String(decoding: bytes[first..<end], as: UTF8.self)
      range = start..<end
      return
    }
    return nil
  }

  /// Finds a link that ends the bytes and stands by itself.
  init?(ending bytes: ArraySlice<UInt8>) {
    guard let slash = bytes.lastIndex(where: { !$0.isAlphanumeric }) else { return nil }
    for prefix in Self.prefixes
    where bytes[...slash].suffix(prefix.utf8.count).elementsEqual(prefix.utf8) {
      let start = slash + 1 - prefix.utf8.count
      guard slash + 1 < bytes.endIndex,
        start == bytes.startIndex || bytes[start - 1].isBlank
      else { return nil }
      slug = String(decoding: bytes[(slash + 1)...], as: UTF8.self)
      range = start..<bytes.endIndex
      return
    }
    return nil
  }

  private static let prefixes = ["https://t.co/", "http://t.co/"]

  /// What stands after `t.co/` in a link that an entity names.
  static func slug(of link: String) -> String? {
    let bytes = Array(link.utf8)[...]
    guard !bytes.isEmpty, let found = ShortLink(in: bytes, at: 0),
      found.range.upperBound == bytes.count
    else { return nil }
    return found.slug
  }
}
