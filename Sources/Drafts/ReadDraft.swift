package import PostText
package import Reports
package import Rules

/// One draft of an input, or why it could not be read.
package struct ReadDraft {
  /// The draft with the places of its parts, or the failure.
  package var outcome: Outcome
  /// The identifier that the draft has of itself.
  package var id: String?
  /// The faults of the draft's own keys, for standard error.
  package var problems: [RuleProblem] = []

  /// What came of reading.
  package enum Outcome {
    /// The draft was read.
    case draft(Draft, places: [PartName: PartPlace])
    /// The draft could not be read.
    case failure(Record.Failure)
  }

  /// A draft that was read.
  package init(_ draft: Draft, places: [PartName: PartPlace]) {
    outcome = .draft(draft, places: places)
    id = draft.id
  }

  /// A draft that could not be read.
  package init(_ failure: Record.Failure) {
    outcome = .failure(failure)
  }

  /// A draft whose keys have faults; the first of them stands for all in results.
  package init(_ problems: [RuleProblem], id: String? = nil) {
    let first = problems.first
    let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    outcome = .failure(
      Record.Failure(
        code: first?.code.rawValue ?? "unreadable",
        message: (first?.message ?? "The draft could not be read.") + more,
        line: first?.place.line, column: first?.place.column))
    self.id = id
    self.problems = problems
  }
}
