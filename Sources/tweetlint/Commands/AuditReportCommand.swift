import ArgumentParser
import Audit
import Reports
import RiskEngine
import Rules

/// Makes a report of the result lines of an audit, without checking anything again.
struct AuditReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make a report of a result that lies ready in lines.",
    discussion: """
      The result is what `tweetlint audit --format jsonl` wrote, plain or compressed. Several \
      results cannot be put together, since each has counts of its own at its end: give all inputs \
      to one audit.

      EXAMPLES
        tweetlint audit report result.jsonl --format html -o audit.html
        tweetlint audit report result.jsonl.zst --format csv

      EXIT STATUS
        0  the report was made
        2  the result could not be read, or the report not be written
        3  the result is not complete: its end is missing, or something was not read or checked
        64 wrong usage
      """)

  @Argument(
    help: ArgumentHelp("The lines of the result; - for standard input.", valueName: "result"),
    completion: .file(extensions: ["jsonl"]))
  var result: String

  @Option(name: .long, help: "The form of the report: text, jsonl, csv, sarif or html.")
  var format: AuditFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "A short summary.")
  var quiet = false

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  func run() throws {
    try SameFile.check(inputs: [result], output: output)
    let settings = try shared.settings()
    try SameFile.check(
      outputs: [output],
      keeping: settings.kept + [.init("the file of answers", LabelFile.path(beside: result))])
    let rules = try ActiveRules(settings)
    let own = rules.identity
    let form = AuditReportForm(
      rules: rules.program, identity: own, inputs: [result],
      usesColour: settings.colour.value.isUsed(for: output), isQuiet: quiet)
    let sink = try form.sink(format, to: output)
    var tally = AuditTally()
    let last = try ResultFile(result).read { batch throws(AuditStop) in
      for record in batch.records { tally.add(record) }
      try sink.add(batch)
    }
    let complaints = (last?.complaints ?? []) + incompleteness(last, read: tally.read)
    let end = AuditEnd(
      tally: tally, complaints: complaints, rules: last?.rules ?? own,
      otherRules: last?.otherRules, baseline: last?.baseline,
      showing: last?.showing ?? AuditEnd.Showing())
    try sink.finish(end)
    guard complaints.isEmpty, tally.failed == 0, tally.incomplete == 0 else {
      throw CommandFault.exit(ExitStatus.incomplete.rawValue)
    }
  }

  /// What keeps the lines from being the whole result.
  private func incompleteness(_ end: ResultReader.End?, read: Int) -> [AuditEnd.Complaint] {
    let words: String
    switch end {
    case nil: words = "The result has no last line, so it was not finished; records may be missing."
    case .some(let end) where end.read != read:
      words = "The last line tells of \(end.read) records, and there are \(read)."
    case .some: return []
    }
    Console.complain("tweetlint: \(TerminalText.shown(result)): \(words)")
    return [AuditEnd.Complaint(code: "incomplete-result", message: words, file: result)]
  }
}
