internal import JSON
internal import PostText

/// What a tweet of an archive says, in any of the forms that X has used since 2010.
struct XTweet {
  /// Its identifier.
  let id: String?
  /// When it was published.
  let time: String?
  /// The text as it is stored: escaped, with short links.
  let stored: String
  /// What is kept beside the text.
  let links: XLinks
  /// The account that wrote it, where the tweet itself says so.
  let author: String?
  /// The post that it answers.
  let replyTo: Draft.Context?
  /// The post that it shares, where it holds more than the mark of a retweet.
  let shared: (id: String?, author: String?, stored: String, links: XLinks)?
  /// True when X cut the text.
  let isTruncated: Bool
  /// True when it says when it was deleted.
  let isDeleted: Bool

  /// Reads a tweet that has been taken out of its wrapper.
  init(_ tweet: JSONValue) throws(ArchiveFailure) {
    stored = try Self.text(of: tweet)
    id = Self.id(of: tweet)
    time = tweet["created_at"]?.word
    links = XLinks(entitiesOf: tweet)
    author = tweet["user"]?["screen_name"]?.string
    replyTo = Self.replyTo(tweet)
    isTruncated = tweet["truncated"].map { $0.boolean ?? ($0.string == "true") } ?? false
    isDeleted = tweet["deleted_at"] != nil
    if let inner = tweet["retweeted_status"], let stored = try? Self.text(of: inner) {
      shared = (
        Self.id(of: inner), inner["user"]?["screen_name"]?.string, stored,
        XLinks(entitiesOf: inner)
      )
    } else {
      shared = nil
    }
  }

  /// Takes a tweet out of the object that wraps it in most archives.
  static func unwrapped(_ record: JSONValue) throws(ArchiveFailure) -> JSONValue {
    guard record.kind == .object else { throw .wrongType("record", record, wanted: "an object") }
    guard let tweet = record["tweet"] else {
      guard record["full_text"] == nil, record["text"] == nil, record.count == 1,
        let only = record.members.first?.value, only.kind == .object
      else { return record }
      return only
    }
    guard tweet.kind == .object else { throw .wrongType("tweet", tweet, wanted: "an object") }
    return tweet
  }

  /// The identifier of a tweet, be it written as a number.
  static func id(of tweet: JSONValue) -> String? {
    tweet["id_str"]?.word ?? tweet["id"]?.word
  }

  private static func text(of tweet: JSONValue) throws(ArchiveFailure) -> String {
    let name = tweet["full_text"] == nil ? "text" : "full_text"
    guard let value = tweet["full_text"] ?? tweet["text"] else { throw .noText }
    guard let text = value.string else { throw .wrongType(name, value, wanted: "a text") }
    return text
  }

  private static func replyTo(_ tweet: JSONValue) -> Draft.Context? {
    let author = tweet["in_reply_to_screen_name"]?.string
    let id = tweet["in_reply_to_status_id_str"]?.word ?? tweet["in_reply_to_status_id"]?.word
    guard author != nil || id != nil else { return nil }
    return Draft.Context(
      author: author, url: id.map { StatusAddress(author: author, id: $0).url })
  }
}

extension ArchiveFailure {
  /// A value of another type than it should have.
  static func wrongType(_ name: String, _ value: JSONValue, wanted: String) -> ArchiveFailure {
    let found =
      switch value.kind {
      case .null: "nothing"
      case .boolean: "true or false"
      case .number: "a number"
      case .string: "a text"
      case .object: "an object"
      case .array: "a list"
      }
    return ArchiveFailure(
      code: "wrong-type",
      message: """
        The \(name) is \(found) and should be \(wanted). Was the file changed? Take it from the archive as X sent it.
        """)
  }
}
