package import PostText

/// A post that somebody is about to send: the object of `pre-send/1`.
package struct PreSendRequest: Sendable, Equatable {
  /// The name of the protocol, with its version.
  package static let protocolName = "pre-send/1"

  /// The post with its account, its channel, and what surrounds it.
  package var draft: Draft
  /// The person who sends it, when the tool knows; otherwise the user of the machine counts.
  package var author: String?
  /// What the tool calls this attempt.
  package var id: String?
  /// The name of the tool.
  package var client: String?
  /// When the post is to appear, as the tool wrote it; `nil` for at once.
  package var scheduledAt: String?

  /// The SHA-256 of the bytes that it was read from; `nil` when it did not come as an object of `pre-send/1`.
  package var sha256: String?

  /// Takes a post; the rest is set member by member.
  package init(_ draft: Draft) {
    self.draft = draft
  }
}
