internal import PCRE2

/// A rule pack brought down to patterns and the conditions between them: what the engine runs.
///
/// It is the compact form that ships inside the binary; reading it needs neither YAML nor lists.
package struct RuleProgram: Sendable {
  /// The pack's identity, scoring, categories and references.
  package var manifest: PackManifest
  /// The patterns, each once.
  package private(set) var patterns: SpecList<PatternSpec>
  /// The rules, in the order of their ids.
  package private(set) var rules: SpecList<RuleSpec>
  /// What each expression requires of a text, by the number of its pattern; empty where that has not been worked
  /// out.
  let requirements: [Requirement]
  /// How patterns and rules hang together.
  package let index: ProgramIndex
  /// The ids of the rules.
  package let ruleIDs: [String]
  /// The dated periods that facts ask about.
  package var calendars: [Calendar]

  /// What output needs to know of each rule.
  package var cards: [RuleCard] {
    rules.map(\.card)
  }

  /// Gathers the parts of a program.
  package init(
    manifest: PackManifest, patterns: [PatternSpec], rules: [RuleSpec], calendars: [Calendar]
  ) {
    self.init(
      manifest: manifest, patterns: patterns, requirements: patterns.map(\.requirement),
      rules: rules, calendars: calendars)
  }

  /// Gathers the parts of a program of which it is known what each pattern requires.
  init(
    manifest: PackManifest, patterns: [PatternSpec], requirements: [Requirement],
    rules: [RuleSpec], calendars: [Calendar]
  ) {
    self.manifest = manifest
    self.patterns = SpecList(patterns)
    self.requirements = requirements
    self.rules = SpecList(rules)
    self.calendars = calendars
    index = ProgramIndex(patterns, requirements, rules)
    ruleIDs = rules.map(\.card.id)
  }

  /// Gathers the parts of a program whose patterns and rules are read when they are needed.
  init(
    manifest: PackManifest, patterns: SpecList<PatternSpec>, rules: SpecList<RuleSpec>,
    index: ProgramIndex, ruleIDs: [String], calendars: [Calendar]
  ) {
    self.manifest = manifest
    self.patterns = patterns
    self.rules = rules
    self.index = index
    requirements = []
    self.ruleIDs = ruleIDs
    self.calendars = calendars
  }

  /// The same program with every pattern and rule in memory: for many drafts.
  package var inMemory: RuleProgram {
    var program = self
    program.patterns = patterns.inMemory
    program.rules = rules.inMemory
    return program
  }
}

/// What is looked for in some readings: an expression, or a combination of other patterns.
package struct PatternSpec: Sendable {
  /// What is looked for.
  package var body: Body
  /// The readings it is matched against.
  package var readings: ReadingSet
  /// True when a match of it can begin a finding; false when it only serves others.
  package var isTrigger: Bool

  /// What a pattern looks for.
  package enum Body: Sendable {
    /// What PCRE2 finds.
    case expression(ExpressionSpec)
    /// What any of these patterns finds, such as the terms of a list; of matches that overlap the
    /// first counts, and of those that begin together the longest.
    case anyOf([Int])
    /// Patterns near each other.
    case near(NearSpec)
  }

  /// Gathers a pattern and where it is looked for.
  package init(_ body: Body, readings: ReadingSet, isTrigger: Bool = false) {
    self.body = body
    self.readings = readings
    self.isTrigger = isTrigger
  }

  /// The expression, when it is one.
  package var expression: ExpressionSpec? {
    if case .expression(let expression) = body { expression } else { nil }
  }

  /// What a text must contain for it to match; a list or nearness is looked for in no text of its own.
  var requirement: Requirement {
    expression.map { Requirement(of: $0.source, caseless: $0.isCaseless) } ?? .always
  }

  /// The patterns that it is made of, by index; an expression has none.
  package var items: [Int] {
    switch body {
    case .expression: []
    case .anyOf(let items): items
    case .near(let near): near.items
    }
  }
}

/// A PCRE2 pattern with all that belongs to one match of it.
package struct ExpressionSpec: Sendable {
  /// The PCRE2 pattern.
  package var source: String
  /// True when letter case does not count.
  package var isCaseless: Bool
  /// The checks that a match must pass.
  package var validators: [Matcher.ValidatorUse]

  /// Gathers a pattern and what belongs to it.
  package init(
    _ source: String, isCaseless: Bool, validators: [Matcher.ValidatorUse] = []
  ) {
    self.source = source
    self.isCaseless = isCaseless
    self.validators = validators
  }
}

