import ArgumentParser
import Reports
import RiskEngine
import Rules

/// Checks drafts and says what could go wrong.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check drafts before they are sent.",
    discussion: """
      A draft is plain text, text with YAML front matter, JSON, or JSON Lines; a file \
      that ends in .json, .jsonl or .ndjson is always JSON. A line --- begins a further post of a \
      thread. A draft has at most 1 MiB, an input at most 16 MiB.

      EXAMPLES
        echo "Kicking down doors is our favourite thing to do" | tweetlint check
        tweetlint check drafts/monday.md --format sarif -o monday.sarif
        tweetlint check --text "Exactly this." --reply-to "The Mayor has no idea."

      EXIT STATUS
        0  nothing at or over --fail-on
        1  something at or over --fail-on
        2  something could not be read or done
        3  nothing at or over --fail-on, but something was not checked
        64 wrong usage
      """)

  @Argument(
    help: ArgumentHelp(
      "Files with drafts; - or none for standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(name: .long, help: ArgumentHelp("A text to check.", valueName: "text"))
  var text: [String] = []

  @OptionGroup(title: "What surrounds the draft")
  var draft: DraftOptions

  @Option(name: .long, help: "The form of the results.")
  var format: OutputFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The verdict that fails: advise, review or hold; review if left out.", valueName: "verdict"))
  var failOn: FailOn?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the results to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .long, help: "Show every point of the score.")
  var explain = false

  @Flag(name: .long, help: "Show words that are hidden otherwise, such as telephone numbers.")
  var showSensitive = false

  @Flag(name: .shortAndLong, help: "One line for each draft that is not clear.")
  var quiet = false

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  mutating func validate() throws {
    if !text.isEmpty, !files.isEmpty {
      throw ValidationError("Give either --text or files, not both.")
    }
    if text.count > 1 {
      throw ValidationError("Give --text once: a text with blanks goes into quotes.")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  func run() throws {
    var settings = try shared.settings()
    if let format {
      settings.format = Setting(format, from: .option("--format"))
    }
    if let failOn {
      settings.failOn = Setting(failOn.verdict, from: .option("--fail-on"))
    }
    try SameFile.check(
      outputs: [output],
      keeping: files.map { .init("a draft", $0) } + settings.kept)
    let rules = try ActiveRules(settings)
    let run = CheckRun(settings: settings, rules: rules, options: draft)
    hintAtTerminal()
    let records = try run.records(of: inputs)
    let status = ExitStatus(records, failOn: settings.failOn.value)
    try deliver(
      Report(
        records: records, isList: inputs.count > 1 || records.count > 1,
        manifest: rules.program.manifest,
        rulesSHA256: showsDigest(in: settings.format.value) ? rules.sha256 : "",
        toolVersion: ToolVersion.current, exitCode: Int(status.rawValue), isExplained: explain,
        showsSensitive: showSensitive), settings: settings)
    throw CommandFault.exit(status.rawValue)
  }

  /// Whether the output names the rules' digest, which a person who waits for a verdict need not wait for.
  private func showsDigest(in format: OutputFormat) -> Bool {
    switch format {
    case .json, .sarif: true
    case .text: explain
    case .github: false
    }
  }

  private var inputs: [DraftInput] {
    if let text = text.first { return [.text(text)] }
    return files.isEmpty
      ? [.standardInput] : files.map { $0 == "-" ? .standardInput : .file($0) }
  }

  private func deliver(_ report: Report, settings: Settings) throws(CommandFault) {
    let look = TextReport.Look(
      width: output == nil ? Console.width : 80,
      usesColour: settings.colour.value.isUsed(for: output),
      isQuiet: quiet)
    let bytes =
      switch settings.format.value {
      case .text: TextReport(report, look: look).rendered()
      case .json: JSONReport(report).rendered()
      case .sarif: SARIFReport(report).rendered()
      case .github: GitHubReport(report).rendered()
      }
    try CommandOutput.deliver(bytes, to: output)
  }

  /// Somebody who waits in front of an empty terminal is told what for.
  private func hintAtTerminal() {
    guard text.isEmpty, files.isEmpty, Console.isInputTerminal else { return }
    Console.complain("Type or paste the draft, then press Ctrl-D on an empty line.")
  }
}

/// A verdict as a threshold.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case advise, review, hold

  /// The verdict.
  var verdict: Verdict {
    switch self {
    case .advise: .advise
    case .review: .review
    case .hold: .hold
    }
  }
}
