import JSON
import PostText
import Reports

/// Writes a post of an archive as a line of JSON that ``DraftLineDecoder`` reads back.
package enum PostLine {
  /// The keys of a line that are no keys of a draft.
  static let keys = ["time", "kind", "deleted", "cut"]

  /// The line, with its line end.
  package static func bytes(_ post: ArchivedPost) -> [UInt8] {
    let draft = post.draft
    var writer = JSONWriter()
    writer.object { writer in
      if let id = draft.id, !id.isEmpty { writer.member("id", id) }
      if let account = draft.account, !account.isEmpty { writer.member("account", account) }
      if let channel = draft.channel { writer.member("channel", channel) }
      if let time = post.time { writer.member("time", time.description) }
      if let day = draft.day, day != post.time?.day {
        writer.member("at", day.description)
      }
      writer.member("kind", post.kind.rawValue)
      if post.isDeleted { writer.member("deleted", true) }
      if let cut = post.cut { writer.member("cut", cut) }
      writer.member("text", draft.text)
      if !draft.thread.isEmpty { writer.member("thread", draft.thread) }
      if let warning = draft.spoilerText { writer.member("spoiler_text", warning) }
      if !draft.poll.isEmpty { writer.member("poll", draft.poll) }
      write("reply_to", draft.replyTo, to: &writer)
      write("quote", draft.quote, to: &writer)
      if let purpose = draft.purpose { writer.member("purpose", purpose.rawValue) }
      if let stage = draft.caseStage { writer.member("case_stage", stage.rawValue) }
      if draft.isLifeAtRisk { writer.member("urgency", "life-at-risk") }
      if !draft.waivers.isEmpty {
        writer.member("waive", of: draft.waivers) { writer, waiver in
          writer.object { writer in
            writer.member("rule", waiver.rule)
            writer.member("reason", waiver.reason)
          }
        }
      }
      if !draft.media.isEmpty {
        writer.member("media", of: draft.media) { writer, medium in
          writer.object { writer in
            if let file = medium.file { writer.member("file", file) }
            if let alt = medium.alt { writer.member("alt", alt) }
            if medium.isAltUnknown { writer.member("alt_unknown", true) }
          }
        }
      }
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  private static func write(_ key: String, _ context: Draft.Context?, to writer: inout JSONWriter) {
    guard let context else { return }
    writer.member(key) { writer in
      if let author = context.author { writer.member("author", author) }
      if let text = context.text { writer.member("text", text) }
      if let url = context.url { writer.member("url", url) }
    }
  }
}
