import Archives
import ArgumentParser
import Audit
import Glibc
import Reports
import RiskEngine
import Rules

/// Reads archives and exports, checks their posts, and reports the worst first.
struct AuditRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Check every post of archives and exports.",
    discussion: """
      What an input is, is found by its content: an X archive (zip, folder or file), what X's \
      interface gives (JSON, JSON Lines), twarc's or any other table, Mastodon's outbox, or \
      drafts in JSON Lines; plain, or compressed by gzip, zstd, xz or bzip2. - is standard input.

      --category and --min-severity choose what is listed, and what is listed decides the exit \
      status; verdicts and their counts are those of all that was found.

      EXAMPLES
        tweetlint audit twitter-2026-11-01.zip
        tweetlint audit posts.jsonl.zst --format html -o audit.html
        tweetlint audit export.csv --map text=Body,date="Sent at" --date-format day-first
        tweetlint audit big.jsonl --format jsonl -o result.jsonl --resume big.checkpoint
        tweetlint audit archive.zip --baseline known.jsonl --update-baseline --accept-new
        tweetlint audit archive.zip --baseline known.jsonl     # afterwards: only what is new

      EXIT STATUS
        0  nothing at or over --fail-on
        1  something at or over --fail-on
        2  something could not be read or done
        3  nothing at or over --fail-on, but something was not read or not checked
        64 wrong usage
      """)

  @Argument(
    help: ArgumentHelp("Archives, exports and folders; - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup(title: "What is read")
  var reading: AuditInputOptions

  @OptionGroup(title: "Which posts and findings")
  var filter: AuditFilterOptions

  @OptionGroup(title: "What is known already")
  var known: BaselineOptions

  @Option(name: .long, help: "The form of the result: text, jsonl, csv, sarif or html.")
  var format: AuditFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the result to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("How many threads to use; all cores if left out.", valueName: "number"))
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keep a checkpoint in this file, and go on from it when it is there.", valueName: "file"),
    completion: .file())
  var resume: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Say which posts would get another verdict by the rules in this folder.", valueName: "dir"),
    completion: .directory)
  var compareRules: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The verdict that fails: advise, review or hold; review if left out.", valueName: "verdict"))
  var failOn: FailOn?

  @Flag(
    name: .long,
    help:
      "End with 0 whatever was found or not checked; a job that could not be done still ends with 2."
  )
  var exitZero = false

  @Flag(name: .long, help: "Show words that are hidden otherwise, such as telephone numbers.")
  var showSensitive = false

  @Flag(name: .shortAndLong, help: "No progress, and a short summary.")
  var quiet = false

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is 1 to 256.")
    }
    if compareRules != nil, known.baseline != nil {
      throw ValidationError(
        "--compare-rules is about all findings, and --baseline takes some away. Give them apart.")
    }
    if let twice = paths.indices.first(where: { paths[..<$0].contains(paths[$0]) }) {
      throw ValidationError("\(paths[twice]) is given twice; its posts would count twice.")
    }
    if resume != nil, paths.contains("-") {
      throw ValidationError("Standard input cannot be read again, so --resume needs files.")
    }
  }

  func run() throws {
    var settings = try shared.settings()
    if let failOn {
      settings.failOn = Setting(failOn.verdict, from: .option("--fail-on"))
    }
    try SameFile.check(inputs: paths, output: output)
    try SameFile.check(written: writtenFiles)
    try SameFile.check(
      outputs: [output],
      keeping: settings.kept + [.init("the folder of other rules", compareRules)])
    let rules = try ActiveRules(settings)
    let plan = try AuditPlan(self, settings: settings, rules: rules)
    if resume != nil, let output { StaleParts.remove(of: output) }
    let run = AuditRun(
      plan.order, context: plan.context, identity: plan.identity,
      other: plan.otherIdentity,
      sink: try plan.sink(
        format, to: output, usesColour: settings.colour.value.isUsed(for: output), isQuiet: quiet))
    let end = try run.run(conditions: resume == nil ? [] : plan.conditions())
    if let baseline = plan.baseline, let tally = run.baseline {
      try baseline.finish(tally, end, choosesPosts: plan.context.filter.choosesPosts)
    }
    run.removeCheckpoint()
    if exitZero { return }
    let worst = known.acceptNew ? .clear : run.worst
    throw CommandFault.exit(
      ExitStatus(end, worst: worst, failOn: settings.failOn.value).rawValue)
  }

  /// The files that the run may write, with the options that name them.
  private var writtenFiles: [(option: String, path: String)] {
    let named = [
      ("--output", output), ("--resume", resume),
      ("--resume", resume.map { ResumableResult.lines(beside: $0) }),
      ("--baseline", known.baseline), ("--baseline-key", known.baselineKey),
      (
        "--baseline",
        known.baselineKey == nil ? known.baseline.map { BaselineKey.path(beside: $0) } : nil
      ),
    ]
    return named.compactMap { option, path in path.map { (option, $0) } }
  }
}

extension ExitStatus {
  /// The code for the end of an audit, whose worst listed post got a verdict.
  init(_ end: AuditEnd, worst: Verdict, failOn threshold: Verdict) {
    if worst >= threshold {
      self = .failed
    } else if end.tally.failed > 0 || end.tally.incomplete > 0 || !end.complaints.isEmpty {
      self = .incomplete
    } else {
      self = .passed
    }
  }
}
