/// A named reading of a post, such as `quoted` or `appeal`, that rules refer to.
package struct Scope: Sendable {
  /// The identifier.
  package var id: String
  /// The title for people.
  package var title: String
  /// How much of the post it speaks for.
  package var covers: Cover
  /// The matchers, any of which is enough.
  package var match: [Matcher]
  /// Where it stands.
  package var place: SourcePlace

  /// Gathers what `scopes.yaml` says of a scope.
  package init(id: String, title: String, covers: Cover, match: [Matcher], place: SourcePlace) {
    self.id = id
    self.title = title
    self.covers = covers
    self.match = match
    self.place = place
  }

  /// How much of a post a scope speaks for, when a condition names it.
  package enum Cover: String, Sendable, CaseIterable {
    /// The finding must lie inside what the scope found.
    case span
    /// The finding must lie in the same sentence.
    case sentence
    /// Anywhere in the draft.
    case post
  }
}

/// A named list of terms with its source.
package struct WordList: Sendable {
  /// The identifier; the file is named after it.
  package var id: String
  /// The title for people.
  package var title: String
  /// Where the terms come from.
  package var source: String
  /// How letter case counts.
  package var letterCase: Matcher.LetterCase
  /// True to find starred-out forms too.
  package var isMasked: Bool
  /// True when the terms hurt, and are shown to nobody who did not open the file.
  package var isSensitive: Bool
  /// The terms, those of included lists left to them.
  package var terms: [Placed<String>]
  /// The lists whose terms belong to this one too.
  package var includes: [Placed<String>]
  /// Where the list's id stands.
  package var place: SourcePlace

  /// Gathers what a list file says.
  package init(
    id: String, title: String, source: String, letterCase: Matcher.LetterCase = .ignore,
    isMasked: Bool = false, isSensitive: Bool = false, terms: [Placed<String>],
    includes: [Placed<String>] = [], place: SourcePlace
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.letterCase = letterCase
    self.isMasked = isMasked
    self.isSensitive = isSensitive
    self.terms = terms
    self.includes = includes
    self.place = place
  }
}

/// Dated periods that facts can ask about.
package struct Calendar: Sendable {
  /// The identifier; the file is named after it.
  package var id: String
  /// The title for people.
  package var title: String
  /// Where the dates come from.
  package var source: String
  /// The periods.
  package var periods: [Period]
  /// Where the calendar's id stands.
  package var place: SourcePlace

  /// Gathers what a calendar file says.
  package init(id: String, title: String, source: String, periods: [Period], place: SourcePlace) {
    self.id = id
    self.title = title
    self.source = source
    self.periods = periods
    self.place = place
  }

  /// One period, both days included.
  package struct Period: Sendable, Equatable {
    /// The first day, `YYYY-MM-DD`.
    package var from: String
    /// The last day, `YYYY-MM-DD`.
    package var to: String
    /// The nations it holds for; all when empty.
    package var nations: [String]
    /// What it is.
    package var what: String

    /// Gathers what a calendar says of a period.
    package init(from: String, to: String, nations: [String] = [], what: String) {
      self.from = from
      self.to = to
      self.nations = nations
      self.what = what
    }
  }
}
