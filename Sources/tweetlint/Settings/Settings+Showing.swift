import Reports
import RiskEngine
import Rules

extension Settings {
  /// Every setting in a line of its own, as a settings file would say it, with where it comes from.
  func shown() -> String {
    var lines = [("settings file", file ?? "none", "")]
    lines.append(("account", words(profile.value, handle: account.value), "\(profile.origin)"))
    for (_, account) in accounts.value.sorted(by: { $0.key < $1.key }) {
      lines.append(
        ("accounts.\(account.handle)", words(account.profile), "\(accounts.origin)"))
    }
    lines += [
      ("rules", rules.value ?? "the built-in pack", "\(rules.origin)"),
      ("add_rules", list(addRules.value), "\(addRules.origin)"),
      ("disable", list(disable.value.map(\.value)), "\(disable.origin)"),
      ("fail_on", failOn.value.rawValue, "\(failOn.origin)"),
      ("format", format.value.rawValue, "\(format.origin)"),
      ("color", colour.value.rawValue, "\(colour.origin)"),
      ("pre_send", preSend.value.words, "\(preSend.origin)"),
      ("scoring", words(scoring.value), "\(scoring.origin)"),
      (
        "mourning", list(mourning.value.map { "\($0.from) to \($0.to)" }), "\(mourning.origin)"
      ),
      ("decisions", words(decisions.value), "\(decisions.origin)"),
    ]
    return lines.map { key, value, origin in
      let origin = origin.isEmpty ? "" : "   # \(origin)"
      return TerminalText.shown("\(key): \(value)\(origin)") + "\n"
    }.joined()
  }

  private func words(_ profile: AccountProfile, handle: String? = nil) -> String {
    var parts = handle.map { ["handle: \($0)"] } ?? []
    parts += profile.kind.map { ["kind: \($0)"] } ?? []
    parts += profile.nation.map { ["nation: \($0)"] } ?? []
    parts.append("bilingual: \(profile.isBilingual)")
    parts += words(profile.own)
    return "{\(parts.joined(separator: ", "))}"
  }

  private func words(_ own: OwnValues) -> [String] {
    let stations = own.stations.map { station in
      let parts = [
        station.name.map { "name: \($0)" }, station.address.map { "address: \($0)" },
        station.postcode.map { "postcode: \($0)" },
      ]
      return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
    }
    let values = [
      ("stations", stations), ("hotlines", own.hotlines), ("handles", own.handles),
      ("emails", own.emails),
    ]
    return values.filter { !$0.1.isEmpty }.map { "\($0.0): \(list($0.1))" }
  }

  private func words(_ change: ScoringChange) -> String {
    if change == ScoringChange() { return "the pack's own" }
    let points = Severity.allCases.compactMap { severity in
      change.points[severity].map { "\(severity.rawValue): \($0)" }
    }
    var bands = change.review.map { ["review: \($0)"] } ?? []
    bands += change.hold.map { ["hold: \($0)"] } ?? []
    return
      "{points: {\(points.joined(separator: ", "))}, bands: {\(bands.joined(separator: ", "))}}"
  }

  private func words(_ decisions: DecisionSettings) -> String {
    let parts = [
      "log: \(decisions.logPath ?? "none")", "key: \(decisions.keyPath ?? "none")",
      "shared: \(decisions.isShared)", "keep_text: \(decisions.keepsText)",
      "text_days: \(decisions.textDays)",
      "decision_days: \(decisions.decisionDays)",
    ]
    return "{\(parts.joined(separator: ", "))}"
  }

  private func list(_ values: [String]) -> String {
    "[\(values.joined(separator: ", "))]"
  }
}
