import Reports

/// Which findings of a result a person is asked about.
package struct ReviewChoice: Sendable, Equatable {
  /// The rules; all when empty.
  package var rules: Set<String> = []
  /// The categories; all when empty.
  package var categories: Set<String> = []
  /// How many findings are drawn by lot; all of them when `nil`.
  package var sample: Int?
  /// What the lot depends on besides the findings.
  package var seed: UInt64 = 1

  /// Takes everything.
  package init() {}

  /// True when a finding may be asked about.
  func takes(_ finding: AuditedFinding) -> Bool {
    (rules.isEmpty || rules.contains(finding.rule))
      && (categories.isEmpty || categories.contains(finding.category))
  }
}
