internal import JSON
internal import PostText

/// Makes posts of statuses as Mastodon's own interface gives them.
struct StatusDecoder: RecordDecoder {
  /// True when posts for chosen people are wanted as well.
  let includesPrivate: Bool

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    do throws(ArchiveFailure) {
      return [record(try scratch.parse(unit.bytes))]
    } catch {
      return [.failed(error, id: nil)]
    }
  }

  private func record(_ status: JSONValue) -> ArchiveRecord {
    let id = status["id"]?.word
    do throws(ArchiveFailure) {
      guard status.kind == .object, status["content"] != nil || status["reblog"] != nil else {
        throw .noStatus
      }
      let visibility = try status.text("visibility")
      if !includesPrivate, ["private", "direct", "limited"].contains(visibility) {
        return .skipped(.private, id: id)
      }
      let shared = status["reblog"]
      var draft = try draft(shared ?? status)
      draft.id = id
      draft.account = status["account"]?["acct"]?.string ?? status["account"]?["username"]?.string
      var post = ArchivedPost(draft: draft, kind: shared == nil ? draft.kind : .retweet)
      post.take(time: status["created_at"]?.word)
      return .post(post)
    } catch {
      return .failed(error, id: id)
    }
  }

  private func draft(_ status: JSONValue) throws(ArchiveFailure) -> Draft {
    var text = MastodonText()
    text.warning = try status.text("spoiler_text")
    text.content = try status.text("content") ?? ""
    text.options = (status["poll"]?["options"]?.elements ?? []).compactMap { $0["title"]?.string }
    var draft = Draft(text.text)
    draft.channel = "mastodon"
    draft.media = (status["media_attachments"]?.elements ?? []).map {
      Draft.Media(alt: $0["description"]?.string)
    }
    draft.replyTo = status["in_reply_to_id"]?.word.map { Draft.Context(url: $0) }
    draft.quote = try quote(status)
    guard draft.hasContent else { throw .noText }
    return draft
  }

  /// The post that a status quotes, with its text where the answer holds it.
  private func quote(_ status: JSONValue) throws(ArchiveFailure) -> Draft.Context? {
    guard let quote = status["quote"] else { return nil }
    guard let quoted = quote["quoted_status"] else {
      return quote["quoted_status_id"]?.word.map { Draft.Context(url: $0) }
    }
    return Draft.Context(
      author: quoted["account"]?["acct"]?.string,
      text: try quoted.text("content").map(HTMLText.text(of:)),
      url: quoted["url"]?.string ?? quoted["uri"]?.string)
  }
}

extension ArchiveFailure {
  /// A value that is no status.
  fileprivate static let noStatus = ArchiveFailure(
    code: "wrong-shape",
    message: "The record is no status of Mastodon: it has neither `content` nor `reblog`.")
}
