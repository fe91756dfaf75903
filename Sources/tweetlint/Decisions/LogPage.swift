import DecisionLog
import JSON
import Reports
import RiskEngine
import Rules

/// Shows one decision in full.
struct LogPage {
  /// The decision.
  let logged: LoggedDecision
  /// The words of the post, when they were asked for and kept.
  let text: [UInt8]?
  /// True when the words were asked for.
  let asksForText: Bool

  /// The page for people.
  func shown() -> String {
    var lines = ["\(logged.id)  \(LogMoment.shown(logged.at))"]
    if let decision = logged.decision {
      lines += facts(decision) + findings(decision)
    } else {
      lines.append("What it said was removed on schedule; its place in the chain stays.")
    }
    for answer in logged.answers {
      lines.append(
        "\(answer.id)  \(LogMoment.shown(answer.at))  \(answer.kind.rawValue) by \(answer.by): "
          + answer.reason)
    }
    if logged.isAwaitingReview {
      lines.append("It awaits a review: tweetlint log review \(logged.id) --reason \"…\"")
    }
    return (lines + words()).map { TerminalText.shown($0) + "\n" }.joined()
  }

  /// The object for programs.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { LoggedDecisionJSON.write(logged, text: text, to: &$0) }
    var bytes = json.bytes
    bytes.newline()
    return bytes.array
  }

  private func facts(_ decision: Decision) -> [String] {
    let facts: [(String, String?)] = [
      ("author", decision.author), ("account", decision.account), ("channel", decision.channel),
      ("came by", decision.surface.rawValue), ("attempt", decision.attempt),
      ("outcome", decision.outcome.rawValue),
      ("verdict", decision.verdict?.rawValue ?? "not checked"), ("score", "\(decision.score)"),
      ("reason", decision.reason), ("second person", decision.approver),
      ("approval", decision.approval.map { "\($0)" }), ("content", decision.contentHash),
      ("rules", "\(decision.pack.id) \(decision.pack.version) \(decision.pack.sha256)"),
    ]
    return facts.compactMap { name, value in value.map { "  \(name): \($0)" } }
  }

  private func findings(_ decision: Decision) -> [String] {
    let found = decision.findings.map { finding in
      "  found: \(finding.rule) (\(finding.severity.rawValue)) in \(finding.part), bytes "
        + "\(finding.span.lowerBound) to \(finding.span.upperBound)"
    }
    return found + decision.waived.map { "  waived: \($0.rule): \($0.reason)" }
      + decision.hooks.map { "  other hook: \($0.name): \($0.answer)" }
      + decision.notChecked.map { "  not checked: \($0)" }
  }

  private func words() -> [String] {
    guard asksForText else { return [] }
    guard let text else { return ["The words of the post are not kept."] }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return ["The words of the post:"] + lines.map { "  " + String(decoding: $0, as: UTF8.self) }
  }
}
