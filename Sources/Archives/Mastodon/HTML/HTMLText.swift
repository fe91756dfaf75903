internal import PostText

/// Reads HTML as the text that its readers see.
///
/// Paragraphs come apart by a blank line, lines by a line end. Markup that is broken is kept as text, so that no word is
/// lost with it; blanks are kept as they stand, as Mastodon shows them.
package struct HTMLText {
  private let bytes: [UInt8]
  private let far: HTMLFarSigns
  private var at = 0
  private var text: [UInt8] = []
  /// Line ends of paragraphs and blocks that are due before the next word.
  private var dueLines = 0
  /// Line ends of breaks that are due before the next word.
  private var dueBreaks = 0
  /// Where the sign of a list's item ends; its words follow on the same line.
  private var itemStart = -1
  private var link: Link?
  /// The ends of passages that are dropped and that do not come again.
  private var missing: Set<String> = []

  private struct Link {
    var start: Int
    var address: [UInt8]
    var isShortened = false
  }

  /// The text of a piece of HTML.
  package static func text(of html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return html
    }
    var reader = HTMLText(bytes: Array(html.utf8))
    reader.read()
    return String(decoding: reader.text, as: UTF8.self)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    far = HTMLFarSigns(bytes)
    text.reserveCapacity(bytes.count)
  }

  private mutating func read() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readReference()
      default: writeRun()
      }
    }
    endLink()
  }

  // MARK: - Text

  /// Writes what stands here up to the next sign of markup.
  private mutating func writeRun() {
    let end = bytes.withUnsafeBufferPointer { bytes in
      var end = at
      while end < bytes.count, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "&") {
        end += 1
      }
      return end
    }
    // Blanks between two paragraphs belong to the markup.
    while dueLines > 0, at < end, bytes[at].isBlank { at += 1 }
    if at < end { write(bytes[at..<end]) }
    at = end
  }

  /// Writes a sign of markup that is none.
  private mutating func writeSign() {
    write(CollectionOfOne(bytes[at]))
    at += 1
  }

  private mutating func write(_ words: some Sequence<UInt8>) {
    if dueLines + dueBreaks > 0 { writeDueLines() }
    text += words
  }

  private mutating func writeDueLines() {
    if !text.isEmpty { text += repeatElement(.lineFeed, count: max(dueLines, dueBreaks)) }
    dueLines = 0
    dueBreaks = 0
  }

  private mutating func readReference() {
    let entity = bytes.withUnsafeBufferPointer {
      HTMLEntity(in: $0, at: at, before: bytes.count)
    }
    guard let entity, let scalar = Unicode.Scalar(entity.scalar) else {
      writeSign()
      return
    }
    write(UTF8.encode(scalar).map { Array($0) } ?? [])
    at += entity.length
  }

  // MARK: - Markup

  private mutating func readMarkup() {
    guard let tag = HTMLTag(in: bytes, at: at, far) else {
      if drop("<!--", to: "-->") || drop("<!doctype", to: ">") || drop("<?xml", to: ">") { return }
      writeSign()
      return
    }
    at = tag.end
    if tag.isClosing {
      close(tag.name)
    } else if !dropContent(of: tag.name) {
      open(tag)
    }
  }

  private mutating func open(_ tag: HTMLTag) {
    switch tag.name {
    case "br": dueBreaks += 1
    case "a": openLink(tag)
    case "span":
      let names = tag.attribute("class", in: bytes) ?? []
      if names.containsWord("invisible") || names.containsWord("ellipsis") {
        link?.isShortened = true
      }
    case "img":
      if let words = tag.attribute("alt", in: bytes), !words.isEmpty {
        write(Self.undone(words))
      }
    case "li":
      block(1)
      write("- ".utf8)
      itemStart = text.count
    default: block(Self.lines[tag.name] ?? 0)
    }
  }

  private mutating func close(_ name: String) {
    if name == "a" { return endLink() }
    block(Self.lines[name] ?? 0)
  }

  // What stands apart from its neighbours: by a blank line, or on a line of its own.
  private static let lines: [String: Int] = {
    let apart = [
      "p", "blockquote", "ul", "ol", "dl", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
      "figure", "article", "section", "details",
    ]
    let ownLine = [
      "div", "li", "tr", "dt", "dd", "figcaption", "summary", "header", "footer", "address",
      "option",
    ]
    return Dictionary(
      apart.map { ($0, 2) } + ownLine.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
  }()

  private mutating func block(_ lines: Int) {
    guard lines > 0, text.count != itemStart else { return }
    endLink()
    dueLines = max(dueLines, lines)
  }

  // MARK: - Links

  private mutating func openLink(_ tag: HTMLTag) {
    endLink()
    writeDueLines()
    let address = tag.attribute("href", in: bytes) ?? []
    link = Link(start: text.count, address: Self.undone(address))
  }

  /// Puts the address in the place of a link's words when those are the address, shortened.
  private mutating func endLink() {
    guard let link else { return }
    self.link = nil
    guard link.start <= text.count else { return }
    let words = text[link.start...]
    let isAddress =
      link.address.starts(with: "https://".utf8) || link.address.starts(with: "http://".utf8)
    guard isAddress, link.isShortened || Self.isShortened(words, of: link.address) else { return }
    text.replaceSubrange(link.start..., with: link.address)
  }

  /// True for words such as `example.org/a/long…` for the address that begins so.
  private static func isShortened(_ words: ArraySlice<UInt8>, of address: [UInt8]) -> Bool {
    let sign = Array("…".utf8)
    guard words.count > sign.count, words.suffix(sign.count).elementsEqual(sign) else {
      return false
    }
    let shown = words.dropLast(sign.count)
    return ["", "https://", "http://", "https://www.", "http://www."].contains { prefix in
      address.starts(with: prefix.utf8) && address.dropFirst(prefix.utf8.count).starts(with: shown)
    }
  }

  /// Bytes with their character references undone.
  private static func undone(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var reader = HTMLText(bytes: Array(bytes))
    while reader.at < reader.bytes.count {
      switch reader.bytes[reader.at] {
      case UInt8(ascii: "&"): reader.readReference()
      // There is no markup within an attribute, and a run ends in front of this sign.
      case UInt8(ascii: "<"): reader.writeSign()
      default: reader.writeRun()
      }
    }
    return reader.text
  }

  // MARK: - What is dropped

  /// Drops a passage that begins here, when it also ends.
  private mutating func drop(_ opening: String, to closing: String) -> Bool {
    guard zip(bytes[at...], opening.utf8).allSatisfy({ $0.lowercased == $1 }),
      bytes.count - at > opening.utf8.count, let end = find(closing, from: at + opening.utf8.count)
    else { return false }
    at = end + closing.utf8.count
    return true
  }

  /// Drops what stands in an element that no reader sees, when the element also ends.
  private mutating func dropContent(of name: String) -> Bool {
    guard name == "script" || name == "style", let end = find("</" + name, from: at) else {
      return false
    }
    guard let tag = HTMLTag(in: bytes, at: end, far) else {
      missing.insert("</" + name)
      return false
    }
    at = tag.end
    return true
  }

  /// The place of letters of ASCII in any case; what was not found once is not there further on either.
  private mutating func find(_ words: String, from start: Int) -> Int? {
    guard !missing.contains(words) else { return nil }
    let wanted = Array(words.utf8)
    var place = start
    while place + wanted.count <= bytes.count {
      if bytes[place].lowercased == wanted[0],
        zip(bytes[place...], wanted).allSatisfy({ $0.lowercased == $1 })
      {
        return place
      }
      place += 1
    }
    missing.insert(words)
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// True when a word stands among others that blanks part.
  fileprivate func containsWord(_ word: String) -> Bool {
    split(whereSeparator: \.isBlank).contains { $0.elementsEqual(word.utf8) }
  }
}
