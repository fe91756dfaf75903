import DecisionLog
import Testing

@testable import PreSend

@Suite struct SettlingTests {
  private static func objections(
    _ requirement: Requirement, rules: [String] = ["a"], isOnlyUnchecked: Bool = false
  ) -> Objections {
    var objections = Objections.none
    if isOnlyUnchecked { objections.add(hook: "odd", .block, isUnchecked: true) }
    for rule in isOnlyUnchecked ? [] : rules { objections.add(rule, requirement) }
    return objections
  }

  private static func settlement(
    _ objections: Objections, policy: SendPolicy = SendPolicy(), isClear: Bool = false,
    senders: [String] = ["pat"], isLifeAtRisk: Bool = false, override: Override? = nil,
    approvals: [(id: EntryID, approval: Approval)] = []
  ) -> Settlement {
    Settling(
      policy: policy, objections: objections, isClear: isClear, senders: senders,
      isUser: { ["pat", "kim", "jo", "svc"].contains($0) }
    ).settlement(
      isLifeAtRisk: isLifeAtRisk, override: override, approvals: approvals)
  }

  private static func approval(
    by person: String, rules: [String] = ["a"]
  ) -> (id: EntryID, approval: Approval) {
    (
      EntryID(sequence: 7),
      Approval(
        decision: EntryID(sequence: 3), by: person, reason: "Read by me", contentHash: "",
        rules: rules)
    )
  }

  private static let reason = "Quoted from the court"

  @Test(arguments: Requirement.allCases)
  func `what is asked for decides, and a life at risk goes whatever is`(requirement: Requirement) {
    let objections = Self.objections(requirement)
    let expected: PreSendDecision =
      switch requirement {
      case .nothing: .warn
      case .acknowledge, .reason, .never: .block
      case .secondPerson: .hold
      }
    #expect(Self.settlement(objections).decision == expected)
    #expect(Self.settlement(objections, isLifeAtRisk: true).decision == .warn)
    #expect(Self.settlement(objections, isLifeAtRisk: true).outcome == .lifeAtRisk)
  }

  @Test func `a post without findings goes, and is called clear only when nothing was found`() {
    #expect(Self.settlement(.none, isClear: true).outcome == .allowed)
    #expect(Self.settlement(.none).outcome == .warned)
  }

  @Test func `an acknowledgement needs no reason, a reason has to say something`() {
    #expect(Self.settlement(Self.objections(.acknowledge), override: Override()).decision == .warn)
    #expect(Self.settlement(Self.objections(.reason), override: Override()).decision == .block)
    let blank = Override(reason: "a  \u{3000}  b \n\t c         d")
    #expect(Self.settlement(Self.objections(.reason), override: blank).decision == .block)
    let settled = Self.settlement(Self.objections(.reason), override: Override(reason: Self.reason))
    #expect(settled.outcome == .overridden)
    #expect(settled.reason == Self.reason)
  }

  @Test(arguments: ["pat", "PAT", " pat ", "svc"])
  func `neither the author nor the user of the machine is a second person`(approver: String) {
    let settled = Self.settlement(
      Self.objections(.secondPerson), senders: ["pat", "svc"],
      override: Override(reason: Self.reason, approver: approver))
    #expect(settled.decision == .hold)
    #expect(settled.missing == ["The second person must be somebody else than the author."])
  }

  @Test(arguments: ["nobody-known", "k\u{200B}im", "kіm"])
  func `a second person is somebody whom the machine knows`(approver: String) {
    let settled = Self.settlement(
      Self.objections(.secondPerson),
      override: Override(reason: Self.reason, approver: approver))
    #expect(settled.decision == .hold)
  }

  @Test func `nobody lets go what is never sent`() {
    let override = Override(reason: Self.reason, approver: "kim")
    let settled = Self.settlement(
      Self.objections(.never), override: override, approvals: [Self.approval(by: "kim")])
    #expect(settled.decision == .block)
  }

  @Test func `the approval of another person is a second look, one's own is a reason`() {
    let held = Self.objections(.secondPerson)
    #expect(Self.settlement(held, approvals: [Self.approval(by: "pat")]).decision == .hold)
    let settled = Self.settlement(
      held, approvals: [Self.approval(by: "pat"), Self.approval(by: "kim")])
    #expect(settled.outcome == .approved)
    #expect(settled.approver == "kim")
    #expect(settled.approval == EntryID(sequence: 7))
    let own = Self.settlement(Self.objections(.reason), approvals: [Self.approval(by: "pat")])
    #expect(own.outcome == .approved)
    #expect(own.approver == nil)
  }

  @Test func `what was found since an approval is not approved of`() {
    let more = Self.objections(.reason, rules: ["a", "b"])
    #expect(Self.settlement(more, approvals: [Self.approval(by: "kim")]).decision == .block)
    #expect(
      Self.settlement(more, approvals: [Self.approval(by: "kim", rules: ["b", "a", "c"])]).decision
        == .warn)
  }

  @Test func `only those who may look a second time are a second person`() {
    var policy = SendPolicy()
    policy.approvers = ["kim"]
    let held = Self.objections(.secondPerson)
    #expect(
      Self.settlement(held, policy: policy, approvals: [Self.approval(by: "jo")]).decision == .hold)
    #expect(
      Self.settlement(held, policy: policy, approvals: [Self.approval(by: "kim")]).decision == .warn
    )
  }

  @Test func `what could not be checked is stopped unless settings say otherwise`() {
    let unchecked = Self.objections(.reason, isOnlyUnchecked: true)
    #expect(Self.settlement(unchecked).outcome == .unchecked)
    #expect(Self.settlement(unchecked).decision == .block)
    var policy = SendPolicy()
    policy.onError = .warn
    #expect(Self.settlement(unchecked, policy: policy).decision == .warn)
    #expect(
      Self.settlement(unchecked, override: Override(reason: Self.reason)).outcome == .overridden)
  }
}
