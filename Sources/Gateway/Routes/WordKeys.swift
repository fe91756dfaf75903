/// Which fields of a write get published, and as what.
///
/// A key is written as forms write it: `poll[options][]`. A number between brackets counts as none.
struct WordKeys: Sendable {
  /// The words of the post itself; of several, each is a paragraph.
  var text: Set<String> = []
  /// The warning that stands in front of the post.
  var spoiler: String?
  /// The choices of a poll.
  var poll: String?
  /// What describes pictures.
  var alt: Set<String> = []
  /// What the post answers.
  var replyTo: String?
  /// What the post quotes.
  var quote: Set<String> = []
  /// When the post is to appear.
  var scheduledAt: String?
  /// What is known to hold no words, whatever stands in it.
  var silent: Set<String> = []
  /// What may be a file.
  var files: Set<String> = []

  /// True when the key is one whose value is published as text.
  func isWords(_ key: String) -> Bool {
    text.contains(key) || key == spoiler || key == poll || alt.contains(key)
  }

  /// True when the key is known and holds no words.
  func isSilent(_ key: String) -> Bool {
    key == replyTo || quote.contains(key) || key == scheduledAt || silent.contains(key)
  }
}
