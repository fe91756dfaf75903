package import Rules

/// What a run has to say: its drafts, the rules they were checked by, and how much to show.
package struct Report: Sendable {
  /// The drafts, in the order of reading.
  package var records: [Record]
  /// True when the output is a list even of one draft.
  package var isList: Bool
  /// The pack that the drafts were checked by, the settings' scoring put in.
  package var manifest: PackManifest
  /// The SHA-256 of the rules in their compact form, in hexadecimal digits.
  package var rulesSHA256: String
  /// The version of the program.
  package var toolVersion: String
  /// The code with which the program will end.
  package var exitCode: Int
  /// True to show every point of the score.
  package var isExplained: Bool
  /// True to show the matched words of sensitive rules.
  package var showsSensitive: Bool

  /// Gathers what a run has to say.
  package init(
    records: [Record], isList: Bool, manifest: PackManifest, rulesSHA256: String,
    toolVersion: String, exitCode: Int, isExplained: Bool = false, showsSensitive: Bool = false
  ) {
    self.records = records
    self.isList = isList
    self.manifest = manifest
    self.rulesSHA256 = rulesSHA256
    self.toolVersion = toolVersion
    self.exitCode = exitCode
    self.isExplained = isExplained
    self.showsSensitive = showsSensitive
  }

  /// The titles of the works that a rule cites, each with its id; an id that the pack does not list stands for itself.
  package func references(of card: RuleCard) -> [(id: String, title: String)] {
    manifest.works(citedBy: card)
  }

  /// The most points that the rules of a category can add up to.
  package func cap(of category: String) -> Int {
    manifest.categories.first { $0.id == category }?.cap ?? 100
  }
}
