internal import PostText

/// The parts of a post on Mastodon from which its text is put together.
struct MastodonText {
  /// The warning that stands above a folded post.
  var warning: String?
  /// The title of an article.
  var title: String?
  /// The words, as HTML.
  var content = ""
  /// The answers that a poll offers.
  var options: [String] = []

  /// The text as readers see it, part under part.
  var text: String {
    let parts = [warning ?? "", title ?? "", HTMLText.text(of: content)] + options
    return parts.filter { !$0.isBlank }.joined(separator: "\n")
  }
}

extension String {
  /// The account that an address of the Fediverse names: its last part, without the at sign.
  var fediverseAccount: String? {
    let path = utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let last = path.split(separator: UInt8(ascii: "/")).last else { return nil }
    let name = last.first == UInt8(ascii: "@") ? last.dropFirst() : last
    return String(Substring(name)).nonEmpty
  }
}
