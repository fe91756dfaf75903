import ArgumentParser
import Glibc
import Reports
import RiskEngine
import Rules

/// Measures rules on labelled posts.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure the rules on labelled posts.",
    discussion: """
      A set is JSON Lines. A line is a draft with an `id`, and with `expect`: the categories \
      that it should be found for, the main one first; [] for an ordinary post. \
      `context` is the post that it answers or quotes. A post without `at` has no day. \
      An input has at most 256 MiB.

      A risky post is caught when its main category is found at any severity, or, \
      where no category is named, when its verdict is review or hold.

      EXAMPLES
        tweetlint evaluate cases.jsonl
        tweetlint evaluate street.jsonl --unlabelled ordinary --max-review 1.5
        tweetlint evaluate old.jsonl --unlabelled risky --only label=trouble
        tweetlint evaluate cases.jsonl --compare my-rules
        tweetlint evaluate ordinary.jsonl cases.jsonl --record rates.json

      EXIT STATUS
        0  every budget is kept, or none was set
        1  a budget is not kept
        2  something could not be read or done
        3  every budget is kept, but some post could not be checked in full
        64 wrong usage
      """)

  @Argument(
    help: ArgumentHelp("Files with labelled posts; - for standard input.", valueName: "labelled"),
    completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(name: .long, help: "What a line without `expect` is: ordinary or risky.")
  var unlabelled: Unlabelled?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only posts with this value; given more than once, all must hold.", valueName: "key=value"))
  var only: [KeyValue] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "No posts with this value; `expect=` leaves out ordinary ones. May be given more than once.",
      valueName: "key=value"))
  var except: [KeyValue] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Report apart what has different values of a key.", valueName: "key"))
  var groupBy: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A further key that lines may have and that is not read; may be given more than once.",
      valueName: "key"))
  var ignoreKey: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Say, post by post, what the rules in this folder would change.", valueName: "dir"),
    completion: .directory)
  var compare: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Write each rule's measured rate to a file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var record: String?

  @OptionGroup(title: "Budgets")
  var limits: BudgetOptions

  @Option(name: .long, help: "The form of the report: text or json.")
  var format: ListFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("How many threads to use; all cores if left out.", valueName: "number"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Tables only, no lists of posts.")
  var quiet = false

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  mutating func validate() throws {
    if let twice = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
      throw ValidationError("\(files[twice]) is given twice; its posts would count twice.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is 1 to 256.")
    }
    if compare != nil, record != nil || limits.budgets != EvaluationBudgets() {
      throw ValidationError(
        "--compare is about two packs; --record and budgets are about one. Give them apart.")
    }
  }

  func run() throws {
    let settings = try shared.settings()
    try SameFile.check(
      outputs: [output, record],
      keeping: files.map { .init("a set of posts", $0) } + settings.kept)
    try SameFile.check(
      written: [("--record", record), ("--output", output)].compactMap { option, path in
        path.map { (option, $0) }
      })
    if let record { try Self.refuseOtherFile(record) }
    let run = EvaluationRun(
      settings: settings, rules: try ActiveRules(settings), jobs: jobs ?? Machine.coreCount)
    if let compare {
      try deliver(comparison(of: run, with: compare), settings: settings)
      return
    }
    let sets = try inputs(for: [run.rules]).sets()
    var evaluation = Evaluation(
      rules: run.identity, sets: run.evaluated(sets), cards: run.rules.program.cards)
    let tally = evaluation.tally
    evaluation.budgets = limits.budgets.lines(for: tally)
    if let idle = evaluation.budgets.first(where: { $0.measured.total == 0 }) {
      throw CommandFault.message("no post to hold a budget against: \(idle.name)")
    }
    if let record {
      guard tally.incomplete == 0 else {
        throw CommandFault.message(
          "\(Wording.count(tally.incomplete, "post", "posts")) could not be checked in full, so \(record) was not written"
        )
      }
      try CommandOutput.deliver(RuleRates(evaluation).rendered(), to: record)
    }
    try deliver(evaluation, settings: settings)
    try finish(evaluation.budgets, tally)
  }

  // MARK: - Steps

  private func inputs(for packs: [ActiveRules]) -> LabelledInputs {
    LabelledInputs(
      files: files, ruleIDs: packs.flatMap(\.ids),
      categories: packs.flatMap { $0.program.manifest.categories.map(\.id) },
      choice: PostChoice(
        unlabelled: unlabelled?.label, groupKey: groupBy, only: only, except: except,
        ignored: ignoreKey))
  }

  private func comparison(
    of run: EvaluationRun, with folder: String
  ) throws(CommandFault) -> Comparison {
    let other = EvaluationRun(
      settings: run.settings, rules: try ActiveRules(run.settings, insteadFrom: folder),
      jobs: run.jobs)
    let sets = try inputs(for: [run.rules, other.rules]).sets()
    return Comparison(
      before: run.identity, after: other.identity,
      sets: zip(run.evaluated(sets), other.evaluated(sets)).map {
        Comparison.Pair(before: $0, after: $1)
      })
  }

  /// Refuses to replace a file that holds anything but rates.
  private static func refuseOtherFile(_ path: String) throws(CommandFault) {
    guard ByteFile.exists(path) else { return }
    let bytes = try? ByteFile.read(path, atMost: 1 << 20)
    if let bytes, RuleRates.read(PackFile(path: path, bytes: bytes)).rates != nil { return }
    throw .message(
      "\(path) is there and holds no rates of rules, so it was not replaced; name another file or remove it"
    )
  }

  private func deliver(_ evaluation: Evaluation, settings: Settings) throws(CommandFault) {
    switch format {
    case .text:
      let look = look(settings)
      try CommandOutput.deliver(EvaluationText(evaluation, look: look).rendered(), to: output)
    case .json: try CommandOutput.deliver(EvaluationJSON(evaluation).rendered(), to: output)
    }
  }

  private func deliver(_ comparison: Comparison, settings: Settings) throws(CommandFault) {
    switch format {
    case .text:
      let look = look(settings)
      try CommandOutput.deliver(ComparisonText(comparison, look: look).rendered(), to: output)
    case .json: try CommandOutput.deliver(ComparisonJSON(comparison).rendered(), to: output)
    }
  }

  private func look(_ settings: Settings) -> TextReport.Look {
    TextReport.Look(
      width: output == nil ? Console.width : 80,
      usesColour: settings.colour.value.isUsed(for: output), isQuiet: quiet)
  }

  /// Says which budgets are not kept, and ends with the code for it.
  private func finish(
    _ budgets: [EvaluationBudgets.Line], _ tally: EvaluationTally
  ) throws(CommandFault) {
    let over = budgets.filter { !$0.isKept }
    for line in over {
      let share = "\(line.measured.count) of \(line.measured.total)"
      Console.complain(
        "tweetlint: budget not kept: "
          + TerminalText.shown(
            "\(line.name): \(share), but \(line.isMinimum ? "at least" : "at most") \(line.limit)"))
    }
    if !over.isEmpty { throw .exit(1) }
    guard tally.incomplete > 0 else { return }
    let posts = Wording.count(tally.incomplete, "post", "posts")
    Console.complain("tweetlint: \(posts) could not be checked in full")
    throw .exit(3)
  }
}
