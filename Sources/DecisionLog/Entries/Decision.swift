package import RiskEngine

/// What was decided about a post before it was sent.
package struct Decision: Sendable, Equatable {
  /// The person who sends.
  package var author: String
  /// The user of the machine by whom it was sent, who need not be the author that a tool names.
  package var user: String?
  /// The handle of the account that the post is for.
  package var account: String?
  /// Where it is to appear.
  package var channel: String?
  /// The way by which the post came.
  package var surface: Surface
  /// What the sending tool calls this attempt.
  package var attempt: String?
  /// What stands for the words of the post: see ``DecisionLog/contentHash(of:)``.
  package var contentHash: String
  /// The words of the post; they are kept, sealed, only by a log that keeps text.
  package var text: [UInt8]?
  /// What the check came to; `nil` when the post could not be checked.
  package var verdict: Verdict?
  /// The score of the check.
  package var score: Int
  /// What was found.
  package var findings: [Finding]
  /// Parts that were not checked and why, without words of the post.
  package var notChecked: [String]
  /// Rules that the draft itself waived.
  package var waived: [Waiver]
  /// The other hooks that were asked, and what they said.
  package var hooks: [Hook]
  /// What became of the post.
  package var outcome: Outcome
  /// Why the author sends it all the same.
  package var reason: String?
  /// The second person, who is never the author.
  package var approver: String?
  /// The entry of the approval that was used.
  package var approval: EntryID?
  /// The rules that were in force.
  package var pack: Pack

  /// Gathers a decision; what is not known is left out.
  package init(
    author: String, user: String? = nil, account: String? = nil, channel: String? = nil,
    surface: Surface,
    attempt: String? = nil, contentHash: String, text: [UInt8]? = nil, verdict: Verdict?,
    score: Int = 0, findings: [Finding] = [], notChecked: [String] = [], waived: [Waiver] = [],
    hooks: [Hook] = [], outcome: Outcome, reason: String? = nil, approver: String? = nil,
    approval: EntryID? = nil,
    pack: Pack
  ) {
    self.author = author
    self.user = user
    self.account = account
    self.channel = channel
    self.surface = surface
    self.attempt = attempt
    self.contentHash = contentHash
    self.text = text
    self.verdict = verdict
    self.score = score
    self.findings = findings
    self.notChecked = notChecked
    self.waived = waived
    self.hooks = hooks
    self.outcome = outcome
    self.reason = reason
    self.approver = approver
    self.approval = approval
    self.pack = pack
  }

  /// The ids of the rules that found something, each once, in the order of the findings.
  package var rules: [String] {
    findings.reduce(into: []) { rules, finding in
      if !rules.contains(finding.rule) { rules.append(finding.rule) }
    }
  }
}
