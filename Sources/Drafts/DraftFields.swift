package import PostText
package import Reports
package import Rules

/// Reads the keys of a draft, be they front matter or JSON.
package struct DraftFields {
  /// The keys that a draft may have.
  static let keys = [
    "account", "channel", "reply_to", "quote", "spoiler_text", "poll", "media", "purpose",
    "case_stage", "at", "urgency", "waive",
  ]

  /// Where faults go.
  let record: LoadRecord
  /// The rules that a draft may set aside; any when it is not known which there are.
  let ruleIDs: [String]?

  /// Takes where faults go and which rules there are.
  package init(record: LoadRecord, ruleIDs: [String]?) {
    self.record = record
    self.ruleIDs = ruleIDs
  }

  /// Reads a mapping into a draft and tells where its parts stand.
  ///
  /// `extraKeys` are keys that the caller reads itself; the mapping is given back for that.
  @discardableResult
  func read(
    _ value: YAMLValue, _ what: String, extraKeys: [String], into draft: inout Draft,
    _ places: inout [PartName: PartPlace]
  ) -> MappingReader? {
    guard
      let mapping = MappingReader(value, what, keys: extraKeys + Self.keys, record: record)
    else { return nil }
    draft.account = mapping.string("account").map(Self.handle)
    draft.channel = mapping.string("channel")
    draft.replyTo = context("reply_to", in: mapping, part: .replyTo, &places)
    draft.quote = context("quote", in: mapping, part: .quote, &places)
    if let warning = mapping.value("spoiler_text") {
      draft.spoilerText = record.string(warning, "`spoiler_text`", mayBeEmpty: true)?.value
      places[.spoiler] = PartPlace(warning)
    }
    for (number, choice) in mapping.strings("poll").enumerated() {
      draft.poll.append(choice.value)
      places[.choice(number)] = PartPlace(choice)
    }
    if let media = mapping.value("media") {
      draft.media = readMedia(media, &places)
    }
    draft.purpose = mapping.choice("purpose")
    draft.caseStage = mapping.choice("case_stage")
    draft.day = mapping.value("at").flatMap { record.dated($0, "`at`") }?.day
    if let urgency = mapping.value("urgency") {
      draft.isLifeAtRisk =
        record.word(urgency, "`urgency`", among: Vocabulary.urgencies) != nil
    }
    draft.waivers = mapping.value("waive").map(waivers) ?? []
    return mapping
  }

  /// A handle without its at sign.
  package static func handle(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "@") ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// A context from a text, which is an address when it looks like one.
  package static func context(from text: String) -> Draft.Context {
    let isAddress =
      ["https://", "http://"].contains { text.utf8.starts(with: $0.utf8) }
      && !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    return isAddress ? Draft.Context(url: text) : Draft.Context(text: text)
  }

  /// Another account's post under a key: an object, or its text or address alone.
  package func context(
    _ key: String, in mapping: MappingReader, part: PartName,
    _ places: inout [PartName: PartPlace]
  ) -> Draft.Context? {
    guard let value = mapping.value(key) else { return nil }
    if value.scalar != nil {
      places[part] = PartPlace(value)
      return record.string(value, "`\(key)`").map { Self.context(from: $0.value) }
    }
    guard
      let parts = MappingReader(
        value, "`\(key)`", keys: ["author", "id", "text", "url"], record: record)
    else { return nil }
    places[part] = parts.value("text").map { PartPlace($0) }
    return Draft.Context(
      author: parts.string("author").map(Self.handle), text: parts.string("text"),
      url: parts.string("url") ?? parts.string("id"))
  }

  private func readMedia(
    _ value: YAMLValue, _ places: inout [PartName: PartPlace]
  ) -> [Draft.Media] {
    var media: [Draft.Media] = []
    for item in record.items(value, "`media`", mayBeEmpty: true) ?? [] {
      guard
        let parts = MappingReader(
          item, "a picture of `media`", keys: ["type", "file", "alt", "alt_unknown"], record: record
        )
      else { continue }
      let alt = parts.value("alt").flatMap { record.string($0, "`alt`", mayBeEmpty: true) }
      places[.alt(media.count)] = parts.value("alt").map { PartPlace($0) }
      media.append(
        Draft.Media(
          file: parts.string("file"), alt: alt?.value,
          isAltUnknown: alt == nil && parts.boolean("alt_unknown") ?? false))
    }
    return media
  }

  private func waivers(_ value: YAMLValue) -> [Draft.Waiver] {
    (record.items(value, "`waive`", mayBeEmpty: true) ?? []).compactMap { item in
      guard
        let parts = MappingReader(
          item, "an item of `waive`", keys: ["rule", "reason"], record: record),
        let rule = parts.requiredString("rule"),
        let reason = parts.requiredString("reason", hint: "Say why the rule does not apply here.")
      else { return nil }
      if let ruleIDs, !ruleIDs.contains(rule), let written = parts.value("rule") {
        let nearest = Nearest.to(rule, among: ruleIDs)
        record.report(
          .unknownValue, at: written, "There is no rule `\(rule)`.",
          hint: nearest.map { "Did you mean `\($0)`?" } ?? "`tweetlint rules list` names them.")
      }
      return Draft.Waiver(rule: rule, reason: reason)
    }
  }
}

extension PartPlace {
  /// The place of a value whose text is written with quotes or escapes.
  init(_ value: YAMLValue) {
    self.init(value.place)
  }

  /// The place of an item of a list.
  init(_ item: Placed<String>) {
    self.init(item.place)
  }

  private init(_ place: SourcePlace) {
    self.init(line: place.line, column: place.column, utf8: 0, scalar: 0, isVerbatim: false)
  }
}
