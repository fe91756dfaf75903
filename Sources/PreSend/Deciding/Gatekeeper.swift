package import DecisionLog
import Digests
package import PostText
package import Reports
package import RiskEngine
package import Rules

/// Decides about posts before they are sent: checks them, asks other hooks, settles what stands against them, and records it.
package struct Gatekeeper: Sendable {
  /// What a force asks for.
  package var policy: SendPolicy
  /// Which rules check; to find out takes milliseconds, which need not be waited for before a post is checked.
  package var rules: Task<RulesIdentity, Never>
  /// The pack that they come from, the settings' scoring put in.
  package var manifest: PackManifest
  /// Where decisions are kept, or why they cannot be; `nil` for a trial before there is any.
  ///
  /// The log is opened while posts are checked.
  package var log: Task<Result<DecisionLog, LogFault>, Never>?
  /// True for a trial, which finds approvals and records nothing.
  package var isTrial: Bool
  /// The hooks besides ours.
  package var chain: HookChain?
  /// The user of the machine.
  package var person: String
  /// Whether a name is that of a user of the machine.
  package var isUser: @Sendable (String) -> Bool
  /// The way by which posts come here.
  package var surface: Decision.Surface
  /// Checks a draft; called from any task.
  package var assess: @Sendable (Draft) -> Assessment

  /// Gathers what a gatekeeper needs.
  package init(
    policy: SendPolicy, rules: Task<RulesIdentity, Never>, manifest: PackManifest,
    log: Task<Result<DecisionLog, LogFault>, Never>?, isTrial: Bool, chain: HookChain?,
    person: String, isUser: @escaping @Sendable (String) -> Bool, surface: Decision.Surface,
    assess: @escaping @Sendable (Draft) -> Assessment
  ) {
    self.policy = policy
    self.rules = rules
    self.manifest = manifest
    self.log = log
    self.isTrial = isTrial
    self.chain = chain
    self.person = person
    self.isUser = isUser
    self.surface = surface
    self.assess = assess
  }

  /// What our rules say of a post.
  package struct Check: Sendable {
    /// The check.
    let checked: Record.Checked
    /// What it would have come to had the author set no rule aside.
    let full: Assessment
  }

  /// Checks a post, the first step of deciding about it, which needs nothing to be waited for.
  package func check(_ request: PreSendRequest) -> Check {
    let checked = Record.Checked(
      draft: request.draft, textSHA256: Digests.sha256(request.draft.text.utf8),
      assessment: assess(request.draft))
    return Check(checked: checked, full: assessmentWithoutWaivers(checked))
  }

  /// Decides about a post.
  package func decide(
    _ request: PreSendRequest, override: Override? = nil
  ) async -> PreSendVerdict {
    await decide(request, check(request), override: override)
  }

  /// Decides about a post that was checked; nothing is recorded when the task is cancelled, and nothing may be sent.
  package func decide(
    _ request: PreSendRequest, _ check: Check, override: Override? = nil
  ) async -> PreSendVerdict {
    let checked = check.checked
    let answers = await chain?.answers(to: request, textSHA256: checked.textSHA256) ?? []
    var objections = Objections(
      checked.assessment, withoutWaivers: check.full, policy: policy)
    for answer in answers {
      objections.add(hook: answer.name, answer.decision, isUnchecked: answer.isUnchecked)
    }
    var answer = PreSendAnswer(
      request: request, checked: checked, full: check.full, hooks: answers, objections: objections,
      rules: await rules.value, manifest: manifest, isTrial: isTrial)
    guard let opened = await log?.value else {
      answer.settlement = settlement(of: answer, override, [])
      return answer.verdict
    }
    do throws(LogFault) {
      let log = try opened.get()
      let hash = log.contentHash(of: request.content)
      let approvals = try approvals(in: log, of: hash)
      // Whoever does not wait any more has said that nothing was sent, and so it stands.
      if Task.isCancelled { return answer.verdict }
      answer.settlement = settlement(of: answer, override, approvals)
      if !isTrial { answer.entry = try log.append(decision(of: answer, hash)) }
    } catch {
      answer.settlement = unrecorded(answer)
      answer.logFault = error
    }
    return answer.verdict
  }

  private func assessmentWithoutWaivers(_ checked: Record.Checked) -> Assessment {
    guard !checked.assessment.waived.isEmpty else { return checked.assessment }
    var draft = checked.draft
    draft.waivers = []
    return assess(draft)
  }

  private func approvals(
    in log: DecisionLog, of hash: String
  ) throws(LogFault) -> [(id: EntryID, approval: Approval)] {
    try log.approvals(for: hash).map { ($0.id, $0.approval) }
  }

  private func settlement(
    of answer: PreSendAnswer, _ override: Override?,
    _ approvals: [(id: EntryID, approval: Approval)]
  ) -> Settlement {
    Settling(
      policy: policy, objections: answer.objections, isClear: answer.isClear,
      senders: [answer.request.author, person].compactMap { $0 }, isUser: isUser
    ).settlement(
      isLifeAtRisk: answer.request.draft.isLifeAtRisk, override: override, approvals: approvals)
  }

  /// What becomes of a post when nothing can be recorded: it is as good as unchecked, unless a life is at risk.
  private func unrecorded(_ answer: PreSendAnswer) -> Settlement {
    let settled = settlement(of: answer, nil, [])
    if settled.outcome == .lifeAtRisk || !settled.decision.isSendable { return settled }
    return Settlement(decision: policy.onError, outcome: .unchecked)
  }

  private func decision(of answer: PreSendAnswer, _ hash: String) -> Decision {
    // What was found stays on record whatever was set aside, so that an approval covers it too.
    let (assessment, full) = (answer.checked.assessment, answer.full)
    let settlement = answer.settlement
    let draft = answer.request.draft
    return Decision(
      author: answer.request.author ?? person, user: person, account: draft.account,
      channel: draft.channel, surface: surface, attempt: answer.request.id, contentHash: hash,
      text: answer.request.words, verdict: full.verdict, score: full.score,
      findings: full.findings.map(Decision.Finding.init) + answer.hookFindings,
      notChecked: assessment.notChecked.filter(\.isFailure).map { "\($0.part): \($0.reason)" },
      waived: assessment.waived.map {
        Decision.Waiver(rule: $0.finding.rule.id, reason: $0.reason)
      },
      hooks: answer.hooks.map { Decision.Hook(name: $0.name, answer: $0.decision.rawValue) },
      outcome: settlement.outcome, reason: settlement.reason, approver: settlement.approver,
      approval: settlement.approval,
      pack: Decision.Pack(
        id: answer.rules.pack, version: answer.rules.version, sha256: answer.rules.sha256))
  }
}

extension Decision.Finding {
  fileprivate init(_ finding: RiskEngine.Finding) {
    self.init(
      rule: finding.rule.id, category: finding.rule.category, severity: finding.severity,
      part: finding.part.description, span: finding.span)
  }
}
