import PreSend
import RiskEngine
import Rules

/// What settings say of checks before sending.
struct PreSendSettings: Sendable {
  /// What a force asks for before a post goes out in spite of findings.
  var policy = SendPolicy()
  /// The rules that the policy names, each with the place where it was named.
  var rules: [Placed<String>] = []
  /// How long another hook may take, in seconds.
  var timeOut = 5
  /// The files of a repository that are drafts.
  var drafts = DraftPattern.usual

  /// The keys of `pre_send`.
  private static let keys = ["needs", "rules", "approvers", "on_error", "timeout", "drafts"]

  /// Reads the mapping `pre_send`.
  init?(_ value: YAMLValue, record: LoadRecord) {
    guard let mapping = MappingReader(value, "`pre_send`", keys: Self.keys, record: record) else {
      return nil
    }
    if let value = mapping.value("needs"),
      let needs = MappingReader(
        value, "`needs`", keys: Severity.allCases.map(\.rawValue), record: record)
    {
      for severity in Severity.allCases {
        if let needed: Requirement = needs.choice(severity.rawValue) {
          policy.bySeverity[severity.rank] = needed
        }
      }
    }
    if let value = mapping.value("rules") { readRules(value, record) }
    policy.approvers = mapping.strings("approvers").map(\.value)
    if let word = mapping.value("on_error").flatMap({
      record.word($0, "`on_error`", among: ["block", "warn"])
    }) {
      policy.onError = word == "warn" ? .warn : .block
    }
    timeOut = mapping.integer("timeout", in: 1...60) ?? timeOut
    if mapping.has("drafts") {
      drafts = mapping.strings("drafts").compactMap { Self.pattern($0, record) }
    }
  }

  /// The settings that are in force when a file says nothing.
  init() {}

  private static func pattern(_ written: Placed<String>, _ record: LoadRecord) -> DraftPattern? {
    do throws(DraftPattern.Fault) {
      return try DraftPattern(written.value)
    } catch {
      record.report(
        .badPattern, at: written.place, error.message, hint: error.hint,
        width: written.value.unicodeScalars.count)
      return nil
    }
  }

  private mutating func readRules(_ value: YAMLValue, _ record: LoadRecord) {
    guard case .mapping(let entries) = value.content else {
      return record.report(
        .wrongType, at: value, "`rules` of `pre_send` must have a rule as each key.",
        hint: "Write `rules: {rule-id: second-person}`.")
    }
    for entry in entries {
      guard let needed: Requirement = record.choice(entry.value, "`\(entry.name)`") else {
        continue
      }
      policy.byRule[entry.name] = needed
      rules.append(Placed(entry.name, at: entry.key.place))
    }
  }

  /// The settings as a file would say them.
  var words: String {
    let needs = Severity.allCases.map { severity in
      "\(severity.rawValue): \(policy.bySeverity[severity.rank].rawValue)"
    }
    let rules = policy.byRule.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.rawValue)" }
    let parts = [
      "needs: {\(needs.joined(separator: ", "))}", "rules: {\(rules.joined(separator: ", "))}",
      "approvers: [\(policy.approvers.joined(separator: ", "))]",
      "on_error: \(policy.onError.rawValue)", "timeout: \(timeOut)",
      "drafts: [\(drafts.map(\.text).joined(separator: ", "))]",
    ]
    return "{\(parts.joined(separator: ", "))}"
  }
}