/// Patterns that stand near each other; each is matched once, however many rules look near it.
package struct NearSpec: Sendable, Hashable {
  /// The patterns, by index, two or more.
  package var items: [Int]
  /// The most words between neighbours.
  package var within: Int
  /// True when the items must come in the order given.
  package var isOrdered: Bool
  /// True when a sentence end may lie between.
  package var crossesSentences: Bool

  /// Gathers patterns and their distances.
  package init(items: [Int], within: Int, isOrdered: Bool, crossesSentences: Bool) {
    self.items = items
    self.within = within
    self.isOrdered = isOrdered
    self.crossesSentences = crossesSentences
  }
}

/// A rule as the engine runs it.
package final class RuleSpec: Sendable {
  /// What output needs to know.
  package let card: RuleCard
  /// The alternatives, any of which is enough.
  package let alternatives: [AlternativeSpec]
  /// Conditions that must all hold.
  package let when: [ConditionSpec]
  /// Conditions of which none may hold.
  package let unless: [ConditionSpec]
  /// Conditions that lower the severity.
  package let weaker: [ConditionSpec]
  /// Conditions that raise the severity.
  package let stronger: [ConditionSpec]
  /// The kinds of detail that its advice can name, in the order in which they tell most.
  package let kinds: [KindSpec]
  /// Which of the account's own values are no find.
  package let spares: Set<OwnValueKind>

  /// Gathers the parts of a rule.
  package init(
    card: RuleCard, alternatives: [AlternativeSpec], when: [ConditionSpec],
    unless: [ConditionSpec], weaker: [ConditionSpec], stronger: [ConditionSpec],
    kinds: [KindSpec] = [], spares: Set<OwnValueKind> = []
  ) {
    self.card = card
    self.alternatives = alternatives
    self.when = when
    self.unless = unless
    self.weaker = weaker
    self.stronger = stronger
    self.kinds = kinds
    self.spares = spares
  }
}

/// A kind of detail with the name that advice gives it.
package struct KindSpec: Sendable {
  /// The name, such as `the street`.
  package let name: String
  /// What finds it.
  package let test: ProgramTest

  /// Pairs a kind with its name.
  package init(name: String, test: ProgramTest) {
    self.name = name
    self.test = test
  }
}

/// One way for a rule to be found.
package struct AlternativeSpec: Sendable {
  /// The pattern whose matches are the places, by index; `nil` when only facts and measures decide.
  package var trigger: Int?
  /// The least number of matches of the trigger in one part.
  package var atLeast: Int
  /// What else must hold.
  package var rest: [ProgramTest]
  /// The severity; `nil` for a rule that only asks.
  package var severity: Severity?
  /// How sure a match is, 1 to 100 per cent.
  package var confidence: Int

  /// Gathers the parts of an alternative.
  package init(
    trigger: Int?, atLeast: Int, rest: [ProgramTest], severity: Severity?, confidence: Int
  ) {
    self.trigger = trigger
    self.atLeast = atLeast
    self.rest = rest
    self.severity = severity
    self.confidence = confidence
  }
}

/// A condition as the engine tests it.
package struct ConditionSpec: Sendable {
  /// What is tested.
  package var test: ProgramTest
  /// Where it must hold in relation to the finding.
  package var reach: Reach
  /// On which side of the finding.
  package var side: Condition.Side
  /// The severity that follows, for `weaker` and `stronger`.
  package var to: Severity?
  /// What explanations call it.
  package var name: String

  /// Gathers the parts of a condition.
  package init(
    test: ProgramTest, reach: Reach, side: Condition.Side, to: Severity?, name: String
  ) {
    self.test = test
    self.reach = reach
    self.side = side
    self.to = to
    self.name = name
  }

  /// Where a condition must hold.
  package enum Reach: Sendable, Equatable {
    /// Anywhere in the draft.
    case draft
    /// The finding lies inside it.
    case span
    /// In the finding's sentence.
    case sentence
    /// At most so many words from the finding.
    case words(Int)
  }
}

/// A test of a draft as a whole, or of a place in it.
package indirect enum ProgramTest: Sendable {
  /// The pattern matches at least so often in one part.
  case pattern(Int, atLeast: Int)
  /// All of the tests hold.
  case all([ProgramTest])
  /// One of the tests holds.
  case any([ProgramTest])
  /// None of the tests holds.
  case none([ProgramTest])
  /// So many different ones of the tests hold.
  case someOf([ProgramTest], atLeast: Int)
  /// The fact holds.
  case fact(Fact)
  /// The measure is within its bounds.
  case measure(Matcher.MeasureTest)
}
