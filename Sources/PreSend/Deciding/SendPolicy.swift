package import DecisionLog
package import RiskEngine
import Rules

/// What a force asks for before a post goes out in spite of findings.
package struct SendPolicy: Sendable, Equatable {
  /// The verdict from which on a post does not simply go.
  package var stopsFrom = Verdict.review
  /// What findings ask for in a post that does not simply go, by the rank of their severity.
  package var bySeverity: [Requirement] = [.nothing, .acknowledge, .reason, .secondPerson]
  /// What findings of a rule ask for, whatever their severity and the verdict.
  package var byRule: [String: Requirement] = [:]
  /// The people who may look a second time; everybody but the author when empty.
  package var approvers: [String] = []
  /// What becomes of a post that could not be checked: ``PreSendDecision/block`` or ``PreSendDecision/warn``.
  package var onError = PreSendDecision.block

  /// The shortest reason that says something, in scalars.
  package static let shortestReason = 10

  /// The policy that is in force when settings say nothing.
  package init() {}

  /// What a finding asks for in a post that does not simply go.
  func requirement(of rule: String, _ severity: Severity) -> Requirement {
    byRule[rule] ?? bySeverity[severity.rank]
  }

  /// The rules of a decision whose findings ask for as much; what other hooks have against a post is no rule's.
  package func rules(in decision: Decision, asking requirement: Requirement) -> [String] {
    decision.findings.filter {
      $0.category != "hook" && self.requirement(of: $0.rule, $0.severity) == requirement
    }.map(\.rule)
  }

  /// What a verdict asks for by itself: a post that is held is cleared by a second person.
  func requirement(of verdict: Verdict) -> Requirement {
    if verdict < stopsFrom { return .nothing }
    return verdict == .hold ? max(.acknowledge, bySeverity[Severity.stop.rank]) : .acknowledge
  }
}
