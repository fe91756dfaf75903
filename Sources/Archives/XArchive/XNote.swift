internal import JSON
internal import PostText

/// A long text, which X keeps apart from the tweet that shows its first part.
struct XNote {
  /// Its identifier, which is not that of the tweet.
  let id: String?
  /// When it was written.
  let time: PostTime?
  /// The text as it is stored.
  let stored: String
  /// What its short links stand for.
  let links: XLinks

  /// The text as readers see it.
  var text: XText { links.read(stored) }

  /// Reads a note.
  init(_ record: JSONValue) throws(ArchiveFailure) {
    guard record.kind == .object else { throw .wrongType("record", record, wanted: "an object") }
    let note = record["noteTweet"] ?? record
    guard note.kind == .object else { throw .wrongType("noteTweet", note, wanted: "an object") }
    guard let core = note["core"], let text = core["text"] else { throw .noText }
    guard let stored = text.string else { throw .wrongType("text", text, wanted: "a text") }
    self.stored = stored
    id = Self.id(of: record)
    time = note["createdAt"]?.string.flatMap { PostTime($0) }
    var links = XLinks()
    for link in core["urls"]?.elements ?? [] {
      guard let short = link["shortUrl"]?.string else { continue }
      links.add(link: short, expanded: link["expandedUrl"]?.string ?? "")
    }
    self.links = links
  }

  /// The identifier of a note, be it written as a number.
  static func id(of record: JSONValue) -> String? {
    (record["noteTweet"] ?? record)["noteTweetId"]?.word
  }
}

/// Makes posts of notes that no tweet of the archive shows.
struct NoteDecoder: RecordDecoder {
  /// The account of the archive, without the at sign.
  var account: String?
  /// True for a file of deleted posts.
  var isDeleted = false

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    var id: String?
    do throws(ArchiveFailure) {
      let value = try scratch.parse(unit.bytes)
      id = XNote.id(of: value)
      let note = try XNote(value)
      let read = note.text
      guard !read.text.utf8.allSatisfy(\.isBlank) else { throw .noText }
      var draft = Draft(read.text)
      draft.id = note.id
      draft.account = account
      draft.channel = "x"
      draft.day = note.time?.day
      draft.quote = read.quote?.context
      var post = ArchivedPost(draft: draft, time: note.time)
      post.kind = draft.quote == nil ? .original : .quote
      post.isDeleted = isDeleted
      return [.post(post)]
    } catch {
      return [.failed(error, id: id)]
    }
  }
}
