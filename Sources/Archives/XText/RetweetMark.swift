/// The mark that X puts before the text of a retweet: `RT @user: `.
package struct RetweetMark: Sendable, Equatable {
  /// The account whose post is shared, without the at sign.
  package let author: String

  /// Finds the mark at the start of a text; fails when there is none.
  package init?(in text: String) {
    let bytes = text.utf8
    guard bytes.starts(with: "RT @".utf8) else { return nil }
    let name = bytes.dropFirst(4).prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
    guard !name.isEmpty, bytes[name.endIndex...].first == UInt8(ascii: ":") else { return nil }
    author = String(Substring(name))
  }

  /// Makes the mark for an account.
  package init(author: String) {
    self.author = author
  }

  /// The mark as it is written, with the blank after it.
  package var text: String { "RT @\(author): " }

  /// True when a text ends in the sign by which X marks what was cut off.
  package static func isCut(_ text: String) -> Bool {
    text.utf8.suffix(3).elementsEqual("…".utf8)
  }
}
