import PCRE2

extension RuleProgram {
  /// Brings a pack down to the patterns and conditions that the engine runs.
  ///
  /// - Parameter pack: A pack that was found free of faults.
  package init(lowering pack: RulePack) {
    var lowering = ProgramLowering(pack)
    let rules = pack.rules.map { lowering.rule($0) }
    lowering.dropIdleRequirements()
    self.init(
      manifest: pack.manifest, patterns: lowering.patterns, rules: rules,
      calendars: pack.calendars)
  }
}

/// Lowers matchers and conditions, keeping every pattern once.
private struct ProgramLowering {
  private(set) var patterns: [PatternSpec] = []
  private var indices: [PatternKey: Int] = [:]
  private let writer: MatcherPatterns
  private var scopes: [String: Scope] = [:]

  init(_ pack: RulePack) {
    writer = MatcherPatterns(lists: ListPatterns(pack.lists))
    for scope in pack.scopes { scopes[scope.id] = scope }
  }

  mutating func rule(_ rule: Rule) -> RuleSpec {
    RuleSpec(
      card: RuleCard(
        id: rule.id, title: rule.title, category: rule.category, severity: rule.severity,
        confidence: rule.confidence, isTrial: rule.isTrial, isSensitive: rule.isSensitive,
        words: rule.words),
      alternatives: rule.match.flatMap { alternatives($0, of: rule) },
      when: rule.when.map { condition($0) }, unless: rule.unless.map { condition($0) },
      weaker: rule.weaker.map { condition($0) }, stronger: rule.stronger.map { condition($0) })
  }

  /// Forgets what patterns require that texts are not searched for, since only conditions ask for them.
  mutating func dropIdleRequirements() {
    var isSought = patterns.map { $0.isTrigger && $0.nearness == nil }
    for pattern in patterns where pattern.isTrigger {
      for item in pattern.nearness?.items ?? [] { isSought[item] = true }
    }
    for index in patterns.indices where !isSought[index] {
      patterns[index].requirement = .always
    }
  }

  // MARK: - Alternatives

  /// A pattern whose matches are places, and what else must hold there; without one, only what must hold.
  private struct Place {
    var trigger: Int?
    var atLeast: Int
    var rest: [ProgramTest]

    /// The same place with more that must hold.
    func with(_ tests: [ProgramTest]) -> Place {
      Place(trigger: trigger, atLeast: atLeast, rest: rest + tests)
    }
  }

  private mutating func alternatives(
    _ alternative: Rule.Alternative, of rule: Rule
  ) -> [AlternativeSpec] {
    let severity = alternative.severity ?? rule.severity
    let confidence = alternative.confidence ?? rule.confidence
    let places = places(of: alternative.matcher, in: nil)
    guard places.contains(where: { $0.trigger != nil }) else {
      return [
        AlternativeSpec(
          trigger: nil, atLeast: 1, rest: [test(alternative.matcher, in: nil)],
          severity: severity, confidence: confidence)
      ]
    }
    return places.map { place in
      if let trigger = place.trigger { patterns[trigger].isTrigger = true }
      return AlternativeSpec(
        trigger: place.trigger, atLeast: place.atLeast, rest: place.rest, severity: severity,
        confidence: confidence)
    }
  }

  private mutating func places(of matcher: Matcher, in inherited: [Matcher.Reading]?) -> [Place] {
    let readings = matcher.readings ?? inherited
    switch matcher.test {
    case .words(let terms) where matcher.atLeast == 1:
      return wordPatterns(terms, in: readings).map { Place(trigger: $0, atLeast: 1, rest: []) }
    case .words, .pattern, .near:
      return [
        Place(trigger: pattern(matcher, in: readings), atLeast: matcher.atLeast, rest: [])
      ]
    case .any(let matchers):
      return matchers.flatMap { places(of: $0, in: readings) }
    case .scope(let name):
      return (scopes[name]?.match ?? []).flatMap { places(of: $0, in: readings) }
    case .all(let matchers):
      return placesOfAll(matchers, in: readings)
    case .none, .facts, .measure:
      return [Place(trigger: nil, atLeast: 1, rest: [test(matcher, in: readings)])]
    }
  }

  /// The places of the first matcher that has any, the others as what must hold besides.
  private mutating func placesOfAll(
    _ matchers: [Matcher], in readings: [Matcher.Reading]?
  ) -> [Place] {
    for (index, matcher) in matchers.enumerated() {
      let found = places(of: matcher, in: readings)
      guard found.contains(where: { $0.trigger != nil }) else { continue }
      var others = matchers
      others.remove(at: index)
      let rest = others.map { test($0, in: readings) }
      return found.flatMap { place in
        // A choice may be met by a fact alone; then the place is that of the next matcher.
        place.trigger == nil
          ? placesOfAll(others, in: readings).map { $0.with(place.rest) } : [place.with(rest)]
      }
    }
    return [Place(trigger: nil, atLeast: 1, rest: matchers.map { test($0, in: readings) })]
  }

