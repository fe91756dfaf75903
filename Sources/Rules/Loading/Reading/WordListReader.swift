/// Reads a file of `lists/`.
struct WordListReader {
  /// Where faults go.
  let record: LoadRecord

  /// Reads a list; `nil` when something that it needs is missing, which is then reported.
  ///
  /// The stem is the file's name without its ending, which is the id.
  func read(_ value: YAMLValue, stem: String) -> WordList? {
    let keys = ["id", "title", "source", "case", "masked", "sensitive", "include", "terms"]
    guard let mapping = MappingReader(value, "a word list", keys: keys, record: record) else {
      return nil
    }
    let id = record.identity(of: mapping, stem: stem)
    let title = mapping.requiredString("title")
    let source = mapping.requiredString(
      "source", hint: "Say where the terms come from, such as `House list, 2026`.")
    let letterCase = mapping.choice("case", of: Matcher.LetterCase.self) ?? .ignore
    let isMasked = mapping.boolean("masked") ?? false
    // Words that people star out are words that hurt, unless the list says otherwise.
    let isSensitive = mapping.boolean("sensitive") ?? isMasked
    let includes = mapping.value("include").map { included($0, by: stem) } ?? []
    if !mapping.has("include") && !mapping.has("terms") { mapping.reportMissing("terms") }
    let terms =
      mapping.value("terms").map {
        TermListReader(record: record).terms($0, "`terms`", letterCase: letterCase)
      } ?? []
    guard let id, let title, let source else { return nil }
    return WordList(
      id: id.value, title: title, source: source, letterCase: letterCase, isMasked: isMasked,
      isSensitive: isSensitive, terms: terms, includes: includes, place: id.place)
  }

  private func included(_ value: YAMLValue, by list: String) -> [Placed<String>] {
    (record.items(value, "`include`") ?? []).compactMap {
      record.name(.includedList, $0, "An item of `include`", owner: list)
    }
  }
}
