import DecisionLog
import JSON
package import Reports

/// The answer to a ``PreSendRequest``.
package struct PreSendVerdict: Sendable {
  /// What is to be done with the post.
  package var decision: PreSendDecision
  /// True when the post, or a part of it, could not be checked; the decision is then what settings say of that.
  package var isUnchecked: Bool
  /// The answer as the object of `pre-send/1`, in one line without a line end.
  package var json: [UInt8]
  /// The same for people: what was found, what to write instead, and how to go on; no terminal codes, several lines.
  package var words: String
  /// The entry of the decision log, such as `D-42`.
  package var decisionID: String?

  /// Gathers an answer.
  package init(
    decision: PreSendDecision, isUnchecked: Bool, json: [UInt8], words: String, decisionID: String?
  ) {
    self.decision = decision
    self.isUnchecked = isUnchecked
    self.json = json
    self.words = words
    self.decisionID = decisionID
  }

  /// The answer to a request that could not be read or not be checked, as the object of `pre-send/1`.
  ///
  /// A post for which a life is at risk goes all the same.
  package static func refusal(_ failure: Record.Failure, isLifeAtRisk: Bool = false) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      let decision = isLifeAtRisk ? PreSendDecision.warn : .block
      writer.member("protocol", PreSendRequest.protocolName)
      writer.member("decision", decision.rawValue)
      if isLifeAtRisk { writer.member("outcome", Decision.Outcome.lifeAtRisk.rawValue) }
      writer.member("error") { writer in
        writer.member("code", failure.code)
        writer.member("message", failure.message)
      }
    }
    return writer.bytes.array
  }
}
