/// One risk: what it looks for, when it stays quiet, what it says, and the examples that prove it.
package struct Rule: Sendable {
  /// The identifier; the file is named after it.
  package var id: String
  /// The title for people.
  package var title: String
  /// The identifier of the category.
  package var category: String
  /// The severity, or `nil` for a rule that only asks its question or is observed.
  package var severity: Severity?
  /// How sure a match is, 1 to 100 per cent.
  package var confidence: Int
  /// What becomes of what it finds.
  package var status: Status
  /// True when the matched words are redacted in output.
  package var isSensitive: Bool
  /// The alternatives, any of which is enough.
  package var match: [Alternative]
  /// Conditions that must all hold.
  package var when: [Condition]
  /// Conditions of which none may hold.
  package var unless: [Condition]
  /// Conditions that lower the severity.
  package var weaker: [Condition]
  /// Conditions that raise the severity.
  package var stronger: [Condition]
  /// Which of the account's own values are no find.
  package var spares: Set<OwnValueKind>
  /// What is said to the officer.
  package var words: Advice
  /// The published cases that motivated the rule.
  package var evidence: [Evidence]
  /// Posts that the rule must find.
  package var flags: [Example]
  /// Posts that the rule must leave alone.
  package var passes: [Example]
  /// Where the rule's id stands.
  package var place: SourcePlace

  /// Gathers what a rule file says.
  package init(
    id: String, title: String, category: String, severity: Severity?, confidence: Int = 100,
    status: Status = .live, isSensitive: Bool = false, match: [Alternative],
    when: [Condition] = [], unless: [Condition] = [], weaker: [Condition] = [],
    stronger: [Condition] = [], spares: Set<OwnValueKind> = [], words: Advice,
    evidence: [Evidence] = [],
    flags: [Example] = [], passes: [Example] = [], place: SourcePlace
  ) {
    self.id = id
    self.title = title
    self.category = category
    self.severity = severity
    self.confidence = confidence
    self.status = status
    self.isSensitive = isSensitive
    self.match = match
    self.when = when
    self.unless = unless
    self.weaker = weaker
    self.stronger = stronger
    self.spares = spares
    self.words = words
    self.evidence = evidence
    self.flags = flags
    self.passes = passes
    self.place = place
  }

  /// What becomes of what a rule finds.
  package enum Status: String, Sendable, CaseIterable {
    /// It counts.
    case live
    /// It is reported apart and never counted.
    case trial
    /// Audits count the posts; nothing is ever said of one.
    case observed

    /// What stands where a severity would: that of the rule or, where it has none, what the rule does.
    package func weight(_ severity: Severity?) -> String {
      severity?.rawValue ?? (self == .observed ? rawValue : "question")
    }
  }

  /// A matcher of a rule with its own weight.
  package struct Alternative: Sendable {
    /// What is looked for.
    package var matcher: Matcher
    /// The severity, when it differs from the rule's.
    package var severity: Severity?
    /// The confidence in per cent, when it differs from the rule's.
    package var confidence: Int?

    /// Pairs a matcher with its weight.
    package init(_ matcher: Matcher, severity: Severity? = nil, confidence: Int? = nil) {
      self.matcher = matcher
      self.severity = severity
      self.confidence = confidence
    }
  }

  /// The words of a rule, the category's defaults filled in.
  package struct Advice: Sendable, Equatable {
    /// What the words may be read as.
    package var readsAs: String
    /// Why that matters.
    package var why: String
    /// What to write instead.
    package var advice: String
    /// Ready-made words.
    package var suggestions: [String]
    /// Whom to ask.
    package var ask: String?
    /// What only a person can answer.
    package var question: String?
    /// The identifiers of the works behind it.
    package var references: [String]

    /// Gathers the words of a rule.
    package init(
      readsAs: String, why: String, advice: String, suggestions: [String] = [],
      ask: String? = nil, question: String? = nil, references: [String] = []
    ) {
      self.readsAs = readsAs
      self.why = why
      self.advice = advice
      self.suggestions = suggestions
      self.ask = ask
      self.question = question
      self.references = references
    }
  }

  /// A published case behind a rule.
  package struct Evidence: Sendable, Equatable {
    /// What happened.
    package var what: String
    /// Where it was published.
    package var url: String?

    /// Gathers what is known of a case.
    package init(what: String, url: String? = nil) {
      self.what = what
      self.url = url
    }
  }
}
