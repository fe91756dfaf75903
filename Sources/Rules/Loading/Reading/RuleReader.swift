/// Reads a rule file.
struct RuleReader {
  private static let keys = [
    "id", "title", "category", "severity", "confidence", "status", "sensitive", "match", "when",
    "unless", "weaker", "stronger", "spares", "reads_as", "why", "advice", "suggestions", "ask",
    "question", "references", "evidence", "examples",
  ]

  /// Where faults go.
  let record: LoadRecord
  /// The categories of the pack, for what rules leave to them.
  let categories: [String: Category]
  /// The scopes of the pack, for the kinds of detail that they count.
  var scopes: [String: Scope] = [:]

  /// Reads a rule; `nil` when something that it needs is missing, which is then reported.
  ///
  /// The stem is the file's name without its ending, which is the id.
  func read(_ value: YAMLValue, stem: String) -> Rule? {
    guard let mapping = MappingReader(value, "a rule", keys: Self.keys, record: record) else {
      return nil
    }
    let id = record.identity(of: mapping, stem: stem)
    let title = mapping.requiredString("title")
    let category = mapping.required("category").flatMap {
      record.name(.category, $0, "`category`", owner: stem)?.value
    }
    let known = category.flatMap { categories[$0] }
    let severity = severity(of: mapping)
    let confidence = mapping.integer("confidence", in: 1...100) ?? 100
    let status = mapping.choice("status", of: Rule.Status.self) ?? .live
    let isSensitive = mapping.boolean("sensitive") ?? false
    let match = alternatives(of: mapping, owner: stem)
    let words =
      status == .observed
      ? Rule.Advice(readsAs: "", why: "", advice: "")
      : words(of: mapping, category: known, isCategoryKnown: category == nil || known != nil)
    let evidence = evidence(of: mapping)
    let examples = examples(of: mapping, status: status)
    if status == .observed { checkObserved(mapping, match: match, flags: examples.flags) }
    let conditions = ConditionReader(record: record, owner: stem)
    let when = conditions.read("when", of: mapping, mayShift: false)
    let unless = conditions.read("unless", of: mapping, mayShift: false)
    let weaker = conditions.read("weaker", of: mapping, mayShift: true)
    let stronger = conditions.read("stronger", of: mapping, mayShift: true)
    let conditionMatchers = (when + weaker + stronger).map(\.matcher)
    checkPlaceholders(of: mapping, matchers: match.map(\.matcher) + conditionMatchers)
    let spares = Set(
      (mapping.value("spares").map { record.oneOrMore($0, "`spares`") } ?? []).compactMap {
        record.choice($0, "An item of `spares`", of: OwnValueKind.self)
      })
    guard let id, let title, let category, let words else { return nil }
    return Rule(
      id: id.value, title: title, category: category,
      severity: severity ?? (status == .observed || asksOnly(mapping) ? nil : known?.severity),
      confidence: confidence, status: status, isSensitive: isSensitive, match: match, when: when,
      unless: unless,
      weaker: weaker, stronger: stronger, spares: spares, words: words, evidence: evidence,
      flags: examples.flags, passes: examples.passes, place: id.place)
  }

  private func asksOnly(_ mapping: MappingReader) -> Bool {
    mapping.value("severity")?.scalar?.text == "question"
  }

  private func severity(of mapping: MappingReader) -> Severity? {
    guard let value = mapping.value("severity") else { return nil }
    if asksOnly(mapping) {
      if !mapping.has("question") {
        mapping.reportMissing("question", hint: "A rule that only asks has to say what it asks.")
      }
      return nil
    }
    let words = Severity.allCases.map(\.rawValue) + ["question"]
    return record.word(value, "`severity`", among: words).flatMap(Severity.init(rawValue:))
  }

  private func alternatives(of mapping: MappingReader, owner: String) -> [Rule.Alternative] {
    guard let value = mapping.required("match") else { return [] }
    let matchers = MatcherReader(record: record, owner: owner)
    return (record.items(value, "`match`") ?? []).compactMap {
      matchers.read($0, as: .alternative)
    }
  }

  private func words(
    of mapping: MappingReader, category: Category?, isCategoryKnown: Bool
  ) -> Rule.Advice? {
    let readsAs = mapping.requiredString("reads_as")
    let advice = mapping.requiredString("advice")
    let why = mapping.string("why") ?? category?.why
    if why == nil, isCategoryKnown, category != nil, !mapping.has("why") {
      mapping.reportMissing("why", hint: "Its category gives no reason either.")
    }
    let suggestions = mapping.strings("suggestions").map(\.value)
    let (ask, question) = (mapping.string("ask"), mapping.string("question"))
    let references = record.names(.reference, in: mapping, key: "references", owner: "")
    guard let readsAs, let advice else { return nil }
    return Rule.Advice(
      readsAs: readsAs, why: why ?? "", advice: advice, suggestions: suggestions,
      ask: ask ?? category?.ask, question: question,
      references: mapping.value("references") == nil ? category?.references ?? [] : references)
  }

  private func evidence(of mapping: MappingReader) -> [Rule.Evidence] {
    guard let value = mapping.value("evidence") else { return [] }
    return (record.items(value, "`evidence`", mayBeEmpty: true) ?? []).compactMap { item in
      guard
        let evidence = MappingReader(
          item, "a piece of evidence", keys: ["what", "url"], record: record)
      else { return nil }
      let url = evidence.address("url")
      return evidence.requiredString("what").map { Rule.Evidence(what: $0, url: url) }
    }
  }
}
