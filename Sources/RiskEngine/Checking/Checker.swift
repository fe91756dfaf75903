import PCRE2
package import PostText
import Rules

/// Checks one draft after another against compiled rules; each task has its own.
///
/// Given the same rules, options and drafts it gives the same assessments, in any order.
package struct Checker: ~Copyable {
  /// An `unless` condition that is passed over, so that a test can tell whether it is needed.
  var ignored: (rule: Int, unless: Int)?

  private let rules: CompiledRules
  private let options: CheckOptions
  private let score: Score
  private let isDisabled: [Bool]
  private let ownValues: OwnValueFinder?
  private let facts: DraftFacts
  /// The alternatives that every draft is asked for.
  private let untriggered: [Untriggered]
  private var view = PostView()
  private var evidence: Evidence
  private var best: [Candidate?]
  /// The rules that have been considered, so that none is read twice.
  private var specs: [RuleSpec?]
  /// The rules that have a candidate in ``best``.
  private var found: [Int] = []
  private var failures: [Failure] = []

  /// An alternative without a trigger, and the first thing that it asks for when that is a measure: few drafts have it, and
  /// nothing else is then looked at.
  private struct Untriggered {
    let use: ProgramIndex.Use
    let measure: Matcher.MeasureTest?

    init(_ use: ProgramIndex.Use, in program: RuleProgram) {
      self.use = use
      let rest = program.rules[Int(use.rule)].alternatives[Int(use.alternative)].rest
      if case .measure(let test) = rest.first { measure = test } else { measure = nil }
    }
  }

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - rules: The rules, which any number of checkers may share.
  ///   - options: What settings change.
  package init(rules: CompiledRules, options: CheckOptions = .init()) {
    self.rules = rules
    self.options = options
    let manifest = rules.program.manifest
    score = Score(scoring: manifest.scoring, categories: manifest.categories)
    isDisabled = rules.program.ruleIDs.map(options.disabledRules.contains)
    ownValues = OwnValueFinder(options.profile.own)
    facts = DraftFacts(profile: options.profile, calendars: rules.program.calendars)
    untriggered = rules.program.index.untriggered.map { Untriggered($0, in: rules.program) }
    evidence = Evidence(rules: rules)
    best = Array(repeating: nil, count: rules.program.ruleIDs.count)
    specs = Array(repeating: nil, count: rules.program.ruleIDs.count)
  }

  /// Checks a draft.
  ///
  /// - Returns: What it came to; places are in the author's own bytes.
  package mutating func check(_ draft: Draft) -> Assessment {
    view.read(draft)
    facts.read(draft)
    return assess(draft)
  }

  private mutating func assess(_ draft: Draft) -> Assessment {
    let kind = facts.kind(in: view)
    evidence.read(view, of: kind)
    let index = rules.program.index
    for number in evidence.triggered.indices {
      let hit = evidence.triggered[number]
      for use in index.uses(of: hit.pattern) where !use.drafts.isDisjoint(with: kind) {
        consider(use, hit.segment)
      }
    }
    for entry in untriggered where !entry.use.drafts.isDisjoint(with: kind) {
      if let measure = entry.measure, !Measuring.holds(measure, of: facts, in: view) { continue }
      consider(entry.use, nil)
    }
    return assessment(of: draft)
  }

  // MARK: - Finding

  private mutating func consider(_ use: ProgramIndex.Use, _ segment: Int?) {
    let number = Int(use.rule)
    guard !isDisabled[number], options.observes || !use.isObserved else { return }
    let spec = spec(number)
    guard mayHold(spec, Int(use.alternative)) else { return }
    let judge = Judge(
      rule: spec, score: score, facts: facts, ownValues: ownValues,
      ignoredUnless: ignored.flatMap { $0.rule == number ? $0.unless : nil })
    do throws(MatchFailure) {
      let candidate = try judge.strongest(
        Int(use.alternative), in: segment, of: view, with: &evidence)
      if let candidate, best[number].map({ candidate.isStronger(than: $0) }) ?? true {
        if best[number] == nil { found.append(number) }
        best[number] = candidate
      }
    } catch {
      fail(number, segment, error)
    }
  }

  private mutating func spec(_ number: Int) -> RuleSpec {
    if let known = specs[number] { return known }
    let read = rules.program.rules[number]
    specs[number] = read
    return read
  }

  /// Whether what an alternative asks for besides its trigger is possible; asking is cheap.
  private mutating func mayHold(_ rule: RuleSpec, _ alternative: Int) -> Bool {
    for test in rule.alternatives[alternative].rest where !mayHold(test) { return false }
    for condition in rule.when where !mayHold(condition.test) { return false }
    return true
  }

  private mutating func mayHold(_ test: ProgramTest) -> Bool {
    switch test {
    case .pattern(let pattern, _): return evidence.mayMatch(pattern, in: view)
    case .all(let tests):
      for test in tests where !mayHold(test) { return false }
      return true
    case .any(let tests):
      for test in tests where mayHold(test) { return true }
      return false
    case .someOf(let tests, let least):
      var count = 0
      for test in tests where mayHold(test) { count += 1 }
      return count >= least
    case .fact(let fact): return facts.holds(fact, in: view)
    case .measure(let test): return Measuring.holds(test, of: facts, in: view)
    case .none: return true
    }
  }

  // MARK: - Failing

  /// A rule that could not finish in a part, by numbers.
  private struct Failure {
    let rule: Int
    let part: Int
    var reason: String
  }

  private mutating func fail(_ rule: Int, _ segment: Int?, _ failure: MatchFailure) {
    let part = segment.map { view.segments[$0].part } ?? 0
    // One pattern may fail in several readings of a part, which is one thing to say.
    let reason = "\(failure)"
    if let known = failures.firstIndex(where: { $0.rule == rule && $0.part == part }) {
      let isFirst = reason.utf8.lexicographicallyPrecedes(failures[known].reason.utf8)
      if isFirst { failures[known].reason = reason }
    } else {
      failures.append(Failure(rule: rule, part: part, reason: reason))
    }
  }

  /// What could not finish, in an order that does not depend on which was tried first.
  private func unfinished() -> [Assessment.NotChecked] {
    failures.sorted { ($0.part, $0.rule) < ($1.part, $1.rule) }.map { failure in
      let id = rules.program.ruleIDs[failure.rule]
      return Assessment.NotChecked(
        part: view.parts[failure.part].name.description, rule: id,
        reason: "rule “\(id)” could not finish: \(failure.reason)", isFailure: true)
    }
  }

  // MARK: - Summing up

  private mutating func kinds(of spec: RuleSpec, number: Int) -> Finding.Kinds? {
    do throws(MatchFailure) {
      return try Finding.Kinds(of: spec, facts: facts, in: view, with: &evidence)
    } catch {
      fail(number, nil, error)
      return nil
    }
  }

  private mutating func assessment(of draft: Draft) -> Assessment {
    var gathered = Gathered()
    // In the order of the rules, so that questions come in the same order every time.
    for rule in found.sorted() {
      guard let candidate = best[rule] else { continue }
      best[rule] = nil
      let spec = spec(rule)
      let kinds = kinds(of: spec, number: rule)
      gathered.add(candidate, of: spec.card, kinds: kinds, in: view, draft)
    }
    found.removeAll(keepingCapacity: true)
    gathered.sort()
    let result = score.assess(
      gathered.findings, categoryNumbers: rules.categories, isLifeAtRisk: draft.isLifeAtRisk)
    let assessment = Assessment(
      verdict: result.verdict, score: result.score, findings: gathered.findings,
      trials: gathered.trials, waived: gathered.waived,
      questions: gathered.questions, observations: gathered.observations,
      notChecked: unfinished() + Unread.parts(of: draft, in: view),
      explanation: result.explanation)
    failures.removeAll(keepingCapacity: true)
    return assessment
  }
}
