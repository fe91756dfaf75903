import JSON
import PostText

/// A post that waits at the server for its day, as the server tells of it.
struct WaitingPost {
  /// What it will publish, and when.
  let submission: Submission

  /// Reads a server's answer about a post whose fields have these keys; fails when it does not tell the words of one.
  init(_ body: [UInt8], keys: WordKeys) throws(Refusal) {
    guard let document = JSONDocument(), let root = try? document.parse(body),
      let params = root["params"], params["text"]?.kind == .string
    else { throw Self.unread }
    var submission = try Submission(try JSONFields.fields(of: params), by: keys)
    // The pictures themselves are told of beside the fields, which have only their numbers.
    submission.draft.media += (root["media_attachments"]?.elements ?? []).compactMap { picture in
      picture["description"]?.string.map { Draft.Media(alt: $0) }
    }
    submission.scheduledAt = root["scheduled_at"]?.string
    submission.draft.day = submission.scheduledAt.flatMap { CalendarDay($0) }
    self.submission = submission
  }

  /// What it will publish once a request is granted, which gives it another day and may say more.
  func moved(by request: Submission) -> Submission {
    var moved = submission
    moved.scheduledAt = request.scheduledAt ?? moved.scheduledAt
    moved.draft.day = request.draft.day ?? moved.draft.day
    moved.draft.text = [moved.draft.text, request.draft.text].filter { !$0.isEmpty }
      .joined(separator: "\n")
    return moved
  }

  /// What is said when the server does not tell what waits.
  static let unread = Refusal.failed(
    503,
    "Not moved: the post that waits at the server could not be read, so it was not checked for its new day. "
      + "It stays as it was.")
}
