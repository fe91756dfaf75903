import DecisionLog
import JSON
import Reports
import RiskEngine
import Rules

/// Everything that is known of a post when it has been decided about.
struct PreSendAnswer {
  /// What was asked.
  let request: PreSendRequest
  /// The check by our rules.
  let checked: Record.Checked
  /// The same with no rule set aside.
  let full: Assessment
  /// What other hooks answered.
  let hooks: [HookAnswer]
  /// What stands against the post.
  let objections: Objections
  /// Which rules checked.
  let rules: RulesIdentity
  /// The pack that they come from.
  let manifest: PackManifest
  /// True when nothing is sent and nothing recorded.
  let isTrial: Bool
  /// How it was settled.
  var settlement = Settlement(decision: .block, outcome: .unchecked)
  /// The entry of the log.
  var entry: EntryID?
  /// Why there is none.
  var logFault: LogFault?

  /// True when nothing was found and no hook said anything.
  var isClear: Bool {
    checked.assessment.verdict == .clear && checked.assessment.findings.isEmpty
      && objections.requirement == .nothing && hooks.allSatisfy { $0.decision == .allow }
  }

  /// What other hooks have against the post, as findings of the log.
  var hookFindings: [Decision.Finding] {
    hooks.filter { !$0.isUnchecked && !$0.decision.isSendable }.map { answer in
      Decision.Finding(
        rule: "hook:" + answer.name, category: "hook", severity: .serious, part: "text", span: 0..<0
      )
    }
  }

  /// The answer in the forms of the protocol.
  var verdict: PreSendVerdict {
    PreSendVerdict(
      decision: settlement.decision,
      isUnchecked: objections.isOnlyUnchecked || settlement.outcome == .unchecked, json: json,
      words: PreSendWords(self).text, decisionID: entry?.description)
  }

  /// The object of `pre-send/1`.
  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("protocol", PreSendRequest.protocolName)
      writer.member("decision", settlement.decision.rawValue)
      if let entry { writer.member("decision_id", entry.description) }
      writer.member("outcome", settlement.outcome.rawValue)
      writer.member("needs", objections.requirement.rawValue)
      if let reason = settlement.reason { writer.member("reason", reason) }
      if let approver = settlement.approver { writer.member("approver", approver) }
      if let approval = settlement.approval { writer.member("approval", approval.description) }
      writer.member("rulepack") { writer in
        writer.member("id", rules.pack)
        writer.member("version", rules.version)
        writer.member("sha256", rules.sha256)
      }
      // The digest of the text, among the members, is that of the first post alone.
      if let digest = request.sha256 { writer.member("request_sha256", digest) }
      JSONReport(report).writeMembers(of: checked, to: &writer)
      if !hooks.isEmpty {
        writer.member("hooks", of: hooks) { writer, answer in
          writer.object { writer in
            writer.member("name", answer.name)
            writer.member("decision", answer.decision.rawValue)
            if !answer.note.isEmpty { writer.member("note", answer.note) }
          }
        }
      }
    }
    return writer.bytes.array
  }

  private var report: Report {
    Report(
      records: [], isList: false, manifest: manifest, rulesSHA256: rules.sha256, toolVersion: "",
      exitCode: 0)
  }
}
