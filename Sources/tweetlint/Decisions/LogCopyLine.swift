import DecisionLog
import Reports
import RiskEngine

/// The one line about a decision that officers paste into a log of their own.
enum LogCopyLine {
  /// How many digits of what stands for the words tell posts apart well enough.
  private static let digits = 12

  /// The line, without a line end; `nil` when the decision was removed.
  static func shown(_ logged: LoggedDecision) -> String? {
    guard let decision = logged.decision else { return nil }
    var parts = [
      LogMoment.shown(logged.at), "\(logged.id)", decision.account.map { "@\($0)" } ?? "no account",
      "\(decision.outcome.rawValue) (\(decision.verdict?.rawValue ?? "not checked"))",
      "author \(decision.author)",
    ]
    if !decision.rules.isEmpty { parts.append("rules " + decision.rules.joined(separator: ", ")) }
    if let reason = decision.reason { parts.append("reason: \(reason)") }
    if let approver = decision.approver { parts.append("second person \(approver)") }
    parts += logged.answers.map { "\($0.kind.rawValue) \($0.id) by \($0.by): \($0.reason)" }
    let content = decision.contentHash.unicodeScalars.prefix(digits)
    parts.append("content \(String(content))")
    parts.append("\(decision.pack.id) \(decision.pack.version)")
    return TerminalText.shown(parts.joined(separator: " | "))
  }
}
