package import JSON
internal import PostText

extension XLinks {
  /// Reads the `entities` and `extended_entities` of a tweet in the form of archives and of API v1.1.
  package init(entitiesOf tweet: JSONValue) {
    self.init()
    let entities = tweet["entities"]
    for link in entities?["urls"]?.elements ?? [] {
      guard let short = link["url"]?.string else { continue }
      add(link: short, expanded: link["expanded_url"]?.string ?? "")
    }
    let first = entities?["media"]?.elements ?? []
    // The extended ones are all media of the post; the others are the first of them alone.
    let all = tweet["extended_entities"]?["media"]?.elements ?? []
    for medium in all.isEmpty ? first : all {
      // Archives never have descriptions, and the interface only for those who asked; of a picture without one it then
      // says so.
      let alt = medium["ext_alt_text"]
      add(
        Draft.Media(
          file: Self.file(medium["media_url_https"]?.string ?? medium["media_url"]?.string),
          alt: alt?.string, isAltUnknown: alt == nil),
        link: medium["url"]?.string, expanded: medium["expanded_url"]?.string)
    }
    for medium in first {
      add(mediaLink: medium["url"]?.string, expanded: medium["expanded_url"]?.string)
    }
  }

  /// The name of the file that an address ends in.
  private static func file(_ url: String?) -> String? {
    guard let name = url?.utf8.split(separator: UInt8(ascii: "/")).last else { return nil }
    return String(Substring(name))
  }
}
