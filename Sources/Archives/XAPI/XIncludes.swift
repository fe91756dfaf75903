import JSON
import PostText

/// What a page of X's interface 2 keeps beside its posts: accounts, media, polls, and the posts that they point to.
struct XIncludes {
  private var users: [String: String] = [:]
  private var media: [String: JSONValue] = [:]
  private var polls: [String: JSONValue] = [:]
  private var posts: [String: JSONValue] = [:]
  /// Whether descriptions of media were asked for: one of them is there, or twarc asked, which always does.
  private let knowsAlt: Bool

  /// Reads the member `includes`, or nothing when there is none, of a page that twarc may have fetched.
  init(_ value: JSONValue?, isOfTwarc: Bool = false) {
    knowsAlt = isOfTwarc || Self.hasAlt(value?["media"]?.elements ?? [])
    for user in value?["users"]?.elements ?? [] {
      if let id = user["id"]?.word, let name = user["username"]?.string { users[id] = name }
    }
    for medium in value?["media"]?.elements ?? [] {
      if let key = medium["media_key"]?.word { media[key] = medium }
    }
    for poll in value?["polls"]?.elements ?? [] {
      if let id = poll["id"]?.word { polls[id] = poll }
    }
    for post in value?["tweets"]?.elements ?? [] {
      if let id = post["id"]?.word { posts[id] = post }
    }
  }

  /// The handle of a post's author; a flattened post carries it itself.
  func author(of post: JSONValue) -> String? {
    post["author"]?["username"]?.string ?? post["author_id"]?.word.flatMap { users[$0] }
  }

  /// The media of a post; those that are only named count, too.
  func media(of post: JSONValue) -> [Draft.Media] {
    let attachments = post["attachments"]
    let found: [JSONValue?] =
      attachments?["media"]?.elements
      ?? (attachments?["media_keys"]?.elements ?? []).map { $0.word.flatMap { media[$0] } }
    let knowsAlt = knowsAlt || post["__twarc"] != nil || Self.hasAlt(found.compactMap { $0 })
    return found.map { medium in
      let alt = medium?["alt_text"]?.string
      return Draft.Media(alt: alt, isAltUnknown: alt == nil && (medium == nil || !knowsAlt))
    }
  }

  private static func hasAlt(_ media: [JSONValue]) -> Bool {
    media.contains { $0["alt_text"] != nil }
  }

  /// The choices of a post's polls.
  func pollOptions(of post: JSONValue) -> [String] {
    let attachments = post["attachments"]
    let found =
      attachments?["poll"].map { [$0] }
      ?? (attachments?["poll_ids"]?.elements ?? []).compactMap { $0.word.flatMap { polls[$0] } }
    return found.flatMap { $0["options"]?.elements ?? [] }.compactMap { $0["label"]?.string }
  }

  /// A post that another points to: beside the page, or inside a flattened post.
  func post(_ reference: JSONValue) -> JSONValue? {
    reference["text"] != nil ? reference : reference["id"]?.word.flatMap { posts[$0] }
  }
}
