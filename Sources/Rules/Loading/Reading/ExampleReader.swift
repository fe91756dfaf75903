/// Reads the examples of a rule.
struct ExampleReader {
  private static let keys = [
    "text", "reply_to", "quote", "media", "thread", "at", "purpose", "case_stage", "account",
    "channel", "urgency", "severity", "note",
  ]

  /// Where faults go.
  let record: LoadRecord
  /// True for posts that the rule must find.
  let areFlags: Bool

  /// Reads a list of examples, leaving out broken ones.
  func read(_ value: YAMLValue) -> [Example] {
    let what = areFlags ? "`flags`" : "`passes`"
    return (record.items(value, what, mayBeEmpty: true) ?? []).compactMap(example)
  }

  private func example(_ value: YAMLValue) -> Example? {
    if value.scalar != nil {
      return text(value).map { Example(text: $0.text, marks: $0.marks, place: value.place) }
    }
    guard let mapping = MappingReader(value, "an example", keys: Self.keys, record: record) else {
      return nil
    }
    // A reply or quote whose text is empty stands for one whose text was not supplied.
    let replyTo = context("reply_to", of: mapping)
    let quote = context("quote", of: mapping)
    let severity = mapping.choice("severity", of: Severity.self)
    if let key = mapping.key("severity"), !areFlags {
      record.report(
        .misplaced, at: key, "A post that passes has no severity.",
        hint: "`severity` goes with the examples among `flags`.")
    }
    let (thread, media, facts) = (
      mapping.strings("thread").map(\.value), media(of: mapping), facts(of: mapping)
    )
    let note = mapping.string("note")
    guard let text = mapping.required("text").flatMap(text) else { return nil }
    return Example(
      text: text.text, marks: text.marks, replyTo: replyTo, quote: quote, thread: thread,
      media: media, facts: facts, severity: severity, note: note, place: value.place)
  }

  private func text(_ value: YAMLValue) -> ExampleMarks? {
    guard let written = record.string(value, "The text of an example", mayBeEmpty: true) else {
      return nil
    }
    switch ExampleMarks.read(written.value) {
    case .success(let marked):
      if !areFlags, !marked.marks.isEmpty {
        record.report(
          .badMark, at: value, "A post that passes has nothing to mark.",
          hint: "Remove the `[[` and `]]`.")
      }
      return marked
    case .failure(let fault):
      record.report(
        .badMark, atScalar: fault.offset, of: value, fault.message, hint: fault.hint, width: 2)
      return nil
    }
  }

  private func context(_ key: String, of mapping: MappingReader) -> String? {
    mapping.value(key).flatMap { record.string($0, "`\(key)`", mayBeEmpty: true) }?.value
  }

  private func media(of mapping: MappingReader) -> [String?] {
    guard let value = mapping.value("media") else { return [] }
    return (record.items(value, "`media`") ?? []).compactMap { item -> String?? in
      guard let picture = MappingReader(item, "a picture", keys: ["alt"], record: record) else {
        return nil
      }
      let alt = picture.value("alt").flatMap { record.string($0, "`alt`", mayBeEmpty: true) }
      return .some(alt.flatMap { $0.value.isEmpty ? nil : $0.value })
    }
  }

  private func facts(of mapping: MappingReader) -> [String: String] {
    var facts: [String: String] = [:]
    facts["at"] = mapping.value("at").flatMap { record.moment($0, "`at`") }
    facts["purpose"] = word("purpose", of: mapping, among: Vocabulary.purposes)
    facts["case_stage"] = word("case_stage", of: mapping, among: Vocabulary.caseStages)
    facts["urgency"] = word("urgency", of: mapping, among: Vocabulary.urgencies)
    facts["channel"] = mapping.value("channel").flatMap {
      record.identifier($0, "`channel`")?.value
    }
    let keys = ["kind", "nation", "bilingual"]
    guard let value = mapping.value("account"),
      let account = MappingReader(value, "an account", keys: keys, record: record)
    else { return facts }
    facts["account.kind"] = word("kind", of: account, among: Vocabulary.accounts)
    facts["account.nation"] = word("nation", of: account, among: Vocabulary.nations)
    facts["account.bilingual"] = account.boolean("bilingual").map { $0 ? "true" : "false" }
    return facts
  }

  private func word(
    _ key: String, of mapping: MappingReader, among words: [String]
  ) -> String? {
    mapping.value(key).flatMap { record.word($0, "`\(key)`", among: words) }
  }
}
