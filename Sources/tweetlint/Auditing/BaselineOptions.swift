import ArgumentParser

/// The options that name what is known already.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("List only findings that this file does not know.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      The file with the key of the baseline; else TWEETLINT_BASELINE_KEY holds the key, or a file \
      of the same name with .key added, beside the baseline.
      """, valueName: "file"), completion: .file())
  var baselineKey: String?

  @Flag(name: .long, help: "Take out of the baseline what was not found any more.")
  var updateBaseline = false

  @Flag(name: .long, help: "With --update-baseline, put into it what is new.")
  var acceptNew = false

  mutating func validate() throws {
    if baseline == nil, updateBaseline || acceptNew || baselineKey != nil {
      throw ValidationError(
        "--baseline-key, --update-baseline and --accept-new go with --baseline FILE.")
    }
    if acceptNew, !updateBaseline {
      throw ValidationError("--accept-new goes with --update-baseline.")
    }
  }
}
