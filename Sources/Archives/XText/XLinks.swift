package import PostText

/// What X keeps beside a text: what its short links stand for, and the media that go with it.
///
/// Links are found in the text by their letters. The places that X names for them count code points of the escaped
/// text in some exports and UTF-16 units in others, and are never used.
package struct XLinks: Sendable {
  /// The pictures and films, in order.
  package private(set) var media: [Draft.Media] = []
  private var expansions: [String: String] = [:]
  private var mediaSlugs: Set<String> = []

  /// Nothing beside the text.
  package init() {}

  /// Adds a short link and what it stands for; what is no short link stands for itself.
  package mutating func add(link: String, expanded: String) {
    guard let slug = ShortLink.slug(of: link), !expanded.isEmpty else { return }
    expansions[slug] = expanded
  }

  /// Adds a picture or film, with the short link that carries it in the text.
  package mutating func add(_ medium: Draft.Media, link: String?, expanded: String? = nil) {
    media.append(medium)
    add(mediaLink: link, expanded: expanded)
  }

  /// Adds a short link that only carries a medium.
  package mutating func add(mediaLink link: String?, expanded: String? = nil) {
    guard let link, let slug = ShortLink.slug(of: link) else { return }
    mediaSlugs.insert(slug)
    if let expanded { add(link: link, expanded: expanded) }
  }

  // MARK: - Reading a text

  /// Longer than any text with all its links written out; beyond it links stay short, be they made to fill memory.
  private static let longest = 1 << 20

  /// From how many scalars on a text that ends in dots has been cut by X, and not by its author.
  private static let shortestCut = 200

  /// Makes of a text as X stores it the text as readers see it; the address of the post's own `id` is no quotation.
  package func read(_ stored: String, id: String? = nil) -> XText {
    let bytes = Array(stored.utf8)
    let (end, quote, own) = end(of: bytes, id: id)
    let hasDots = endsInDots(bytes[..<end])
    let isCut =
      hasDots
      && (own != nil || RetweetMark(in: stored) != nil
        || stored.unicodeScalars.count >= Self.shortestCut)
    // Behind dots its own address says that there is more to read; elsewhere it is a link like others.
    let text = bytes[..<(hasDots ? end : own?.upperBound ?? end)]
    guard text.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "/") }) else {
      return XText(text: String(decoding: text, as: UTF8.self), quote: quote, isCut: isCut)
    }
    return XText(text: written(text), quote: quote, isCut: isCut)
  }

  /// Where the text ends for its readers, and what stood after that: the address of another post, and its own.
  private func end(
    of bytes: [UInt8], id: String?
  ) -> (end: Int, quote: StatusAddress?, own: Range<Int>?) {
    var end = bytes.count
    var quote: StatusAddress?
    var own: Range<Int>?
    while let link = ShortLink(ending: bytes[..<end].trimmed) {
      if !mediaSlugs.contains(link.slug) {
        guard let address = expansions[link.slug].flatMap({ StatusAddress($0) }) else { break }
        if address.id == id {
          own = own ?? link.range
        } else if quote == nil {
          quote = address
        } else {
          break
        }
      }
      end = bytes[..<link.range.lowerBound].trimmed.endIndex
    }
    return (end, quote, own)
  }

  /// True when a text ends in the sign of what was cut off, links aside of which it is not known what they stand for.
  private func endsInDots(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text.trimmed
    while let link = ShortLink(ending: rest), expansions[link.slug] == nil {
      rest = rest[..<link.range.lowerBound].trimmed
    }
    return rest.suffix(3).elementsEqual("…".utf8)
  }

  private func written(_ bytes: ArraySlice<UInt8>) -> String {
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count * 2)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&"), let (name, sign) = XEscapes.escape(in: bytes, at: at) {
        written.append(sign)
        at += name.utf8.count
      } else if byte == UInt8(ascii: "h"), written.count < Self.longest,
        let link = ShortLink(in: bytes, at: at), let expanded = expansions[link.slug]
      {
        written += expanded.utf8
        at = link.range.upperBound
      } else {
        written.append(byte)
        at += 1
      }
    }
    return String(decoding: written, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without the blanks that end them.
  fileprivate var trimmed: ArraySlice<UInt8> {
    self[..<(lastIndex { !$0.isBlank }.map { $0 + 1 } ?? startIndex)]
  }
}
