import PostText

extension Draft {
  /// True when there are words in it: a text, or the description of a picture.
  var hasWords: Bool {
    !text.isBlank || media.contains { !($0.alt ?? "").isBlank }
  }

  /// True when there is anything to say about it; a picture without words asks for its description.
  var isReadable: Bool {
    hasWords || !media.isEmpty
  }
}
