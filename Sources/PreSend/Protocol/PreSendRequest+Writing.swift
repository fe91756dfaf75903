import JSON
import PostText
import Reports

extension PreSendRequest {
  /// The request as the object of `pre-send/1`, as other hooks are given it: everything but the rules that its author sets
  /// aside, which are ours and which another hook would have to turn away.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("protocol", Self.protocolName)
      if let id { writer.member("id", id) }
      writer.member("channel", draft.channel ?? "generic")
      if let account = draft.account { writer.member("account", account) }
      if let author { writer.member("author", author) }
      if let client { writer.member("client", client) }
      if let scheduledAt { writer.member("scheduled_at", scheduledAt) }
      writer.member("text", draft.text)
      if let warning = draft.spoilerText { writer.member("spoiler_text", warning) }
      if !draft.thread.isEmpty { writer.member("thread", draft.thread) }
      write("reply_to", draft.replyTo, to: &writer)
      write("quote", draft.quote, to: &writer)
      if !draft.media.isEmpty {
        writer.member("media", of: draft.media) { writer, medium in
          writer.object { writer in
            if let file = medium.file { writer.member("file", file) }
            if let alt = medium.alt { writer.member("alt", alt) }
            if medium.isAltUnknown { writer.member("alt_unknown", true) }
          }
        }
      }
      if !draft.poll.isEmpty { writer.member("poll", draft.poll) }
      if let purpose = draft.purpose { writer.member("purpose", purpose.rawValue) }
      if let stage = draft.caseStage { writer.member("case_stage", stage.rawValue) }
      if let day = draft.day { writer.member("at", day.description) }
      if draft.isLifeAtRisk { writer.member("urgency", "life-at-risk") }
    }
    return writer.bytes.array
  }

  private func write(_ key: String, _ context: Draft.Context?, to writer: inout JSONWriter) {
    guard let context else { return }
    writer.member(key) { writer in
      if let author = context.author { writer.member("author", author) }
      if let text = context.text { writer.member("text", text) }
      if let url = context.url { writer.member("url", url) }
    }
  }

  /// The words that are published, as the log keeps them: each part under its name when there are more than one.
  var words: [UInt8] {
    var parts: [(name: PartName, words: String)] = [(.text, draft.text)]
    parts += draft.thread.enumerated().map { (.thread($0 + 1), $1) }
    if let warning = draft.spoilerText { parts.append((.spoiler, warning)) }
    parts += draft.poll.enumerated().map { (.choice($0), $1) }
    parts += draft.media.enumerated().compactMap { index, medium in
      medium.alt.map { (.alt(index), $0) }
    }
    if parts.count == 1 { return Array(draft.text.utf8) }
    return Array(parts.map { "\($0.name):\n\($0.words)" }.joined(separator: "\n\n").utf8)
  }

  /// Everything that is published or changes how it is read, piece by piece, so that an approval holds for exactly this.
  var content: [[UInt8]] {
    var pieces: [String] = ["account", draft.account ?? "", "channel", draft.channel ?? ""]
    pieces += ["text", draft.text, "spoiler", draft.spoilerText ?? ""]
    pieces += ["thread", "\(draft.thread.count)"] + draft.thread
    pieces += ["poll", "\(draft.poll.count)"] + draft.poll
    pieces += ["media", "\(draft.media.count)"] + draft.media.map { $0.alt ?? "" }
    for (name, context) in [("reply", draft.replyTo), ("quote", draft.quote)] {
      pieces += [name, context?.url ?? "", context?.author ?? "", context?.text ?? ""]
    }
    return pieces.map { Array($0.utf8) }
  }
}
