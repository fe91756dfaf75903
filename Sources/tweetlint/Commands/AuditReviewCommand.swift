import ArgumentParser
import Audit
import Reports

/// Goes through the findings of a result with a person who knows, and measures the rules by the answers.
struct AuditReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Say of the findings of a result whether they are right.",
    discussion: """
      The result is what `tweetlint audit --format jsonl` wrote, plain or compressed. Findings are \
      shown one by one, worst first; a key answers: r right, w wrong, u unsure, s skip, b back, \
      q quit, ? help. Without a terminal, each line of standard input is a key. An answer is kept \
      as soon as it is given, and the next review goes on after it.

      EXAMPLES
        tweetlint audit archive.zip --format jsonl -o result.jsonl; tweetlint audit review result.jsonl
        tweetlint audit review result.jsonl --sample 200     # 200 findings drawn by lot
        tweetlint audit review result.jsonl --summary        # what the answers say of each rule
        tweetlint audit review result.jsonl --export-passes passes.yaml

      EXIT STATUS
        0  done, or quit
        2  the result or the answers could not be read or written
        64 wrong usage
      """)

  @Argument(
    help: ArgumentHelp("The lines of the result.", valueName: "result"),
    completion: .file(extensions: ["jsonl"]))
  var result: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file of answers; RESULT.labels.jsonl if left out.", valueName: "file"),
    completion: .file())
  var labels: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Only findings of this rule; may be given more than once.", valueName: "id"))
  var rule: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only findings of this category; may be given more than once.", valueName: "id"))
  var category: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only so many findings, drawn by lot.", valueName: "number"))
  var sample: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the lot depends on; the same number draws the same findings. 1 if left out.",
      valueName: "number"))
  var seed: UInt64 = 1

  @Flag(name: .long, help: "Say what the answers come to, and ask nothing.")
  var summary = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the findings that were called wrong as `passes` examples, and ask nothing.",
      valueName: "file"), completion: .file(extensions: ["yaml"]))
  var exportPasses: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Colours: auto, always or never; NO_COLOR counts.", valueName: "when"))
  var color: ColourChoice?

  mutating func validate() throws {
    if result == "-" {
      throw ValidationError("The keys come from standard input, so the result must be a file.")
    }
    if let sample, sample < 1 || sample > ReviewItems.most {
      throw ValidationError("--sample is 1 to \(ReviewItems.most).")
    }
  }

  func run() throws {
    var choice = ReviewChoice()
    choice.rules = Set(rule)
    choice.categories = Set(category)
    choice.sample = sample
    choice.seed = seed
    let labels = labels ?? LabelFile.path(beside: result)
    try SameFile.check(outputs: [labels], keeping: [.init("the result", result)])
    try SameFile.check(
      outputs: [exportPasses],
      keeping: [.init("the result", result), .init("the file of answers", labels)])
    let run = ReviewRun(
      result: result, labels: labels, choice: choice,
      look: TextReport.Look(width: Console.width, usesColour: colour.usesColour))
    guard summary || exportPasses != nil else { return try run.walk() }
    if let exportPasses { try run.exportPasses(to: exportPasses) }
    if summary { try run.summarise() }
  }

  private var colour: ColourChoice {
    color ?? (ColourChoice.isTurnedOff ? .never : .auto)
  }
}
