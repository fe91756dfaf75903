import JSON
import PostText

/// Reads posts in the form of X's interface 1.1.
enum XAPIVersion1 {
  /// The record of a post.
  static func record(of value: JSONValue) -> ArchiveRecord {
    let id = id(of: value)
    guard value.kind == .object else { return .failed(.notAnObject, id: nil) }
    guard let words = words(of: value, id: id) else {
      let isPost = id != nil || value["full_text"] != nil || value["text"] != nil
      return .failed(isPost ? .noText : .noPost(value), id: id)
    }
    var draft = Draft(words.text)
    draft.id = id
    draft.channel = "x"
    draft.account = value["user"]?["screen_name"]?.string
    draft.media = words.media
    var post = ArchivedPost(draft: draft)
    post.cut = words.cut
    post.take(time: value["created_at"]?.word)
    addContext(of: value, quote: words.quote, to: &post)
    return post.draft.hasContent ? .post(post) : .failed(.noText, id: id)
  }

  /// What a post says.
  private struct Words {
    var text: String
    var media: [Draft.Media]
    var quote: StatusAddress?
    var cut: String?
  }

  /// The words of a post, whichever of its fields holds them whole; of a retweet those of the post that it shares.
  private static func words(of value: JSONValue, id: String?) -> Words? {
    if let shared = value["retweeted_status"],
      var words = words(of: shared, id: Self.id(of: shared))
    {
      let author = shared["user"]?["screen_name"]?.string ?? ""
      words.text = RetweetMark(author: author).text + words.text
      return words
    }
    // A stream cuts a long post and gives the whole in a member of its own.
    let extended = value["extended_tweet"]
    let whole = extended?["full_text"]?.string ?? value["full_text"]?.string
    guard let stored = whole ?? value["text"]?.string else { return nil }
    let links = XLinks(
      entitiesOf: extended?["full_text"]?.string == nil ? value : extended ?? value)
    let read = links.read(stored, id: id)
    let isCut = whole == nil && value["truncated"]?.boolean == true || read.isCut
    return Words(
      text: read.text, media: links.media, quote: read.quote, cut: isCut ? .cutByX : nil)
  }

  private static func addContext(
    of value: JSONValue, quote address: StatusAddress?, to post: inout ArchivedPost
  ) {
    if value["retweeted_status"] != nil || RetweetMark(in: post.draft.text) != nil {
      post.kind = .retweet
      return
    }
    if let quoted = value["quoted_status"], let words = words(of: quoted, id: id(of: quoted)) {
      post.kind = .quote
      post.draft.quote = Draft.Context(
        author: quoted["user"]?["screen_name"]?.string, text: words.text)
    } else if let address {
      post.kind = .quote
      post.draft.quote = address.context
    }
    let author = value["in_reply_to_screen_name"]?.string
    let parent =
      value["in_reply_to_status_id_str"]?.string ?? value["in_reply_to_status_id"]?.word
    if let parent {
      post.draft.replyTo = StatusAddress(author: author, id: parent).context
    } else if let author {
      post.draft.replyTo = Draft.Context(author: author)
    }
    if post.draft.replyTo != nil { post.kind = .reply }
  }

  private static func id(of value: JSONValue) -> String? {
    value["id_str"]?.string ?? value["id"]?.word
  }
}

extension String {
  /// What is said of a text of which X gave only the beginning.
  static let cutByX =
    "the export holds only the beginning of this post; fetch it anew with its full text"
}
