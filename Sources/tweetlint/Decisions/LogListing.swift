import DecisionLog
import JSON
import Reports
import RiskEngine

/// Shows decisions one after another.
struct LogListing {
  /// The forms of the list.
  enum Format: String, CaseIterable {
    /// A line each, for people.
    case text
    /// An array of objects.
    case json
    /// Comma-separated values for a spreadsheet.
    case csv
  }

  /// The decisions, in their order.
  let decisions: [LoggedDecision]

  /// The list in a form.
  func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .text: text()
    case .json: json()
    case .csv: csv()
    }
  }

  private func text() -> [UInt8] {
    var bytes = Bytes()
    for logged in decisions {
      bytes.append(TerminalText.shown(Self.line(logged)))
      bytes.newline()
    }
    let count = decisions.count == 1 ? "1 decision" : "\(decisions.count) decisions"
    bytes.append(count)
    bytes.newline()
    return bytes.array
  }

  private static func line(_ logged: LoggedDecision) -> String {
    let start = "\(logged.id)  \(LogMoment.shown(logged.at))  "
    guard let decision = logged.decision else { return start + "(removed on schedule)" }
    var parts = [outcome(logged), decision.author]
    if let account = decision.account { parts.append("@\(account)") }
    if !decision.rules.isEmpty { parts.append(decision.rules.joined(separator: ", ")) }
    return start + parts.joined(separator: "  ")
  }

  /// What became of the post, and what was said of that since.
  private static func outcome(_ logged: LoggedDecision) -> String {
    guard let decision = logged.decision else { return "" }
    let words = decision.outcome.rawValue
    if logged.isAwaitingReview { return words + " (awaits review)" }
    return logged.answers.last.map { answer in
      words
        + (answer.kind == .review ? " (reviewed by \(answer.by))" : " (approved by \(answer.by))")
    } ?? words
  }

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.array(of: decisions) { json, logged in
      json.object { LoggedDecisionJSON.write(logged, to: &$0) }
    }
    var bytes = json.bytes
    bytes.newline()
    return bytes.array
  }

  private static let columns = [
    "id", "at", "author", "account", "channel", "surface", "outcome", "verdict", "score", "rules",
    "reason", "approver", "awaiting_review", "content_hash", "pack", "pack_version",
  ]

  private func csv() -> [UInt8] {
    decisions.reduce(into: CSVField.line(Self.columns)) { bytes, logged in
      let decision = logged.decision
      bytes += CSVField.line([
        "\(logged.id)", LogMoment.shown(logged.at), decision?.author ?? "",
        decision?.account ?? "", decision?.channel ?? "", decision?.surface.rawValue ?? "",
        decision?.outcome.rawValue ?? "removed", decision?.verdict?.rawValue ?? "",
        decision.map { "\($0.score)" } ?? "", decision?.rules.joined(separator: " ") ?? "",
        decision?.reason ?? "", decision?.approver ?? "", logged.isAwaitingReview ? "yes" : "no",
        decision?.contentHash ?? "", decision?.pack.id ?? "", decision?.pack.version ?? "",
      ])
    }
  }
}
