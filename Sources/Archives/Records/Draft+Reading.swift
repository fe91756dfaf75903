import PostText

extension Draft {
  /// True when there are words in it: a text, a warning, choices, or the description of a picture.
  var hasWords: Bool {
    !text.isBlank || !(spoilerText ?? "").isBlank || !poll.isEmpty
      || media.contains { !($0.alt ?? "").isBlank }
  }

  /// True when there is something in it: words, or a picture, be it one that nobody describes.
  var hasContent: Bool { hasWords || !media.isEmpty }

  /// The kind of a post that is not shared as it is, by what stands around it.
  var kind: PostKind {
    if replyTo != nil { return .reply }
    return quote == nil ? .original : .quote
  }
}
