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

  private var isStopped = false

  /// Gathers what a policy has against an assessment.
  init(_ assessment: Assessment, policy: SendPolicy) {
    let verdict = policy.requirement(of: assessment.verdict)
    requirement = verdict
    isStopped = verdict > .nothing
    for finding in assessment.findings {
      let rule = finding.rule.id
      // What settings say of a rule holds even where the post as a whole would go.
      let asked =
        verdict > .nothing ? policy.requirement(of: rule, finding.severity) : policy.byRule[rule]
      if let asked { add(rule, asked) }
    }
    for waived in assessment.waived {
      // Setting a rule aside is giving a reason; what asks for more than that still asks for it.
      let finding = waived.finding
      let asked = policy.requirement(of: finding.rule.id, finding.severity)
      if asked > .reason { add(finding.rule.id, asked) }
    }
    if assessment.isIncomplete { addUnchecked() }
  }

  /// Nothing stands against the post.
  static var none: Objections { Objections() }

  /// Nothing is known of the post, since it could not be read.
  static var unread: Objections {
    var objections = Objections()
    objections.addUnchecked()
    return objections
  }

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
