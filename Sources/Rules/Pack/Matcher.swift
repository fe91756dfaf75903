/// What a rule, a condition or a scope looks for.
package struct Matcher: Sendable {
  /// The test itself.
  package var test: Test
  /// Where it looks; `nil` leaves that to whoever refers to it, in the end ``Reading/text``.
  package var readings: [Reading]?
  /// The least number of matches in one part, or of kinds that must be there.
  package var atLeast: Int
  /// Where it stands.
  package var place: SourcePlace

  /// Makes a matcher.
  package init(
    _ test: Test, in readings: [Reading]? = nil, atLeast: Int = 1, place: SourcePlace
  ) {
    self.test = test
    self.readings = readings
    self.atLeast = atLeast
    self.place = place
  }

  /// The kinds of test.
  package indirect enum Test: Sendable {
    /// Any of the terms.
    case words(Terms)
    /// A PCRE2 pattern.
    case pattern(PatternTest)
    /// Items near each other.
    case near(Nearness)
    /// All of the matchers.
    case all([Matcher])
    /// One of the matchers.
    case any([Matcher])
    /// None of the matchers.
    case none([Matcher])
    /// So many different ones of the kinds as the matcher's ``Matcher/atLeast`` says.
    case someOf([Kind])
    /// What the scope with this id finds.
    case scope(String)
    /// Facts of the draft, all of which must hold.
    case facts([Fact])
    /// A measure of the post within bounds.
    case measure(MeasureTest)
  }

  /// A reading of a draft that a matcher can look at.
  package enum Reading: String, Sendable, CaseIterable {
    case text, hashtags, mentions, urls, emoji, alt
    case replyTo = "reply_to"
    case quote, context
    case contextMentions = "context_mentions"
  }

  /// A kind of detail that counts once, however often it is there.
  package struct Kind: Sendable {
    /// What advice calls it; `nil` leaves that to the title of the scope that it names.
    package var name: String?
    /// What finds it.
    package var matcher: Matcher

    /// Pairs a kind with its name.
    package init(_ matcher: Matcher, name: String? = nil) {
      self.matcher = matcher
      self.name = name
    }
  }

  /// How letter case counts.
  package enum LetterCase: String, Sendable, CaseIterable {
    /// Case does not matter.
    case ignore
    /// Letters written as capitals must be capitals; the others may be either.
    case capitals
    /// Exactly as written.
    case exact
  }

  /// Terms, written out or by list.
  package struct Terms: Sendable {
    /// The terms that stand in the rule.
    package var terms: [Placed<String>]
    /// The lists that are named.
    package var lists: [Placed<String>]
    /// How case counts; `nil` leaves it to each list, and is `ignore` for written-out terms.
    package var letterCase: LetterCase?
    /// True to find starred-out forms too.
    package var isMasked: Bool

    /// Gathers terms.
    package init(
      terms: [Placed<String>] = [], lists: [Placed<String>] = [], letterCase: LetterCase? = nil,
      isMasked: Bool = false
    ) {
      self.terms = terms
      self.lists = lists
      self.letterCase = letterCase
      self.isMasked = isMasked
    }
  }

  /// A pattern with its checks.
  package struct PatternTest: Sendable {
    /// The pattern as written, with list macros.
    package var source: Placed<String>
    /// Whether case counts (`ignore` or `exact`).
    package var letterCase: LetterCase
    /// The checks that a match must pass.
    package var validators: [ValidatorUse]

    /// Gathers a pattern and its checks.
    package init(
      source: Placed<String>, letterCase: LetterCase = .ignore, validators: [ValidatorUse] = []
    ) {
      self.source = source
      self.letterCase = letterCase
      self.validators = validators
    }
  }

  /// A check of a match, or of one named group of it.
  package struct ValidatorUse: Sendable, Equatable {
    /// The check.
    package var validator: ValidatorName
    /// The group that is checked; the whole match when `nil`.
    package var group: String?

    /// Names a check and what it reads.
    package init(_ validator: ValidatorName, group: String? = nil) {
      self.validator = validator
      self.group = group
    }
  }

  /// Items that stand near each other.
  package struct Nearness: Sendable {
    /// The most items: all their orders are tried.
    package static let itemLimit = 5

    /// The items, two or more; each is a `words` or a `pattern` test, or a scope that has only such.
    package var items: [Matcher]
    /// The most words between neighbours.
    package var within: Int
    /// True when the items must come in the order given.
    package var isOrdered: Bool
    /// True when a sentence end may lie between.
    package var crossesSentences: Bool
    /// How case counts, for items that do not say.
    package var letterCase: LetterCase?

    /// Gathers items.
    package init(
      items: [Matcher], within: Int = 6, isOrdered: Bool = false, crossesSentences: Bool = false,
      letterCase: LetterCase? = nil
    ) {
      self.items = items
      self.within = within
      self.isOrdered = isOrdered
      self.crossesSentences = crossesSentences
      self.letterCase = letterCase
    }
  }

  /// A measure within bounds.
  package struct MeasureTest: Sendable, Equatable {
    /// What is measured.
    package var measure: MeasureName
    /// The least value.
    package var minimum: Int?
    /// The greatest value.
    package var maximum: Int?

    /// Gathers a measure and its bounds.
    package init(_ measure: MeasureName, minimum: Int? = nil, maximum: Int? = nil) {
      self.measure = measure
      self.minimum = minimum
      self.maximum = maximum
    }
  }
}

/// A fact of a draft or of its account.
package enum Fact: Sendable, Equatable {
  case isReply(Bool)
  case isQuote(Bool)
  case hasMedia(Bool)
  case isThread(Bool)
  case altTextMissing(Bool)
  case parentTextMissing(Bool)
  case purpose([String])
  case caseStage([String])
  case channel([String])
  case account([String])
  case nation([String])
  case isBilingual(Bool)
  case calendar([String])
  case isLifeAtRisk(Bool)
}

/// A count or share of a post.
package enum MeasureName: String, Sendable, CaseIterable {
  case words
  case emojiRun = "emoji-run"
  case emojiCount = "emoji-count"
  case capsWords = "caps-words"
  case capsShare = "caps-share"
  case fancyLetters = "fancy-letters"
  case hashtags
  case lowercaseHashtags = "lowercase-hashtags"
  case mentions
  case missingAlt = "missing-alt"
  case weightedLength = "weighted-length"
}

/// A check of an identifier's own arithmetic or shape.
package enum ValidatorName: String, Sendable, CaseIterable {
  case nhsNumber = "nhs-number"
  case nino
  case drivingLicence = "driving-licence"
  case passport
  case vrm
  case postcode
  case iban
  case card
  case luhn
  case personalPhone = "personal-phone"
  case mobilePhone = "mobile-phone"
  case pncid
  case utr
  case mrz
  case personalEmail = "personal-email"
}
