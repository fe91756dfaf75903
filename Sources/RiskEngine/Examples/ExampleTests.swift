import PostText
package import Rules

/// Runs the examples of a pack's rules: what must be found is found where it is marked, in every
/// derived form, and what must pass passes.
package struct ExampleTests: ~Copyable {
  private let pack: RulePack
  private let program: RuleProgram
  private var checkers: [AccountKey: CheckerBox] = [:]
  private let rules: CompiledRules

  /// Makes the tests of a pack.
  ///
  /// - Parameter pack: A pack that was found free of faults.
  package init(_ pack: RulePack) {
    self.pack = pack
    program = RuleProgram(lowering: pack)
    rules = CompiledRules(program, mode: .machineCode)
  }

  /// Runs the examples of all rules, or of one.
  ///
  /// - Parameter id: The rule; all of them when `nil`.
  /// - Returns: What failed, in the order of the examples.
  package mutating func run(rule id: String? = nil) -> [RuleProblem] {
    var problems: [RuleProblem] = []
    for (number, rule) in pack.rules.enumerated() where id == nil || rule.id == id {
      for example in rule.flags { problems += flagProblems(example, of: rule, number) }
      for example in rule.passes {
        guard let finding = finding(of: rule, in: example, text: example.text) else { continue }
        problems.append(passFound(example, rule, finding))
      }
      problems += idleConditions(of: rule, number)
    }
    return problems.sorted { $0.place < $1.place }
  }

  // MARK: - Flags

  private mutating func flagProblems(
    _ example: Example, of rule: Rule, _ number: Int
  ) -> [RuleProblem] {
    guard let finding = finding(of: rule, in: example, text: example.text) else {
      return [
        RuleProblem(
          .flagNotFound, at: example.place, "Rule “\(rule.id)” does not find this example.",
          hint: "Widen what the rule looks for, or see with `check --explain` what keeps it quiet.")
      ]
    }
    if let problem = Self.misplaced(finding, example.text, example.marks, example, rule) {
      return [problem]
    }
    if let wanted = example.severity, let severity = finding.severity, wanted != severity {
      return [
        RuleProblem(
          .flagSeverity, at: example.place,
          "Rule “\(rule.id)” finds this as \(severity.rawValue), not as \(wanted.rawValue).")
      ]
    }
    return derivedProblems(example, of: rule, number, severity: finding.severity)
  }

  private mutating func derivedProblems(
    _ example: Example, of rule: Rule, _ number: Int, severity: Severity?
  ) -> [RuleProblem] {
    DerivedForm.allCases.compactMap { form in
      if form == .capitals, readsCase(number) { return nil }
      let (text, marks) = form.apply(to: example.text, marks: example.marks)
      let found = finding(of: rule, in: example, text: text)
      let isSame =
        found.map {
          $0.severity == severity && Self.misplaced($0, text, marks, example, rule) == nil
        } ?? false
      guard !isSame else { return nil }
      return RuleProblem(
        .derivedFormLost, at: example.place,
        "Rule “\(rule.id)” answers otherwise when this example is written \(form.rawValue).",
        hint: found == nil ? "It finds nothing then." : "It finds something else then.")
    }
  }

  /// Whether letter case is part of what a rule looks for, so that capitals are another post.
  private func readsCase(_ rule: Int) -> Bool {
    program.rules[rule].alternatives.contains { alternative in
      alternative.trigger.map { trigger in
        let spec = program.patterns[trigger]
        let patterns = if case .near(let near) = spec.body { near.items } else { [trigger] }
        return patterns.contains { program.patterns[$0].expression?.isCaseless == false }
      } ?? false
    }
  }

  private static func misplaced(
    _ finding: Found, _ text: String, _ marks: [Range<Int>], _ example: Example, _ rule: Rule
  ) -> RuleProblem? {
    guard finding.part == .text, !marks.isEmpty,
      !marks.contains(where: {
        $0.lowerBound <= finding.span.lowerBound && finding.span.upperBound <= $0.upperBound
      })
    else { return nil }
    let bytes = Array(text.utf8)[finding.span]
    return RuleProblem(
      .flagElsewhere, at: example.place,
      "Rule “\(rule.id)” finds “\(String(decoding: bytes, as: UTF8.self))”, outside the mark.",
      hint: "Mark all of what is found, or look for less.")
  }

  // MARK: - Passes and conditions

  private func passFound(_ example: Example, _ rule: Rule, _ finding: Found) -> RuleProblem {
    let text = finding.part == .text ? example.text : ""
    let bytes = Array(text.utf8)
    let words =
      finding.span.upperBound <= bytes.count
      ? String(decoding: bytes[finding.span], as: UTF8.self) : ""
    return RuleProblem(
      .passFound, at: example.place,
      "Rule “\(rule.id)” finds “\(words)” in this example, which must pass.",
      hint: "Look for less, or name in `unless` what makes it harmless.")
  }

  /// The `unless` conditions without which every example would pass or fail just the same.
  private mutating func idleConditions(of rule: Rule, _ number: Int) -> [RuleProblem] {
    rule.unless.indices.compactMap { index in
      let isNeeded = rule.passes.contains { example in
        finding(of: rule, in: example, text: example.text, ignoring: (number, index)) != nil
      }
      guard !isNeeded else { return nil }
      return RuleProblem(
        .idleUnless, at: rule.unless[index].matcher.place,
        "No example of rule “\(rule.id)” needs this `unless`.",
        hint: "Add a post to `passes` that would be found without it, or leave it out.")
    }
  }

  // MARK: - Checking

  /// What a rule found in an example.
  private struct Found {
    var severity: Severity?
    var part: PartName
    var span: Range<Int>
  }

  private mutating func finding(
    of rule: Rule, in example: Example, text: String, ignoring: (rule: Int, unless: Int)? = nil
  ) -> Found? {
    let key = AccountKey(example)
    let box = checkers[key] ?? CheckerBox(Checker(rules: rules, options: key.options))
    checkers[key] = box
    box.checker.ignored = ignoring
    let assessment = box.checker.check(Draft(example, text: text))
    let findings = assessment.findings + assessment.trials
    if let finding = findings.first(where: { $0.rule.id == rule.id }) {
      return Found(severity: finding.severity, part: finding.part, span: finding.span)
    }
    if let observed = assessment.observations.first(where: { $0.rule.id == rule.id }) {
      return Found(severity: nil, part: observed.part, span: observed.span)
    }
    guard rule.severity == nil, let question = rule.words.question,
      assessment.questions.contains(question)
    else { return nil }
    return Found(severity: nil, part: .quote, span: 0..<0)
  }

  /// The account that an example is written for; examples of one account share a checker.
  private struct AccountKey: Hashable {
    let kind: String?
    let nation: String?
    let isBilingual: Bool

    init(_ example: Example) {
      kind = example.facts["account.kind"]
      nation = example.facts["account.nation"]
      isBilingual = example.facts["account.bilingual"] == "true"
    }

    var options: CheckOptions {
      CheckOptions(
        profile: .init(kind: kind, nation: nation, isBilingual: isBilingual), observes: true)
    }
  }

  /// Holds a checker in a dictionary, which noncopyable values cannot enter.
  private final class CheckerBox {
    var checker: Checker

    init(_ checker: consuming Checker) {
      self.checker = checker
    }
  }
}

extension Draft {
  /// The draft that an example stands for, with its own text or a derived one.
  fileprivate init(_ example: Example, text: String) {
    self.init(text)
    thread = example.thread
    media = example.media.map { Media(alt: $0) }
    replyTo = example.replyTo.map { Context(text: $0) }
    quote = example.quote.map { Context(text: $0) }
    channel = example.facts["channel"]
    purpose = example.facts["purpose"].flatMap(Purpose.init)
    caseStage = example.facts["case_stage"].flatMap(CaseStage.init)
    day = example.facts["at"].flatMap { CalendarDay($0) }
    isLifeAtRisk = example.facts["urgency"] == "life-at-risk"
  }
}
