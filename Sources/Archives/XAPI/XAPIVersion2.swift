import JSON
import PostText

/// Reads posts in the form of X's interface 2.
struct XAPIVersion2 {
  /// What stands beside the posts.
  let includes: XIncludes

  /// The record of a post.
  func record(of value: JSONValue) -> ArchiveRecord {
    guard value.kind == .object else { return .failed(.notAnObject, id: nil) }
    let id = value["id"]?.word
    guard var words = words(of: value, id: id) else {
      return .failed(id == nil ? .noPost(value) : .noText, id: id)
    }
    var post = ArchivedPost(draft: Draft(""))
    for reference in value["referenced_tweets"]?.elements ?? [] {
      add(reference, to: &post, &words)
    }
    if post.draft.quote == nil, post.kind != .retweet, let address = words.quote {
      post.draft.quote = address.context
      if post.kind == .original { post.kind = .quote }
    }
    // An answer to an account alone has no reference.
    if post.kind == .original, value["in_reply_to_user_id"] != nil { post.kind = .reply }
    post.draft.text = ([words.text] + includes.pollOptions(of: value)).joined(separator: "\n")
    post.draft.id = id
    post.draft.channel = "x"
    post.draft.account = includes.author(of: value)
    post.draft.media = words.media
    post.cut = words.isCut ? .cutByX : nil
    post.take(time: value["created_at"]?.word)
    return post.draft.hasContent ? .post(post) : .failed(.noText, id: id)
  }

  /// What a post says.
  private struct Words {
    var text: String
    var media: [Draft.Media]
    var quote: StatusAddress?
    var isCut: Bool
  }

  private func words(of value: JSONValue, id: String?) -> Words? {
    let note = value["note_tweet"]
    let whole = note?["text"]?.string
    guard let stored = whole ?? value["text"]?.string else { return nil }
    var links = XLinks()
    var hasMedia = false
    for link in (value["entities"]?["urls"]?.elements ?? [])
      + (note?["entities"]?["urls"]?.elements ?? [])
    {
      guard let short = link["url"]?.string else { continue }
      let expanded = (link["unwound_url"] ?? link["expanded_url"])?.string ?? ""
      let medium = link["expanded_url"]?.string.flatMap { StatusAddress(ofMedium: $0) }
      if link["media_key"] != nil || id != nil && medium?.id == id {
        hasMedia = true
        links.add(mediaLink: short)
      }
      links.add(link: short, expanded: expanded)
    }
    for medium in includes.media(of: value) { links.add(medium, link: nil) }
    // A link to a picture says that there is one, though nothing else names it.
    if links.media.isEmpty, hasMedia { links.add(Draft.Media(isAltUnknown: true), link: nil) }
    let read = links.read(stored, id: id)
    return Words(
      text: read.text, media: links.media, quote: read.quote, isCut: whole == nil && read.isCut)
  }

  /// Adds a post that this one answers, quotes or shares.
  private func add(_ reference: JSONValue, to post: inout ArchivedPost, _ words: inout Words) {
    guard let id = reference["id"]?.word else { return }
    let other = includes.post(reference)
    let author = other.flatMap { includes.author(of: $0) }
    let said = other.flatMap { self.words(of: $0, id: id) }
    let context = Draft.Context(
      author: author, text: said?.text,
      url: said == nil ? StatusAddress(author: author, id: id).url : nil)
    switch reference["type"]?.string {
    case "retweeted":
      post.kind = .retweet
      guard let said else { return }
      let mark = RetweetMark(in: words.text) ?? author.map { RetweetMark(author: $0) }
      words.text = (mark?.text ?? "") + said.text
      words.media = said.media
      words.isCut = said.isCut
    case "quoted":
      post.draft.quote = context
      if post.kind == .original { post.kind = .quote }
    case "replied_to":
      post.draft.replyTo = context
      post.kind = .reply
    default: break
    }
  }
}
