package import PostText

/// A post as an archive or an export holds it.
package struct ArchivedPost: Sendable, Equatable {
  /// What was published, with the posts that it answers, shares or quotes where the archive has them.
  package var draft: Draft
  /// When it was published, when the archive says so.
  package var time: PostTime?
  /// Whether it is the account's own, an answer, or somebody else's words.
  package var kind: PostKind
  /// True when it had been deleted before the archive was made.
  package var isDeleted = false
  /// What could not be read of the post, such as the rest of its text, in words; `nil` when nothing is missing.
  package var cut: String?

  /// Gathers what an archive says of a post; the rest is set member by member.
  package init(draft: Draft, time: PostTime? = nil, kind: PostKind = .original) {
    self.draft = draft
    self.time = time
    self.kind = kind
  }

  /// Takes the time that an export writes, and the day with it; one that cannot be read is told.
  mutating func take(time text: String?) {
    if let text { take(PostTime(text)) }
  }

  /// Takes the time that was read, and the day with it; `nil` tells that what is written is no date.
  mutating func take(_ time: PostTime?) {
    self.time = time
    draft.day = time?.day
    if time == nil { cut = cut ?? Self.unreadableTime }
  }

  /// Tells that what is written can be read as two dates.
  mutating func takeDoubtfulTime() {
    cut = cut ?? Self.doubtfulTime
  }

  /// True when it is told already that the day was not known to the rules.
  package var isTimeCut: Bool { cut == Self.unreadableTime || cut == Self.doubtfulTime }

  private static let unreadableTime =
    "its date could not be read, so what depends on the day was not checked"
  private static let doubtfulTime =
    "its date can be read with the day or the month first, so what depends on the day was not checked; say which by "
    + "--date-format day-first or --date-format month-first"
}

/// Whose words a post spreads.
package enum PostKind: String, Sendable, CaseIterable {
  /// The account's own words, to everybody.
  case original
  /// An answer to a post, be it the account's own.
  case reply
  /// Another post, shared as it is: a retweet, repost or boost.
  case retweet
  /// The account's own words above another post.
  case quote
}