  // MARK: - Tests and conditions

  private mutating func test(
    _ matcher: Matcher, in inherited: [Matcher.Reading]?
  ) -> ProgramTest {
    let readings = matcher.readings ?? inherited
    switch matcher.test {
    case .words(let terms) where matcher.atLeast == 1:
      return .any(wordPatterns(terms, in: readings).map { .pattern($0, atLeast: 1) })
    case .words, .pattern, .near:
      return .pattern(pattern(matcher, in: readings), atLeast: matcher.atLeast)
    case .all(let matchers):
      return .all(matchers.map { test($0, in: readings) })
    case .any(let matchers):
      return .any(matchers.map { test($0, in: readings) })
    case .none(let matchers):
      return .none(matchers.map { test($0, in: readings) })
    case .scope(let name):
      return .any((scopes[name]?.match ?? []).map { test($0, in: readings) })
    case .facts(let facts):
      return facts.count == 1 ? .fact(facts[0]) : .all(facts.map { .fact($0) })
    case .measure(let measure):
      return .measure(measure)
    }
  }

  private mutating func condition(_ condition: Condition) -> ConditionSpec {
    ConditionSpec(
      test: test(condition.matcher, in: nil), reach: reach(of: condition), side: condition.side,
      to: condition.to, name: Self.name(of: condition.matcher))
  }

  private func reach(of condition: Condition) -> ConditionSpec.Reach {
    switch condition.distance {
    case .words(let count): return .words(count)
    case .sentence: return .sentence
    case nil: break
    }
    guard case .scope(let name) = condition.matcher.test else { return .draft }
    switch scopes[name]?.covers {
    case .span: return .span
    case .sentence: return .sentence
    case .post, nil: return .draft
    }
  }

  private static func name(of matcher: Matcher) -> String {
    switch matcher.test {
    case .scope(let name): name
    case .words(let terms):
      terms.lists.first.map { "list “\($0.value)”" }
        ?? "words “\(terms.terms.first?.value ?? "")” …"
    case .pattern: "a pattern"
    case .near: "words near each other"
    case .facts: "facts of the draft"
    case .measure(let test): "measure “\(test.measure.rawValue)”"
    case .all, .any, .none: "a combination"
    }
  }

  // MARK: - Patterns

  private struct PatternKey: Hashable {
    let source: String
    let isCaseless: Bool
    let readings: [Matcher.Reading]
    let validators: [String]
    let nearness: NearSpec?
  }

  /// The patterns of words as written and, apart from them, those of their starred forms.
  private mutating func wordPatterns(
    _ terms: Matcher.Terms, in readings: [Matcher.Reading]?
  ) -> [Int] {
    ListPatterns.Form.allCases.flatMap { writer.lists.patterns(for: terms, form: $0) }.map {
      pattern($0, isCaseless: true, validators: [], in: Self.ordered(readings))
    }
  }

  private static func ordered(_ readings: [Matcher.Reading]?) -> [Matcher.Reading] {
    let wanted = Set(readings ?? [.text])
    return Matcher.Reading.allCases.filter(wanted.contains)
  }

  private mutating func pattern(
    _ matcher: Matcher, in readings: [Matcher.Reading]?, letterCase: Matcher.LetterCase? = nil
  ) -> Int {
    let ordered = Self.ordered(readings)
    if case .near(let nearness) = matcher.test {
      let items = nearness.items.map {
        pattern($0, in: readings, letterCase: nearness.letterCase)
      }
      return add(
        PatternSpec(
          source: "", isCaseless: true, readings: ordered, validators: [], isTrigger: false,
          requirement: Requirement(),
          nearness: NearSpec(
            items: items, within: nearness.within, isOrdered: nearness.isOrdered,
            crossesSentences: nearness.crossesSentences)))
    }
    let (source, isCaseless, validators) =
      writer.pattern(of: matcher, letterCase: letterCase) ?? ("", true, [])
    return pattern(source, isCaseless: isCaseless, validators: validators, in: ordered)
  }

  private mutating func pattern(
    _ source: String, isCaseless: Bool, validators: [Matcher.ValidatorUse],
    in readings: [Matcher.Reading]
  ) -> Int {
    add(
      PatternSpec(
        source: source, isCaseless: isCaseless, readings: readings, validators: validators,
        isTrigger: false, requirement: Requirement(of: source, caseless: isCaseless)))
  }

  /// The number of a pattern, which is kept once.
  private mutating func add(_ spec: PatternSpec) -> Int {
    let key = PatternKey(
      source: spec.source, isCaseless: spec.isCaseless, readings: spec.readings,
      validators: spec.validators.map { "\($0.validator.rawValue) \($0.group ?? "")" },
      nearness: spec.nearness)
    if let index = indices[key] { return index }
    patterns.append(spec)
    indices[key] = patterns.count - 1
    return patterns.count - 1
  }
}
