/// Reads the facts that a matcher asks for.
struct FactReader {
  /// The keys of facts.
  static let keys = [
    "reply", "quote", "media", "thread", "alt_text", "parent_text", "purpose", "case_stage",
    "channel", "account", "nation", "bilingual", "calendar", "urgency",
  ]

  /// Where faults go.
  let record: LoadRecord

  /// Reads facts in the order of ``keys``; `nil` when there are none, which is then reported.
  func read(_ value: YAMLValue) -> [Fact]? {
    guard let mapping = MappingReader(value, "`fact`", keys: Self.keys, record: record) else {
      return nil
    }
    if !Self.keys.contains(where: mapping.has) {
      if case .mapping(let entries) = value.content, entries.isEmpty {
        record.report(
          .empty, at: value, "`fact` asks for nothing.",
          hint: "Name a fact, such as `{reply: true}`.")
      }
      return nil
    }
    return Self.keys.compactMap { key in
      mapping.value(key).flatMap { fact(key, $0) }
    }
  }

  private func fact(_ key: String, _ value: YAMLValue) -> Fact? {
    switch key {
    case "reply": truth(key, value).map(Fact.isReply)
    case "quote": truth(key, value).map(Fact.isQuote)
    case "media": truth(key, value).map(Fact.hasMedia)
    case "thread": truth(key, value).map(Fact.isThread)
    case "bilingual": truth(key, value).map(Fact.isBilingual)
    case "alt_text": presence(key, value).map(Fact.altTextMissing)
    case "parent_text": presence(key, value).map(Fact.parentTextMissing)
    case "purpose": .purpose(words(key, value, among: Vocabulary.purposes))
    case "case_stage": .caseStage(words(key, value, among: Vocabulary.caseStages))
    case "account": .account(words(key, value, among: Vocabulary.accounts))
    case "nation": .nation(words(key, value, among: Vocabulary.nations))
    case "channel": .channel(channels(value))
    case "calendar": .calendar(calendars(value))
    default:
      record.word(value, "`\(key)`", among: Vocabulary.urgencies).map { _ in .isLifeAtRisk(true) }
    }
  }

  private func truth(_ key: String, _ value: YAMLValue) -> Bool? {
    record.boolean(value, "`\(key)`")
  }

  private func presence(_ key: String, _ value: YAMLValue) -> Bool? {
    record.word(value, "`\(key)`", among: ["missing", "present"]).map { $0 == "missing" }
  }

  private func words(_ key: String, _ value: YAMLValue, among words: [String]) -> [String] {
    record.oneOrMore(value, "`\(key)`").compactMap {
      record.word($0, "`\(key)`", among: words)
    }
  }

  private func channels(_ value: YAMLValue) -> [String] {
    record.oneOrMore(value, "`channel`").compactMap {
      record.identifier($0, "`channel`")?.value
    }
  }

  private func calendars(_ value: YAMLValue) -> [String] {
    record.oneOrMore(value, "`calendar`").compactMap {
      record.name(.calendar, $0, "`calendar`", owner: "")?.value
    }
  }
}
