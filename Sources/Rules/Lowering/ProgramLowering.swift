extension RuleProgram {
  /// Brings a pack down to the patterns and conditions that the engine runs.
  ///
  /// - Parameter pack: A pack that was found free of faults.
  package init(lowering pack: RulePack) {
    var lowering = ProgramLowering(pack)
    let rules = pack.rules.map { lowering.rule($0) }
    let requirements = lowering.patterns.map(\.requirement)
    let order = PatternOrder(lowering.patterns, requirements: requirements)
    self.init(
      manifest: pack.manifest, patterns: order.sorted(lowering.patterns).map(order.renumbered),
      requirements: order.sorted(requirements), rules: rules.map(order.renumbered),
      calendars: pack.calendars)
  }
}

/// Lowers matchers and conditions, keeping every pattern once.
private struct ProgramLowering {
  private(set) var patterns: [PatternSpec] = []
  private var indices: [PatternKey: Int] = [:]
  private var written: [String: [ListPatterns.TermSource]] = [:]
  private let lists: ListPatterns
  private var scopes: [String: Scope] = [:]

  init(_ pack: RulePack) {
    lists = ListPatterns(pack.lists)
    for scope in pack.scopes { scopes[scope.id] = scope }
  }

  mutating func rule(_ rule: Rule) -> RuleSpec {
    RuleSpec(
      card: RuleCard(
        id: rule.id, title: rule.title, category: rule.category, severity: rule.severity,
        confidence: rule.confidence, status: rule.status, isSensitive: rule.isSensitive,
        words: rule.words),
      alternatives: rule.match.flatMap { alternatives($0, of: rule) },
      when: rule.when.map { condition($0) }, unless: rule.unless.map { condition($0) },
      weaker: rule.weaker.map { condition($0) }, stronger: rule.stronger.map { condition($0) },
      kinds: kinds(of: rule), spares: rule.spares)
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
    case .someOf(let kinds):
      return placesOfSome(kinds, atLeast: matcher.atLeast, in: readings)
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

  /// The places of every kind, since whichever is there may be the one that is shown; and, when kinds without a
  /// place are enough, none at all.
  private mutating func placesOfSome(
    _ kinds: [Matcher.Kind], atLeast least: Int, in readings: [Matcher.Reading]?
  ) -> [Place] {
    let tests = kinds.map { test($0.matcher, in: readings) }
    var places: [Place] = []
    var (placed, placeless): ([ProgramTest], [ProgramTest]) = ([], [])
    for (kind, test) in zip(kinds, tests) {
      let found = self.places(of: kind.matcher, in: readings)
      places += found.filter { $0.trigger != nil }
      if found.contains(where: { $0.trigger == nil }) {
        placeless.append(test)
      } else {
        placed.append(test)
      }
    }
    let enough = ProgramTest.someOf(tests, atLeast: least)
    places = places.map { $0.with([enough]) }
    guard placeless.count >= least else { return places }
    let rest: [ProgramTest] = [.someOf(placeless, atLeast: least), .none(placed)]
    return places + [Place(trigger: nil, atLeast: 1, rest: rest)]
  }

  // MARK: - Tests and conditions

  private mutating func test(
    _ matcher: Matcher, in inherited: [Matcher.Reading]?
  ) -> ProgramTest {
    let readings = matcher.readings ?? inherited
    switch matcher.test {
    case .words, .pattern, .near:
      return .pattern(pattern(matcher, in: readings), atLeast: matcher.atLeast)
    case .all(let matchers):
      return .all(matchers.map { test($0, in: readings) })
    case .any(let matchers):
      return .any(matchers.map { test($0, in: readings) })
    case .none(let matchers):
      return .none(matchers.map { test($0, in: readings) })
    case .someOf(let kinds):
      return .someOf(
        kinds.map { test($0.matcher, in: readings) }, atLeast: matcher.atLeast)
    case .scope(let name):
      return .any((scopes[name]?.match ?? []).map { test($0, in: readings) })
    case .facts(let facts):
      return facts.count == 1 ? .fact(facts[0]) : .all(facts.map { .fact($0) })
    case .measure(let measure):
      return .measure(measure)
    }
  }

  /// The kinds that the advice of a rule can name; those of one name are one.
  private mutating func kinds(of rule: Rule) -> [KindSpec] {
    var names: [String] = []
    var tests: [String: [ProgramTest]] = [:]
    for named in NamedKinds(scopes).kinds(of: rule) {
      guard let name = named.name else { continue }
      if tests[name] == nil { names.append(name) }
      tests[name, default: []].append(test(named.kind.matcher, in: named.readings))
    }
    return names.map { name in
      let tests = tests[name] ?? []
      return KindSpec(name: name, test: tests.count == 1 ? tests[0] : .any(tests))
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
    case .all, .any, .none, .someOf: "a combination"
    }
  }

  // MARK: - Patterns

  /// What makes two patterns one: all but where they are looked for, which adds up, and what they begin.
  private struct PatternKey: Hashable {
    var source = ""
    var isCaseless = true
    var validators: [String] = []
    var choices: [Int] = []
    var nearness: NearSpec?
    /// `nil` for the terms of lists, which each list looks for in its own readings.
    var readings: ReadingSet?
  }

  /// The number of the pattern of a matcher that looks at text.
  private mutating func pattern(
    _ matcher: Matcher, in inherited: [Matcher.Reading]?, letterCase: Matcher.LetterCase? = nil
  ) -> Int {
    let own = matcher.readings ?? inherited
    let readings = ReadingSet(own)
    switch matcher.test {
    case .words(var terms):
      terms.letterCase = terms.letterCase ?? letterCase
      return words(terms, in: readings)
    case .near(let nearness):
      let items = nearness.items.map { item(of: nearness, $0, in: own) }
      let near = NearSpec(
        items: items, within: nearness.within, isOrdered: nearness.isOrdered,
        crossesSentences: nearness.crossesSentences)
      return add(.near(near), PatternKey(nearness: near, readings: readings), readings)
    case .pattern(let test):
      let expansion = PatternExpansion(test.source.value, lists: lists, letterCase: test.letterCase)
      return add(
        expansion.source, isCaseless: test.letterCase == .ignore, validators: test.validators,
        PatternKey(readings: readings), readings)
    case .all, .any, .none, .someOf, .scope, .facts, .measure:
      preconditionFailure("this matcher looks at no text of its own")
    }
  }

  /// The number of the pattern of an item of a nearness; a scope stands for any of its patterns.
  private mutating func item(
    of nearness: Matcher.Nearness, _ item: Matcher, in readings: [Matcher.Reading]?
  ) -> Int {
    guard case .scope(let name) = item.test else {
      return pattern(item, in: readings, letterCase: nearness.letterCase)
    }
    let choices = (scopes[name]?.match ?? []).map { pattern($0, in: readings) }
    if choices.count == 1 { return choices[0] }
    let all = ReadingSet(readings)
    return add(.anyOf(choices), PatternKey(choices: choices, readings: all), all)
  }

  /// The number of the pattern that finds any of some terms; each term is looked for once, however
  /// many lists and rules name it.
  private mutating func words(_ terms: Matcher.Terms, in readings: ReadingSet) -> Int {
    let items = sources(of: terms).map { term in
      add(term.source, isCaseless: term.isCaseless, PatternKey(), readings)
    }
    return add(.anyOf(items), PatternKey(choices: items, readings: readings), readings)
  }

  /// The patterns of some terms; a list that many rules name is written out once.
  private mutating func sources(of terms: Matcher.Terms) -> [ListPatterns.TermSource] {
    guard terms.terms.isEmpty else { return lists.terms(of: terms) }
    let names = terms.lists.map(\.value).joined(separator: " ")
    let key = "\(names) \(terms.isMasked) \(terms.letterCase?.rawValue ?? "")"
    if let known = written[key] { return known }
    let sources = lists.terms(of: terms)
    written[key] = sources
    return sources
  }

  private mutating func add(
    _ source: String, isCaseless: Bool, validators: [Matcher.ValidatorUse] = [],
    _ key: PatternKey, _ readings: ReadingSet
  ) -> Int {
    var key = key
    key.source = source
    key.isCaseless = isCaseless
    key.validators = validators.map { "\($0.validator.rawValue) \($0.group ?? "")" }
    if let index = indices[key] { return widen(index, to: readings) }
    return add(
      .expression(ExpressionSpec(source, isCaseless: isCaseless, validators: validators)), key,
      readings)
  }

  /// The number of a pattern, which is kept once.
  private mutating func add(
    _ body: PatternSpec.Body, _ key: PatternKey, _ readings: ReadingSet
  ) -> Int {
    if let index = indices[key] { return widen(index, to: readings) }
    patterns.append(PatternSpec(body, readings: readings))
    indices[key] = patterns.count - 1
    return patterns.count - 1
  }

  private mutating func widen(_ index: Int, to readings: ReadingSet) -> Int {
    patterns[index].readings.formUnion(readings)
    return index
  }
}
