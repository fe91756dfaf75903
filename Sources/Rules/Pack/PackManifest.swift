/// What `pack.yaml` says: the pack's identity, how it scores, its categories and references.
package struct PackManifest: Sendable {
  /// The version of the rule language that this program reads.
  package static let languageVersion = 1

  /// The pack's identifier, such as `uk-police`.
  package var id: String
  /// The pack's version, such as `1.0.0`.
  package var version: String
  /// The pack's title for people.
  package var title: String
  /// The version of the rule language that the pack is written in.
  package var engine: Int
  /// Weights and bands.
  package var scoring: Scoring
  /// The categories, in the order in which they are written.
  package var categories: [Category]
  /// The works that rules may cite.
  package var references: [Reference]

  /// Gathers what a manifest says.
  package init(
    id: String, version: String, title: String, engine: Int, scoring: Scoring,
    categories: [Category], references: [Reference]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.engine = engine
    self.scoring = scoring
    self.categories = categories
    self.references = references
  }
}

/// The weights of severities and the bands of scores.
package struct Scoring: Sendable, Equatable {
  /// Points of an advice, a caution, a serious and a stop finding at full confidence, 0 to 100.
  package var advice = 2
  /// Points of a caution.
  package var caution = 10
  /// Points of a serious finding.
  package var serious = 40
  /// Points of a stop.
  package var stop = 100
  /// The lowest score that asks for a review, 1 to 100.
  package var review = 30
  /// The lowest score that holds a post, 1 to 100.
  package var hold = 75

  /// The house weights.
  package init() {}

  /// The points of one severity at full confidence.
  package func points(of severity: Severity) -> Int {
    switch severity {
    case .advice: advice
    case .caution: caution
    case .serious: serious
    case .stop: stop
    }
  }
}

/// A kind of risk; its values are the defaults of its rules.
package struct Category: Sendable, Equatable {
  /// The identifier, one of the 38 of the taxonomy.
  package var id: String
  /// The title for people.
  package var title: String
  /// The family it belongs to, such as `tone`.
  package var family: String
  /// The severity of a rule that names none.
  package var severity: Severity
  /// The most points that the rules of the category can add up to, 1 to 100.
  package var cap: Int
  /// True when a lone caution of this category already asks for a review.
  package var cautionReviews: Bool
  /// Why the risk matters, in one sentence.
  package var why: String?
  /// Whom to ask.
  package var ask: String?
  /// The references of a rule that names none.
  package var references: [String]

  /// Gathers what a manifest says of a category.
  package init(
    id: String, title: String, family: String, severity: Severity, cap: Int = 100,
    cautionReviews: Bool = false, why: String? = nil, ask: String? = nil,
    references: [String] = []
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.severity = severity
    self.cap = cap
    self.cautionReviews = cautionReviews
    self.why = why
    self.ask = ask
    self.references = references
  }
}

/// A law, code or guideline that rules may cite.
package struct Reference: Sendable, Equatable {
  /// The identifier that rules use.
  package var id: String
  /// The title as it is shown.
  package var title: String
  /// The edition or year, when it matters.
  package var edition: String?
  /// The address of the text.
  package var url: String?

  /// Gathers what a manifest says of a work.
  package init(id: String, title: String, edition: String? = nil, url: String? = nil) {
    self.id = id
    self.title = title
    self.edition = edition
    self.url = url
  }
}
