import JSON

/// What is read of a post that is answered or quoted.
struct ParentPost {
  /// The account that wrote it.
  let author: String?
  /// Its words.
  let text: String

  /// Reads a server's answer; fails when there are no words in it.
  init?(_ body: [UInt8], api: GatewayAPI, textOfHTML: (@Sendable (String) -> String)?) {
    guard let document = JSONDocument(), let root = try? document.parse(body) else { return nil }
    let words: [String?]
    switch api {
    case .mastodon:
      guard let textOfHTML else { return nil }
      let pictures = root["media_attachments"]?.elements.map { $0["description"]?.string } ?? []
      words =
        [root["spoiler_text"]?.string, root["content"]?.string.map { textOfHTML($0) }] + pictures
      author = root["account"]?["acct"]?.string
    case .bluesky:
      let post = root["posts"]?.elements.first
      words = [post?["record"]?["text"]?.string]
      author = post?["author"]?["handle"]?.string
    case .x: return nil
    }
    text = words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
    if text.isEmpty { return nil }
  }
}
