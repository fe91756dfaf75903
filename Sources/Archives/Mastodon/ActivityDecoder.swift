internal import JSON
internal import PostText

/// Makes posts of the activities of an outbox.
struct ActivityDecoder: RecordDecoder {
  /// True when posts for chosen people are wanted as well.
  let includesPrivate: Bool

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    do throws(ArchiveFailure) {
      return [record(try scratch.parse(unit.bytes))]
    } catch {
      return [.failed(error, id: nil)]
    }
  }

  private func record(_ activity: JSONValue) -> ArchiveRecord {
    guard activity.kind == .object, let type = activity["type"]?.string else {
      return .failed(.noActivity, id: activity["id"]?.word)
    }
    let object = activity["object"]
    switch type {
    case "Create", "Update":
      // An update of anything but a post, such as of the account itself, has nothing to read.
      if type == "Update", object?.note == nil { return notAPost(activity) }
      guard let note = object?.note else {
        return .failed(.noNote(object), id: object?.reference ?? activity["id"]?.string)
      }
      return record(note, in: activity, kind: nil)
    case "Announce":
      guard let note = object?.note else {
        return .skipped(.sharedAddress, id: activity["id"]?.string)
      }
      return record(note, in: activity, kind: .retweet)
    default:
      return activity.note.map { record($0, in: $0, kind: nil) } ?? notAPost(activity)
    }
  }

  private func notAPost(_ activity: JSONValue) -> ArchiveRecord {
    .skipped(.notAPost, id: activity["id"]?.string)
  }

  private func record(
    _ note: JSONValue, in activity: JSONValue, kind: PostKind?
  ) -> ArchiveRecord {
    let id = (kind == .retweet ? activity : note)["id"]?.string
    if !includesPrivate, !activity.isPublic, !note.isPublic { return .skipped(.private, id: id) }
    do throws(ArchiveFailure) {
      var draft = try draft(note)
      draft.id = id
      draft.account =
        (activity["actor"] ?? note["attributedTo"])?.reference?.fediverseAccount
      let written = (kind == .retweet ? activity["published"] : nil) ?? note["published"]
      var post = ArchivedPost(draft: draft, kind: kind ?? draft.kind)
      if let written { post.take(time: written.word ?? "") }
      return .post(post)
    } catch {
      return .failed(error, id: id)
    }
  }

  private func draft(_ note: JSONValue) throws(ArchiveFailure) -> Draft {
    let isNote = note["type"]?.string == "Note" || note["type"]?.string == "Question"
    var text = MastodonText()
    // Mastodon writes the warning of a note as plain text; the summary of an article is HTML.
    text.warning = try note.text("summary").map { isNote ? $0 : HTMLText.text(of: $0) }
    text.title = try note.text("name")
    text.content = try note.text("content") ?? ""
    for option in (note["oneOf"] ?? note["anyOf"])?.elements ?? [] {
      if let name = option["name"]?.string { text.options.append(name) }
    }
    var draft = Draft(text.text)
    draft.channel = "mastodon"
    draft.media = (note["attachment"]?.oneOrMore ?? []).map {
      Draft.Media(file: $0["url"]?.string?.lastPathPart, alt: $0["name"]?.string)
    }
    draft.replyTo = note["inReplyTo"]?.reference.map { Draft.Context(url: $0) }
    let quote = note["quote"] ?? note["quoteUrl"] ?? note["quoteUri"]
    draft.quote = quote?.reference.map { Draft.Context(url: $0) }
    guard draft.hasContent else { throw .noText }
    return draft
  }
}

extension JSONValue {
  private static let notes: Set<String> = [
    "Note", "Article", "Question", "Page", "Event", "Video", "Audio", "Image",
  ]

  /// The value itself when it is a post.
  fileprivate var note: JSONValue? {
    guard kind == .object, let type = self["type"]?.string, Self.notes.contains(type) else {
      return nil
    }
    return self
  }

  /// The address that a value is, or that an object or the first of a list has as its id.
  fileprivate var reference: String? {
    switch kind {
    case .string: string
    case .object: self["id"]?.string ?? self["href"]?.string
    case .array: elements.first { $0.kind != .array }?.reference
    default: nil
    }
  }

  /// The elements of a list, or a value that stands alone.
  fileprivate var oneOrMore: [JSONValue] { kind == .array ? elements : [self] }

  /// True when everybody is among those to whom it is addressed.
  fileprivate var isPublic: Bool {
    guard self["directMessage"]?.boolean != true else { return false }
    let names: Set<String> = [
      "https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public",
    ]
    return [self["to"], self["cc"]].contains { list in
      list?.oneOrMore.contains { $0.reference.map(names.contains) ?? false } ?? false
    }
  }

  /// The text of a member; fails when it is something else, for then the words would be lost.
  func text(_ name: StaticString) throws(ArchiveFailure) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.string else { throw .notText(name) }
    return text
  }
}

extension String {
  /// What stands after the last slash.
  fileprivate var lastPathPart: String? {
    utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
  }
}

extension ArchiveFailure {
  /// An element of an outbox that is no activity.
  static let noActivity = ArchiveFailure(
    code: "wrong-shape",
    message: "The element is no activity: it has no `type` such as `Create`.")

  /// An activity that publishes nothing that can be read.
  static func noNote(_ object: JSONValue?) -> ArchiveFailure {
    let what = object?.kind == .string ? "only the address of the post" : "no post"
    return ArchiveFailure(
      code: "no-text",
      message: "The activity holds \(what), so there is no text to check. Ask for a new export.")
  }

  /// A member that should hold text.
  static func notText(_ name: StaticString) -> ArchiveFailure {
    ArchiveFailure(code: "wrong-type", message: "The member `\(name)` should hold text.")
  }
}
