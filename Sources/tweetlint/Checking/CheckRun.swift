import Digests
import Drafts
import PostText
import Reports
import RiskEngine
import Rules

/// Checks the drafts of some inputs, one after another, and gathers what becomes of them.
struct CheckRun {
  /// The settings in force.
  let settings: Settings
  /// The rules in force.
  let rules: ActiveRules
  /// The options that go over what drafts say of themselves.
  let options: DraftOptions

  /// The records of all drafts of the inputs; what could not be read is told on standard error as well.
  func records(of inputs: [DraftInput]) throws(CommandFault) -> [Record] {
    let reads = inputs.map { input in (input: input, drafts: input.drafts(ruleIDs: rules.ids)) }
    let count = reads.reduce(0) { $0 + $1.drafts.count }
    // One draft waits for what it needs; for many, machine code pays.
    let checkers = Checkers(
      rules: rules.compiled(count < 20 ? .interpreted : .machineCode), disabledRules: rules.disabled
    )
    var records: [Record] = []
    for (input, drafts) in reads {
      for read in drafts {
        let record = record(of: read, from: input, index: records.count, with: checkers)
        complain(read, record: record, input: input)
        records.append(record)
      }
    }
    return records
  }

  private func record(
    of read: ReadDraft, from input: DraftInput, index: Int, with checkers: Checkers
  ) -> Record {
    let outcome: Record.Outcome
    switch read.outcome {
    case .failure(let failure): outcome = .failed(failure)
    case .draft(var draft, let places):
      options.apply(to: &draft)
      draft = settings.completed(draft)
      let profile = settings.profile(of: draft.account)
      outcome = .checked(
        Record.Checked(
          draft: draft, places: places, textSHA256: Digests.sha256(draft.text.utf8),
          assessment: checkers.check(draft, for: profile)))
    }
    return Record(index: index, file: input.file, id: read.id, outcome: outcome)
  }

  private func complain(_ read: ReadDraft, record: Record, input: DraftInput) {
    guard case .failure(let failure) = read.outcome else { return }
    if read.problems.isEmpty {
      let place = failure.line.map { ":\($0):\(failure.column ?? 1)" } ?? ""
      Console.complain(
        "tweetlint: " + TerminalText.shown("\(input.name)\(place): \(failure.message)"))
    }
    CommandFault.problems(read.problems).complain()
  }
}
