package import PostText

/// The web address of a post on X, such as `https://twitter.com/user/status/123`.
package struct StatusAddress: Sendable, Equatable {
  /// The account that it names, without the at sign; `nil` for an address that names none.
  package let author: String?
  /// The identifier of the post.
  package let id: String
  /// The address as it is written.
  package let url: String

  private static let hosts = ["twitter.com", "x.com"]
  private static let subdomains = ["www.", "mobile.", "m."]

  /// Reads an address; fails for anything but that of a post, such as that of a picture in one.
  package init?(_ url: String) {
    var rest = Array(url.utf8)[...]
    guard rest.drop(prefix: "https://") || rest.drop(prefix: "http://") else { return nil }
    _ = Self.subdomains.contains { rest.drop(prefix: $0) }
    guard Self.hosts.contains(where: { rest.drop(prefix: $0 + "/") }) else { return nil }
    // What follows `?` or `#` says how the link was passed on.
    rest = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    var names = rest.split(separator: UInt8(ascii: "/"))
    // `/i/status/1` and `/i/web/status/1` name no account.
    let isNameless = names.first?.elementsEqual("i".utf8) == true
    if isNameless, names.count == 4, names[1].elementsEqual("web".utf8) { names.remove(at: 1) }
    guard names.count == 3, let id = names.last, !id.isEmpty, id.allSatisfy(\.isDigit),
      names[1].elementsEqual("status".utf8) || names[1].elementsEqual("statuses".utf8)
    else { return nil }
    author = isNameless ? nil : String(decoding: names[0], as: UTF8.self)
    self.id = String(decoding: id, as: UTF8.self)
    self.url = url
  }

  /// Reads the address of a picture or film in a post, such as `https://twitter.com/user/status/1/photo/1`.
  init?(ofMedium url: String) {
    let parts = url.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count >= 7,
      ["photo", "video"].contains(where: { parts[parts.count - 2].elementsEqual($0.utf8) })
    else { return nil }
    self.init(String(Substring(url.utf8[..<parts[parts.count - 3].endIndex])))
  }

  /// Makes the address of a post from its author and its identifier.
  package init(author: String?, id: String) {
    self.author = author
    self.id = id
    url = "https://x.com/\(author ?? "i")/status/\(id)"
  }

  /// The post as what another answers or quotes; its text is not known.
  package var context: Draft.Context {
    Draft.Context(author: author, url: url)
  }
}

extension ArraySlice<UInt8> {
  /// Drops a prefix, letters of ASCII in any case, and tells whether it was there.
  fileprivate mutating func drop(prefix: String) -> Bool {
    guard count >= prefix.utf8.count, zip(self, prefix.utf8).allSatisfy({ $0.lowercased == $1 })
    else { return false }
    self = dropFirst(prefix.utf8.count)
    return true
  }
}

extension UInt8 {
  /// True for the digits of ASCII.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// True for the letters and digits of ASCII.
  var isAlphanumeric: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased)
  }

  /// The small letter of a capital one of ASCII; any other byte as it is.
  var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
