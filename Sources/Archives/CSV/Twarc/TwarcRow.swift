internal import JSON
internal import PostText

/// One row of a CSV file of twarc.
struct TwarcRow {
  private let fields: CSVFields
  private let scratch: DecodingScratch
  /// True when all texts are written as JSON, which twarc does when it is asked to.
  private let isEncoded: Bool

  /// Takes the fields of a row.
  init(_ fields: CSVFields, _ scratch: DecodingScratch) {
    self.fields = fields
    self.scratch = scratch
    isEncoded = fields.bytes(TwarcColumn.id.slot).first == .quote
  }

  /// The text of a column, empty when there is none.
  subscript(column: TwarcColumn) -> String {
    let bytes = fields.bytes(column.slot)
    guard bytes.contains(UInt8(ascii: "\\")) || isEncoded else { return fields.text(column.slot) }
    if isEncoded, bytes.first == .quote, let text = (try? scratch.parse(bytes))?.string {
      return text
    }
    return Self.withLineEnds(fields.text(column.slot))
  }

  /// Twarc writes a line end as `\n`, whether or not somebody typed just that.
  private static func withLineEnds(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "n"), bytes.last == UInt8(ascii: "\\") {
        bytes[bytes.count - 1] = .lineFeed
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The post that a column names, as what this one answers or quotes.
  func context(_ column: TwarcColumn, author: TwarcColumn) -> Draft.Context? {
    self[column].nonEmpty.map { StatusAddress(author: self[author].nonEmpty, id: $0).context }
  }

  /// The answers that a poll offers; a column that cannot be read is noted in `fault`.
  func pollOptions(_ fault: inout String?) -> [String] {
    list(.pollOptions, &fault).compactMap { $0["label"]?.string }
  }

  /// What the short links of a text stand for, and the media; a column that cannot be read is noted in `fault`.
  func links(for text: String, isNote: Bool, _ fault: inout String?) -> XLinks {
    var links = XLinks()
    let column: TwarcColumn = isNote && fields.has(TwarcColumn.noteURLs.slot) ? .noteURLs : .urls
    let hasMedia = Self.add(list(column, &fault), of: text, to: &links)
    for medium in list(.media, &fault) {
      links.add(Draft.Media(alt: medium["alt_text"]?.string), link: nil)
    }
    // A link to a picture says that there is one, though the file may not list it.
    if links.media.isEmpty, hasMedia { links.add(Draft.Media(isAltUnknown: true), link: nil) }
    return links
  }

  /// Adds the links of a text, and tells whether one of them is that of a picture.
  ///
  /// Older versions list a link with its short form; newer ones list what each link of the text stands for, in order.
  private static func add(_ urls: [JSONValue], of text: String, to links: inout XLinks) -> Bool {
    var hasMedia = false
    var addresses: [String] = []
    var media: Set<String> = []
    for url in urls {
      if let short = url["url"]?.string {
        let expanded = url["expanded_url"]?.string ?? ""
        if url["media_key"] != nil || isMedium(expanded) {
          hasMedia = true
          links.add(mediaLink: short)
        } else {
          links.add(link: short, expanded: expanded)
        }
      } else if let address = url.string, let slug = mediaSlug(of: address) {
        hasMedia = true
        media.insert(slug)
        links.add(mediaLink: shortLink(slug))
      } else if let address = url.string, !isMedium(address) || address != addresses.last {
        // The pictures of a post share one link, which is listed once for each.
        addresses.append(address)
      }
    }
    let slugs = ShortLink.slugs(in: text).filter { !media.contains($0) }
    // Unless each link of the text has its address, it cannot be told which one lacks it.
    guard slugs.count == addresses.count else { return hasMedia }
    for (slug, address) in zip(slugs, addresses) {
      if isMedium(address) {
        hasMedia = true
        links.add(mediaLink: shortLink(slug))
      } else {
        links.add(link: shortLink(slug), expanded: address)
      }
    }
    return hasMedia
  }

  private static func isMedium(_ address: String) -> Bool {
    StatusAddress(ofMedium: address) != nil
  }

  private static func shortLink(_ slug: String) -> String { "https://t.co/" + slug }

  /// What stands after `t.co/` in the link that carries a picture, which is shown as `pic.twitter.com/…`.
  private static func mediaSlug(of address: String) -> String? {
    for prefix in ["pic.twitter.com/", "pic.x.com/"] where address.utf8.starts(with: prefix.utf8) {
      return String(Substring(address.utf8.dropFirst(prefix.utf8.count)))
    }
    return nil
  }

  /// The elements of a list in a cell; none of a cell that holds something else, which is noted.
  private func list(_ column: TwarcColumn, _ fault: inout String?) -> [JSONValue] {
    let bytes = fields.bytes(column.slot)
    if bytes.isEmpty { return [] }
    if let value = try? scratch.parse(bytes), value.kind == .array { return value.elements }
    fault =
      fault ?? "the column `\(column.rawValue)` holds no list as JSON, so what it says was not read"
    return []
  }
}

extension ShortLink {
  /// What stands after `t.co/` in each link of a text, in order.
  fileprivate static func slugs(in text: String) -> [String] {
    let bytes = Array(text.utf8)[...]
    var slugs: [String] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "h"), let link = ShortLink(in: bytes, at: at) {
        slugs.append(link.slug)
        at = link.range.upperBound
      } else {
        at += 1
      }
    }
    return slugs
  }
}
