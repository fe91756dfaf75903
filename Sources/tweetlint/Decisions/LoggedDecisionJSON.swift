import DecisionLog
import JSON
import Reports

/// A decision of the history as an object for programs.
enum LoggedDecisionJSON {
  /// Writes the members of the object.
  static func write(_ logged: LoggedDecision, text: [UInt8]? = nil, to json: inout JSONWriter) {
    json.member("id", "\(logged.id)")
    json.member("at", LogMoment.shown(logged.at))
    json.member("removed", logged.decision == nil)
    logged.decision?.write(to: &json)
    json.member("has_text", logged.hasText)
    if let text { json.member("text", String(decoding: text, as: UTF8.self)) }
    json.member("awaiting_review", logged.isAwaitingReview)
    json.member("answers", of: logged.answers) { json, answer in
      json.object {
        $0.member("id", "\(answer.id)")
        $0.member("at", LogMoment.shown(answer.at))
        $0.member("kind", answer.kind.rawValue)
        $0.member("by", answer.by)
        $0.member("reason", answer.reason)
      }
    }
  }
}
