import PCRE2
import PostText
import Rules

/// Judges the matches of one rule: whether its conditions hold, and how much each match weighs.
struct Judge {
  /// The rule.
  let rule: RuleSpec
  /// The weights.
  let score: Score
  /// The facts of the draft.
  let facts: DraftFacts
  /// Finds what the account owns; `nil` when its settings name nothing.
  let ownValues: OwnValueFinder?
  /// The `unless` condition that is passed over, by number; `nil` outside tests of examples.
  let ignoredUnless: Int?

  /// The strongest match of an alternative, in one segment or, without one, in the draft as a whole.
  func strongest(
    _ index: Int, in segment: Int?, of view: borrowing PostView, with evidence: inout Evidence
  ) throws(MatchFailure) -> Candidate? {
    let alternative = rule.alternatives[index]
    guard let segment, let trigger = alternative.trigger else {
      return try whole(alternative, of: view, with: &evidence)
    }
    var settled = SettledConditions()
    // What can be asked of the draft as a whole often spares an expression, which costs more.
    let asksFirst = evidence.isExpression(trigger)
    if asksFirst, !(try allowed(alternative, of: view, with: &evidence, &settled)) { return nil }
    let matches = try evidence.matches(of: trigger, inSegment: segment, of: view).ranges
    guard matches.count >= alternative.atLeast else { return nil }
    if !asksFirst, !(try allowed(alternative, of: view, with: &evidence, &settled)) { return nil }
    var best: Candidate?
    for match in matches {
      let place = PlaceTest.Place(segment: segment, range: match)
      guard
        let candidate = try candidate(
          alternative, at: place, of: view, with: &evidence, &settled)
      else { continue }
      if best.map({ candidate.isStronger(than: $0) }) ?? true { best = candidate }
    }
    return best
  }

  /// Whether what an alternative and the rule ask of the draft as a whole holds.
  private func allowed(
    _ alternative: AlternativeSpec, of view: borrowing PostView, with evidence: inout Evidence,
    _ settled: inout SettledConditions
  ) throws(MatchFailure) -> Bool {
    let test = PlaceTest(facts: facts, place: nil)
    for rest in alternative.rest where !(try test.holds(rest, of: view, with: &evidence)) {
      return false
    }
    for (index, condition) in rule.when.enumerated() where condition.reach == .draft {
      guard try settled.holds(condition, .when, index, test, of: view, with: &evidence) else {
        return false
      }
    }
    return true
  }

  /// A finding about the draft as a whole, placed where its measure says.
  private func whole(
    _ alternative: AlternativeSpec, of view: borrowing PostView, with evidence: inout Evidence
  ) throws(MatchFailure) -> Candidate? {
    let test = PlaceTest(facts: facts, place: nil)
    for rest in alternative.rest where !(try test.holds(rest, of: view, with: &evidence)) {
      return nil
    }
    var settled = SettledConditions()
    guard
      var candidate = try candidate(alternative, at: nil, of: view, with: &evidence, &settled),
      !view.parts.isEmpty
    else { return nil }
    let place = MeasurePlace.place(of: alternative.rest, in: view)
    candidate.part = place.part
    candidate.span = place.span
    return candidate
  }

  private func candidate(
    _ alternative: AlternativeSpec, at place: PlaceTest.Place?, of view: borrowing PostView,
    with evidence: inout Evidence, _ settled: inout SettledConditions
  ) throws(MatchFailure) -> Candidate? {
    let segment = place.map { view.segments[$0.segment] }
    let span =
      segment.flatMap { segment in
        place.map { view.source(of: $0.range.shifted(by: segment.range.lowerBound), in: segment) }
      } ?? 0..<0
    if let ownValues, let segment, !rule.spares.isEmpty,
      try ownValues.meet(
        span, of: rule.spares, in: view.source(of: view.parts[segment.part]))
    {
      return nil
    }
    let test = PlaceTest(facts: facts, place: place)
    for (index, condition) in rule.when.enumerated() {
      guard try settled.holds(condition, .when, index, test, of: view, with: &evidence) else {
        return nil
      }
    }
    for (index, condition) in rule.unless.enumerated() where index != ignoredUnless {
      if try settled.holds(condition, .unless, index, test, of: view, with: &evidence) {
        return nil
      }
    }
    var severity = alternative.severity
    var reasons: [String] = []
    if let base = severity {
      severity = try weighed(base, test, of: view, with: &evidence, &settled, reasons: &reasons)
    }
    return Candidate(
      severity: severity, confidence: alternative.confidence,
      points: severity.map { score.points(of: $0, confidence: alternative.confidence) } ?? 0,
      part: segment?.part ?? 0, span: span, reasons: reasons)
  }

  /// Weaker conditions each lower the severity, then stronger ones raise it.
  ///
  /// Mitigation never cancels a stop: what was one stays serious at least.
  private func weighed(
    _ base: Severity, _ test: PlaceTest, of view: borrowing PostView,
    with evidence: inout Evidence, _ settled: inout SettledConditions, reasons: inout [String]
  ) throws(MatchFailure) -> Severity {
    var severity = base
    for (index, condition) in rule.weaker.enumerated()
    where try settled.holds(condition, .weaker, index, test, of: view, with: &evidence) {
      let wanted = min(severity, condition.to ?? severity.lowered)
      let lower = base == .stop ? max(wanted, .serious) : wanted
      if lower != severity { reasons.append("\(condition.name): down to \(lower.rawValue)") }
      severity = lower
    }
    for (index, condition) in rule.stronger.enumerated()
    where try settled.holds(condition, .stronger, index, test, of: view, with: &evidence) {
      let higher = max(severity, condition.to ?? severity.raised)
      if higher != severity { reasons.append("\(condition.name): up to \(higher.rawValue)") }
      severity = higher
    }
    return severity
  }
}

extension Range<Int> {
  /// The range with both ends moved on.
  func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
