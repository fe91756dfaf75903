import DecisionLog
import JSON
import Reports

/// Counts decisions month by month.
struct LogStatistics {
  /// What there was in a month.
  struct Counts {
    /// Decisions by outcome; those that were removed under `removed`.
    var outcomes: [String: Int] = [:]
    /// Rules that were passed over, by id.
    var overridden: [String: Int] = [:]
  }

  /// The counts by month.
  private(set) var months: [String: Counts] = [:]

  /// Counts decisions.
  init(_ decisions: [LoggedDecision]) {
    for logged in decisions {
      let outcome = logged.decision?.outcome
      var counts = months[LogMoment.month(logged.at)] ?? Counts()
      counts.outcomes[outcome?.rawValue ?? "removed", default: 0] += 1
      if outcome == .overridden {
        for rule in logged.decision?.rules ?? [] { counts.overridden[rule, default: 0] += 1 }
      }
      months[LogMoment.month(logged.at)] = counts
    }
  }

  /// The counts for people.
  func text() -> String {
    guard !months.isEmpty else { return "No decisions.\n" }
    return months.sorted { $0.key < $1.key }.map { month, counts in
      let outcomes = Self.names.compactMap { name in
        counts.outcomes[name].map { "  \(name): \($0)\n" }
      }
      let rules = Self.sorted(counts.overridden).map { rule, count in
        TerminalText.shown("    \(rule): \(count)") + "\n"
      }
      return month + "\n" + outcomes.joined()
        + (rules.isEmpty ? "" : "  rules overridden most often:\n" + rules.joined())
    }.joined()
  }

  /// The counts for programs.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.array(of: months.sorted { $0.key < $1.key }) { json, month in
      json.object { json in
        json.member("month", month.key)
        json.member("outcomes") { json in
          for name in Self.names {
            if let count = month.value.outcomes[name] { json.member(name, count) }
          }
        }
        json.member("overridden", of: Self.sorted(month.value.overridden)) { json, rule in
          json.object {
            $0.member("rule", rule.key)
            $0.member("count", rule.value)
          }
        }
      }
    }
    var bytes = json.bytes
    bytes.newline()
    return bytes.array
  }

  private static let names = Decision.Outcome.allCases.map(\.rawValue) + ["removed"]

  /// The most frequent first.
  private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
  }
}
