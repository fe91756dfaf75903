import RiskEngine
import Rules

/// What stands against sending a post as it is.
struct Objections: Sendable {
  /// The rules whose findings ask for more than reading, in the order of the findings, each once.
  private(set) var rules: [String] = []
  /// What all of it together asks for.
  private(set) var requirement = Requirement.nothing
  /// True when the post, or a part of it, could not be checked.
  private(set) var isUnchecked = false
  /// True when nothing else stands against the post than that it could not be checked.
  var isOnlyUnchecked: Bool { isUnchecked && !isStopped && rules.isEmpty }

  /// The rules that the author set aside with a reason that does, with the reasons.
  private(set) var settled: [String: String] = [:]

  private var isStopped = false

  /// Gathers what a policy has against a post: as it was assessed, and as it would have been had its author set no rule
  /// aside.
  ///
  /// Setting a rule aside is giving a reason for it, and counts as far as a reason does: it must say something, it settles
  /// nothing that asks for a second person, and a post that would be held is cleared by a second person all the same.
  init(_ assessment: Assessment, withoutWaivers full: Assessment, policy: SendPolicy) {
    let given = Dictionary(
      assessment.waived.map { ($0.finding.rule.id, $0.reason) },
      uniquingKeysWith: { first, _ in first })
    let verdict = policy.requirement(of: full.verdict)
    for finding in full.findings {
      let rule = finding.rule.id
      // What settings say of a rule holds even where the post as a whole would go.
      guard
        let asked = verdict > .nothing
          ? policy.requirement(of: rule, finding.severity) : policy.byRule[rule]
      else { continue }
      if let reason = given[rule], asked <= .reason, Override(reason: reason).hasReason {
        if asked > .nothing { settled[rule] = reason }
      } else {
        add(rule, asked)
      }
    }
    let rest = policy.requirement(of: assessment.verdict)
    let asked = verdict > .acknowledge ? verdict : rules.isEmpty ? rest : max(rest, .acknowledge)
    isStopped = asked > .nothing
    requirement = max(requirement, asked)
    if assessment.isIncomplete { addUnchecked() }
  }

  /// Nothing stands against the post.
  static var none: Objections { Objections() }

  private init() {}

  /// Adds a rule whose findings ask for something.
  mutating func add(_ rule: String, _ asked: Requirement) {
    guard asked > .nothing else { return }
    if !rules.contains(rule) { rules.append(rule) }
    requirement = max(requirement, asked)
  }

  /// A part that nobody read needs somebody who says that it was read.
  private mutating func addUnchecked() {
    isUnchecked = true
    requirement = max(requirement, .reason)
  }

  /// What another hook has against the post; it is asked for a reason like a finding that is serious.
  mutating func add(hook name: String, _ decision: PreSendDecision, isUnchecked: Bool) {
    if isUnchecked { return addUnchecked() }
    switch decision {
    case .allow, .warn: break
    case .hold: add("hook:" + name, .secondPerson)
    case .block: add("hook:" + name, .reason)
    }
  }
}
