import RiskEngine
import Rules

extension Assessment {
  /// All that an assessment says, as lines that can be compared.
  var summary: String {
    var lines = ["\(verdict) \(score)"]
    lines += findings.map { "finding " + $0.summary } + trials.map { "trial " + $0.summary }
    lines += waived.map { "waived \($0.finding.summary) \($0.reason)" }
    lines += observations.map { "observation \($0.rule.id) \($0.part) \($0.span)" }
    lines += questions.map { "question \($0)" } + notChecked.map { "\($0)" }
    lines.append("\(explanation)")
    return lines.joined(separator: "\n")
  }
}

extension Finding {
  fileprivate var summary: String {
    "\(rule.id) \(severity) \(confidence) \(points) \(part) \(span) \(reasons)"
  }
}
