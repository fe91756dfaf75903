import Digests
import Gateway
import PostText
import PreSend
import Reports
import RiskEngine
import Rules

/// Decides about posts by the rules alone: what reaches `fail-on`, and what could not be checked, is blocked.
actor PlainJudge {
  private let failOn: Verdict
  private let profile: AccountProfile
  private let accounts: [String: AccountProfile]
  private let manifest: PackManifest
  private let rulesSHA256: String
  private let checkers: Checkers

  /// Compiles the rules once, for many posts.
  init(
    failOn: Verdict, profile: AccountProfile, accounts: [String: AccountProfile],
    rules: sending ActiveRules
  ) {
    self.failOn = failOn
    self.profile = profile
    self.accounts = accounts
    manifest = rules.program.manifest
    rulesSHA256 = rules.sha256
    checkers = Checkers(rules: rules.compiled(.machineCode), disabledRules: rules.disabled)
  }

  /// What the gateway asks.
  nonisolated var judge: GatewayJudge {
    { request in await self.verdict(on: request) }
  }

  private func verdict(on request: PreSendRequest) -> PreSendVerdict {
    var draft = request.draft
    draft.day = draft.day ?? CheckRun.today
    let assessment = checkers.check(
      draft, for: draft.account.flatMap { accounts[$0] } ?? profile)
    let isBlocked = assessment.verdict >= failOn || assessment.isIncomplete
    let report = Report(
      records: [
        Record(
          index: 0, file: nil, id: nil,
          outcome: .checked(
            Record.Checked(
              draft: draft, textSHA256: Digests.sha256(draft.text.utf8), assessment: assessment)))
      ],
      isList: false, manifest: manifest, rulesSHA256: rulesSHA256,
      toolVersion: ToolVersion.current, exitCode: isBlocked ? 1 : 0)
    let look = TextReport.Look(width: 80, usesColour: false, isQuiet: false)
    let words = String(decoding: TextReport(report, look: look).rendered(), as: UTF8.self)
    return PreSendVerdict(
      decision: isBlocked ? .block : assessment.verdict > .clear ? .warn : .allow,
      isUnchecked: assessment.isIncomplete, json: JSONReport(report).rendered(),
      words: "Not sent.\n" + words, decisionID: nil)
  }
}
