import PostText

/// What is never read, or could not be because it was not supplied.
enum Unread {
  /// The parts of a draft that nobody read, with the reasons.
  static func parts(of draft: Draft, in view: borrowing PostView) -> [Assessment.NotChecked] {
    var unread: [Assessment.NotChecked] = []
    for (index, medium) in draft.media.enumerated() {
      let rest = medium.isAltUnknown ? ", and whether this one has a description is not known" : ""
      unread.append(note("media[\(index)]", "pictures and films are not looked at" + rest))
    }
    for segment in view.segments where segment.kind == SegmentKinds(.urls, .own) {
      unread.append(
        note(view.parts[segment.part].name.description, "linked pages are not opened"))
    }
    if let replyTo = draft.replyTo, replyTo.text == nil {
      unread.append(note("reply_to", "the post that is answered was not supplied"))
    } else if draft.replyTo == nil, view.parts.first?.measures.startsWithMention ?? false {
      unread.append(
        note("reply_to", "this looks like a reply, and the post that is answered was not supplied"))
    }
    if let quote = draft.quote, quote.text == nil {
      unread.append(note("quote", "the post that is quoted was not supplied"))
    }
    return unread
  }

  private static func note(_ part: String, _ reason: String) -> Assessment.NotChecked {
    Assessment.NotChecked(part: part, rule: nil, reason: reason, isFailure: false)
  }
}
