import PostText

/// What a write would publish.
struct Submission: Equatable {
  /// The words, and what they answer.
  var draft = Draft("")
  /// When they are to appear, as the client wrote it.
  var scheduledAt: String?

  /// True when there is something that can be judged.
  var hasWords: Bool {
    let texts = [draft.text, draft.spoilerText ?? ""] + draft.thread + draft.poll
    return draft.replyTo != nil || draft.quote != nil
      || (texts + draft.media.compactMap(\.alt)).contains { !$0.isEmpty }
  }

  /// Sorts fields by what they are; what is not known and could be words is taken for words.
  init(_ fields: [Field], by keys: WordKeys) throws(Refusal) {
    var paragraphs: [String] = []
    for field in fields {
      // What is published of a text with markup are other words than those that are sent.
      if field.key == "content_type", field.value != "text/plain" { throw Self.markedUp }
      if keys.isWords(field.key) {
        guard field.kind == .text else { throw Self.unread(field) }
        if keys.text.contains(field.key) {
          paragraphs.append(field.value)
        } else {
          add(field, by: keys)
        }
      } else if keys.isSilent(field.key) {
        guard field.kind != .file else { throw Self.unread(field) }
        try addSurroundings(field, by: keys)
      } else if field.kind == .file {
        guard keys.files.contains(field.key) else { throw Self.unread(field) }
      } else if !field.isPlain, !keys.files.contains(field.key) {
        // What a server makes of a field that is not known here cannot be told, so its words are read like the others.
        paragraphs.append(field.value)
      }
    }
    draft.text = paragraphs.joined(separator: "\n")
  }

  private mutating func add(_ field: Field, by keys: WordKeys) {
    if field.key == keys.spoiler {
      draft.spoilerText = field.value.isEmpty ? nil : field.value
    } else if field.key == keys.poll {
      draft.poll.append(field.value)
    } else if !field.value.isEmpty {
      draft.media.append(Draft.Media(alt: field.value))
    }
  }

  private mutating func addSurroundings(_ field: Field, by keys: WordKeys) throws(Refusal) {
    guard !field.value.isEmpty else { return }
    if field.key == keys.replyTo {
      draft.replyTo = Draft.Context(url: field.value)
    } else if keys.quote.contains(field.key) {
      draft.quote = Draft.Context(url: field.value)
    } else if field.key == keys.scheduledAt {
      guard let day = CalendarDay(field.value) else { throw Self.undated(field) }
      scheduledAt = field.value
      draft.day = day
    }
  }

  private static let markedUp = Refusal.refused(
    422,
    "Not sent: the post has a `content_type` other than text/plain, and what the server would make of its markup "
      + "cannot be read. Send it as plain text.")

  private static func undated(_ field: Field) -> Refusal {
    .refused(
      422,
      "Not sent: `\(field.key)` is not a day that the gateway can read, so days of mourning and of elections cannot be "
        + "heeded. Write it as 2026-05-07T09:00:00Z.")
  }

  private static func unread(_ field: Field) -> Refusal {
    let name = field.key.utf8.count <= 64 ? " `\(field.key)`" : ""
    return .refused(
      422,
      "Not sent: the gateway cannot read the field\(name) as the server would. Nothing was sent.")
  }
}
