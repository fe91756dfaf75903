import PostText
import Rules

/// What the rules of one draft came to, sorted into what counts and what does not.
struct Gathered {
  private(set) var findings: [Finding] = []
  private(set) var trials: [Finding] = []
  private(set) var waived: [Assessment.Waived] = []
  private(set) var questions: [String] = []
  private(set) var observations: [Assessment.Observation] = []

  /// Adds a rule's strongest match.
  mutating func add(
    _ candidate: Candidate, of card: RuleCard, kinds: Finding.Kinds?, in view: borrowing PostView,
    _ draft: Draft
  ) {
    if card.status == .observed { return observe(candidate, of: card, in: view) }
    if card.status == .live, let question = card.words.question, !questions.contains(question) {
      questions.append(question)
    }
    guard let severity = candidate.severity else { return }
    let finding = Finding(
      rule: card, severity: severity, confidence: candidate.confidence,
      points: candidate.points, part: view.parts[candidate.part].name, span: candidate.span,
      reasons: candidate.reasons, kinds: kinds)
    if card.status == .trial {
      trials.append(finding)
    } else if let waiver = draft.waivers.first(where: { $0.rule == card.id }), severity != .stop {
      // An author cannot wave through a stop alone: that needs the owner whom the rule names.
      waived.append(Assessment.Waived(finding: finding, reason: waiver.reason))
    } else {
      findings.append(finding)
    }
  }

  /// Puts findings and trials in the order of results.
  mutating func sort() {
    findings.sort(by: Finding.isBefore)
    trials.sort(by: Finding.isBefore)
  }

  private mutating func observe(
    _ candidate: Candidate, of card: RuleCard, in view: borrowing PostView
  ) {
    observations.append(
      Assessment.Observation(
        rule: card, part: view.parts[candidate.part].name, span: candidate.span))
  }
}

extension Finding {
  /// The order of findings in results: worst first, then by place, then by rule.
  static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.part != right.part { return left.part.order < right.part.order }
    if left.span != right.span {
      return (left.span.lowerBound, left.span.upperBound)
        < (right.span.lowerBound, right.span.upperBound)
    }
    return left.rule.id < right.rule.id
  }
}

extension PartName {
  /// The part's place among the parts of a draft.
  fileprivate var order: Int {
    switch self {
    case .text: 0
    case .thread(let index): index
    case .spoiler: 500_000
    case .choice(let index): 500_001 + index
    case .alt(let index): 1_000_000 + index
    case .replyTo: 2_000_000
    case .quote: 2_000_001
    }
  }
}
