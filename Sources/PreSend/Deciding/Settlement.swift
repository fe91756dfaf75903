import DecisionLog
import RiskEngine

/// How objections against a post are settled: by nothing, by its author, by a second person, or not at all.
struct Settlement: Sendable {
  /// What is to be done with the post.
  var decision: PreSendDecision
  /// What the log says of it.
  var outcome: Decision.Outcome
  /// Why the author sends it all the same.
  var reason: String?
  /// The second person.
  var approver: String?
  /// The entry of the approval that was used.
  var approval: EntryID?
  /// What was given and does not do, in sentences.
  var missing: [String] = []

  /// True when the post goes although something stands against it.
  var isOverride: Bool { outcome == .overridden || outcome == .approved }
}

/// Settles objections by a policy.
struct Settling {
  /// What a force asks for.
  let policy: SendPolicy
  /// What stands against the post.
  let objections: Objections
  /// True when nothing at all was found.
  let isClear: Bool
  /// Those who send: the author as the tool names them, and the user of the machine.
  let senders: [String]
  /// Whether a name is that of a user of the machine.
  let isUser: @Sendable (String) -> Bool

  /// Settles what stands against a post, with what its author gives and what others approved of.
  func settlement(
    isLifeAtRisk: Bool, override: Override?, approvals: [(id: EntryID, approval: Approval)]
  ) -> Settlement {
    if isLifeAtRisk {
      return Settlement(
        decision: isClear ? .allow : .warn, outcome: .lifeAtRisk, reason: override?.reason)
    }
    if objections.requirement == .nothing, !objections.settled.isEmpty {
      let reasons = objections.settled.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return Settlement(
        decision: .warn, outcome: .overridden, reason: reasons.joined(separator: "; "))
    }
    if objections.requirement == .nothing {
      return Settlement(
        decision: isClear ? .allow : .warn, outcome: isClear ? .allowed : .warned)
    }
    var missing: [String] = []
    if let override {
      if let settled = settled(by: override, missing: &missing) { return settled }
    }
    if let settled = settled(by: approvals) { return settled }
    return unsettled(missing)
  }

  private func unsettled(_ missing: [String]) -> Settlement {
    if objections.isOnlyUnchecked {
      return Settlement(decision: policy.onError, outcome: .unchecked, missing: missing)
    }
    let isHeld = objections.requirement == .secondPerson
    return Settlement(
      decision: isHeld ? .hold : .block, outcome: isHeld ? .held : .blocked, missing: missing)
  }

  // MARK: - By its author, and a second person whom they name

  private func settled(by override: Override, missing: inout [String]) -> Settlement? {
    let needed = objections.requirement
    if needed == .never {
      missing.append(
        "What was found here is never sent as it is, whoever agrees; please change it.")
    }
    if needed > .acknowledge, needed < .never, !override.hasReason {
      missing.append("Say why in at least \(SendPolicy.shortestReason) letters: --reason \"…\".")
    }
    if needed == .secondPerson {
      if let approver = override.approver {
        missing += objection(to: approver).map { [$0] } ?? []
      } else {
        missing.append("A second person has to agree: --approver NAME.")
      }
    }
    guard missing.isEmpty else { return nil }
    let approver = override.approver.flatMap { objection(to: $0) == nil ? $0 : nil }
    return Settlement(
      decision: .warn, outcome: .overridden, reason: override.reason, approver: approver)
  }

  private func objection(to approver: String) -> String? {
    if isSender(approver) { return "The second person must be somebody else than the author." }
    if policy.approvers.isEmpty {
      return isUser(approver)
        ? nil
        : "\(approver) is no user of this machine; settings name those who may look a second time (`approvers`)."
    }
    if !policy.approvers.contains(approver) {
      return "\(approver) is not among those who may look a second time (`approvers`)."
    }
    return nil
  }

  private func isSender(_ name: String) -> Bool {
    senders.contains { PersonName($0) == PersonName(name) }
  }

  // MARK: - By an approval

  private func settled(by approvals: [(id: EntryID, approval: Approval)]) -> Settlement? {
    guard objections.requirement < .never else { return nil }
    for (id, approval) in approvals where Set(objections.rules).isSubset(of: approval.rules) {
      // Whoever approved did so under their own name on the machine, so that it need not be looked up.
      let isOther =
        !isSender(approval.by)
        && (policy.approvers.isEmpty || policy.approvers.contains(approval.by))
      guard isOther || objections.requirement < .secondPerson else { continue }
      return Settlement(
        decision: .warn, outcome: .approved, reason: approval.reason,
        approver: isOther ? approval.by : nil, approval: id)
    }
    return nil
  }
}
