package import Rules

extension RuleRates {
  /// Reads a file of rates strictly.
  ///
  /// JSON of this kind is YAML too, so the reader of rule files reads it and its faults have their places. Only counts
  /// are read; what follows from them is worked out anew.
  ///
  /// - Parameter file: The file.
  /// - Returns: The rates when there is no fault, and the faults.
  package static func read(_ file: PackFile) -> (rates: RuleRates?, problems: [RuleProblem]) {
    let record = LoadRecord()
    let rates = record.read(file).flatMap { Self.rates(of: $0, record) }
    let problems = record.sortedProblems
    return (problems.isEmpty ? rates : nil, problems)
  }

  private static func rates(of value: YAMLValue, _ record: LoadRecord) -> RuleRates? {
    guard
      let mapping = MappingReader(
        value, "a report of rates", keys: ["schema", "pack", "sets", "rules"], record: record)
    else { return nil }
    let hint = "Write the file anew: `tweetlint evaluate … --record FILE`."
    if let schema = mapping.required("schema", hint: hint) {
      _ = record.word(schema, "`schema`", among: [Self.schema])
    }
    let identity = mapping.required("pack", hint: hint).flatMap { Self.identity(of: $0, record) }
    let sets = list("sets", of: mapping, hint, record).compactMap { Self.set(of: $0, record) }
    let rates = list("rules", of: mapping, hint, record).compactMap { Self.rate(of: $0, record) }
    return identity.map { RuleRates(rules: $0, sets: sets, rates: rates) }
  }

  private static func list(
    _ key: String, of mapping: MappingReader, _ hint: String, _ record: LoadRecord
  ) -> [YAMLValue] {
    mapping.required(key, hint: hint)
      .flatMap { record.items($0, "`\(key)`", mayBeEmpty: true) } ?? []
  }

  private static func identity(of value: YAMLValue, _ record: LoadRecord) -> RulesIdentity? {
    guard
      let mapping = MappingReader(
        value, "`pack`", keys: ["pack", "version", "sha256"], record: record),
      let pack = mapping.requiredString("pack"), let version = mapping.requiredString("version"),
      let sha256 = mapping.requiredString("sha256")
    else { return nil }
    return RulesIdentity(pack: pack, version: version, sha256: sha256)
  }

  private static func set(of value: YAMLValue, _ record: LoadRecord) -> MeasuredSet? {
    guard
      let mapping = MappingReader(
        value, "a set", keys: ["name", "sha256", "posts"], record: record),
      let name = mapping.requiredString("name"), let sha256 = mapping.requiredString("sha256"),
      let posts = count("posts", of: mapping, record)
    else { return nil }
    return MeasuredSet(name: name, sha256: sha256, posts: posts)
  }

  private static let counts = [
    "ordinary", "flagged", "review", "risky_expecting", "risky_right", "risky_other",
  ]
  private static let derived = ["per_1000", "low", "high", "precision_percent", "recall_percent"]

  private static func rate(of value: YAMLValue, _ record: LoadRecord) -> RuleRate? {
    guard
      let mapping = MappingReader(
        value, "a rule's rate", keys: ["rule"] + counts + derived, record: record),
      let rule = mapping.requiredString("rule")
    else { return nil }
    let numbers = counts.compactMap { count($0, of: mapping, record) }
    guard numbers.count == counts.count else { return nil }
    let rate = RuleRate(
      rule: rule, ordinary: numbers[0], flagged: numbers[1], review: numbers[2],
      riskyExpecting: numbers[3], riskyRight: numbers[4], riskyOther: numbers[5])
    guard rate.review <= rate.flagged, rate.flagged <= rate.ordinary,
      rate.riskyRight <= rate.riskyExpecting
    else {
      record.report(
        .outOfRange, at: value, "The counts of rule `\(rule)` contradict each other.",
        hint: "Write the file anew: `tweetlint evaluate … --record FILE`.")
      return nil
    }
    return rate
  }

  private static func count(
    _ key: String, of mapping: MappingReader, _ record: LoadRecord
  ) -> Int? {
    mapping.required(key).flatMap { record.integer($0, "`\(key)`", in: 0...Int.max) }
  }
}
