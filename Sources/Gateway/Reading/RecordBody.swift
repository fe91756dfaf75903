import JSON
import PostText

/// The forms in which a Bluesky client sends records and messages.
enum RecordBody: Sendable {
  /// One record of a collection.
  case one
  /// Several writes that happen together.
  case writes
  /// One message to a person.
  case message
  /// Several messages to people.
  case messages

  /// What a body of this form would publish.
  func submission(in body: [UInt8]) throws(Refusal) -> Submission {
    let all = try JSONFields.object(in: body) { (root) throws(Refusal) in
      try entries(of: root)
    }
    return try Self.joined(all)
  }

  /// What one record would publish, and the key under which it will be found.
  private typealias Entry = (key: String?, submission: Submission)

  private static let unclear = Refusal.refused(
    "Not sent: the records in the request could not be read as the server would read them. "
      + "Nothing was sent.")

  private func entries(of root: JSONValue) throws(Refusal) -> [Entry] {
    switch self {
    case .one: return [try Self.record(in: root, under: "record")]
    case .writes:
      guard let writes = root["writes"], writes.kind == .array else { throw Self.unclear }
      var entries: [Entry] = []
      for write in writes.elements where try !Self.isDeletion(write) {
        entries.append(try Self.record(in: write, under: "value"))
      }
      return entries
    case .message: return [try Self.message(in: root)]
    case .messages:
      guard let items = root["items"], items.kind == .array else { throw Self.unclear }
      var entries: [Entry] = []
      for item in items.elements {
        entries.append(try Self.message(in: item))
      }
      return entries
    }
  }

  private static func isDeletion(_ write: JSONValue) throws(Refusal) -> Bool {
    switch write["$type"]?.string {
    case "com.atproto.repo.applyWrites#delete": true
    case "com.atproto.repo.applyWrites#create", "com.atproto.repo.applyWrites#update": false
    default: throw unclear
    }
  }

  private static func record(
    in write: JSONValue, under name: StaticString
  ) throws(Refusal) -> Entry {
    guard let collection = write["collection"]?.string, let record = write[name],
      record.kind == .object, record["$type"].map({ $0.string == collection }) ?? true
    else { throw unclear }
    guard let keys = BlueskyCollections.words(of: collection) else {
      throw .refused(
        "Not sent: the gateway does not know the collection that the record is for, so it cannot "
          + "read what would be published. Nothing was sent.")
    }
    return (
      write["rkey"]?.string, try Submission(try JSONFields.fields(of: record), by: keys)
    )
  }

  private static func message(in item: JSONValue) throws(Refusal) -> Entry {
    guard let message = item["message"], message.kind == .object else { throw unclear }
    return (
      nil,
      try Submission(try JSONFields.fields(of: message), by: BlueskyCollections.message)
    )
  }

  /// One submission of all, as a thread: they are published together, so they are judged together.
  private static func joined(_ entries: [Entry]) throws(Refusal) -> Submission {
    var whole = try Submission([], by: WordKeys())
    let keys = Set(entries.compactMap(\.key))
    for (index, entry) in entries.enumerated() {
      let draft = entry.submission.draft
      if index == 0 { whole.draft.text = draft.text } else { whole.draft.thread.append(draft.text) }
      whole.draft.media += draft.media
      if let parent = draft.replyTo, !keys.contains(lastPart(of: parent.url)) {
        whole.draft.replyTo = try only(parent, besides: whole.draft.replyTo)
      }
      if let quote = draft.quote {
        whole.draft.quote = try only(quote, besides: whole.draft.quote)
      }
    }
    return whole
  }

  /// A thread answers one post and quotes one; posts that have nothing to do with each other come one by one.
  private static func only(
    _ context: Draft.Context, besides other: Draft.Context?
  ) throws(Refusal) -> Draft.Context {
    guard other == nil || other == context else {
      throw .refused(
        "Not sent: these posts answer or quote different posts. Send them one by one, so that each "
          + "is read with its own. Nothing was sent.")
    }
    return context
  }

  private static func lastPart(of url: String?) -> String {
    let bytes = Array((url ?? "").utf8)
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[slash...], as: UTF8.self)
  }
}
