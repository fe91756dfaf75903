/// What will be published: a post's text and what surrounds it.
///
/// Keys and meanings are those of a draft's front matter; every member but ``text`` is optional.
package struct Draft: Sendable, Equatable {
  /// The record's own identifier, when it came from an archive or a draft file with one.
  package var id: String?
  /// The account that will publish the post, without the at sign.
  package var account: String?
  /// The network that will carry the post, such as `x` or `mastodon`.
  package var channel: String?
  /// The text of the post; of a thread, its first post.
  package var text: String
  /// The further posts of a thread, in order; the first of them is `thread[1]` in results.
  package var thread: [String]
  /// The content warning that readers see in front of the post.
  package var spoilerText: String?
  /// The choices of a poll.
  package var poll: [String]
  /// The pictures and films that go with the post.
  package var media: [Media]
  /// The post that this one answers.
  package var replyTo: Context?
  /// The post that this one quotes.
  package var quote: Context?
  /// What the post is for, when its author says so.
  package var purpose: Purpose?
  /// How far the case has come that the post speaks of, when its author says so.
  package var caseStage: CaseStage?
  /// The day on which the post is to appear.
  package var day: CalendarDay?
  /// True when the post is declared as `life-at-risk`: such a post is never held back.
  package var isLifeAtRisk: Bool
  /// The rules that the author sets aside, each with a reason.
  package var waivers: [Waiver]

  /// Makes a draft of plain text; the rest is set member by member.
  package init(_ text: String) {
    self.text = text
    self.thread = []
    self.poll = []
    self.media = []
    self.isLifeAtRisk = false
    self.waivers = []
  }

  /// One picture or film of a post.
  package struct Media: Sendable, Equatable {
    /// The name of the file, for messages only; it is never opened.
    package var file: String?
    /// The words that describe the picture to people who cannot see it.
    package var alt: String?
    /// True when nobody says whether it has such words: exports of archives leave them out.
    package var isAltUnknown: Bool

    /// Makes a picture from its file name and its description.
    package init(file: String? = nil, alt: String? = nil, isAltUnknown: Bool = false) {
      self.file = file
      self.alt = alt
      self.isAltUnknown = isAltUnknown
    }
  }

  /// Another account's post that the draft answers or quotes.
  package struct Context: Sendable, Equatable {
    /// The account that wrote it, without the at sign.
    package var author: String?
    /// Its text; absent when only its address is known, and then it cannot be read.
    package var text: String?
    /// Its address.
    package var url: String?

    /// Makes a context from what is known of it.
    package init(author: String? = nil, text: String? = nil, url: String? = nil) {
      self.author = author
      self.text = text
      self.url = url
    }
  }

  /// A rule that the author sets aside for this post.
  package struct Waiver: Sendable, Equatable {
    /// The identifier of the rule.
    package var rule: String
    /// Why it does not apply here.
    package var reason: String

    /// Makes a waiver of one rule.
    package init(rule: String, reason: String) {
      self.rule = rule
      self.reason = reason
    }
  }
}

/// What a post is for.
package enum Purpose: String, Sendable, CaseIterable {
  case missingAppeal = "missing-appeal"
  case wantedAppeal = "wanted-appeal"
  case collisionAppeal = "collision-appeal"
  case witnessAppeal = "witness-appeal"
  case courtResult = "court-result"
  case charge
  case eventPolicing = "event-policing"
  case condolence
}

/// How far a case has come.
package enum CaseStage: String, Sendable, CaseIterable {
  case none, arrested, charged, convicted
}
