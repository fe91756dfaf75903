extension RuleReader {
  /// How many examples of each kind a rule has at least, unless it is on trial.
  static let exampleMinimum = 5

  /// Reads the examples of a rule, and reports one that has too few.
  func examples(
    of mapping: MappingReader, status: Rule.Status
  ) -> (flags: [Example], passes: [Example]) {
    let keys = ["flags", "passes"]
    guard let value = mapping.required("examples"),
      let examples = MappingReader(value, "`examples`", keys: keys, record: record)
    else { return ([], []) }
    let read = keys.map { key -> [Example] in
      let written = examples.value(key)
      let found = written.map {
        ExampleReader(record: record, areFlags: key == "flags").read($0)
      }
      if status != .trial, examples.has(key) == (written != nil) {
        checkNumber(of: key, status, written: written, at: mapping.key("examples") ?? value)
      }
      return found ?? []
    }
    return (read[0], read[1])
  }

  // Broken examples count: they are reported for themselves.
  private func checkNumber(
    of key: String, _ status: Rule.Status, written: YAMLValue?, at examples: YAMLValue
  ) {
    let number: Int
    switch written?.content {
    case .sequence(let items): number = items.count
    case nil: number = 0
    default: return
    }
    guard number < Self.exampleMinimum else { return }
    record.report(
      .missingExample, at: examples,
      "\(status == .live ? "A live" : "An observed") rule needs at least \(Self.exampleMinimum) `\(key)`; this one has \(number).",
      hint: "Add posts from different situations, or set `status: trial`.")
  }
}
