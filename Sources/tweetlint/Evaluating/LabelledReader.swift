import Drafts
import PostText
import Reports
import RiskEngine
import Rules

/// Reads labelled posts: drafts in JSON Lines, each with the categories that it should be found for.
struct LabelledReader {
  /// The most bytes that an input may have.
  static let inputLimit = 256 << 20
  /// The keys of well-known sets that say nothing of the draft and are not read.
  static let noteKeys = [
    "categories", "class", "created_at", "detectability", "force", "is_reply", "kind", "label",
    "note", "outcome", "verbatim", "year",
  ]

  /// The name of the input for messages.
  let name: String
  /// The rules that a draft may set aside.
  let ruleIDs: [String]
  /// The categories that a post may be expected to be found for.
  let categories: [String]
  /// Which posts are wanted, and how they are labelled and grouped.
  let choice: PostChoice

  /// What a line says besides the draft.
  private struct Line {
    var label: PostLabel?
    var group: String?
    var isWanted = true
    var place: SourcePlace?
  }

  /// The posts that are wanted, and every fault of the input; with a fault the posts are not complete.
  func posts(in bytes: [UInt8]) -> (posts: [LabelledPost], problems: [RuleProblem]) {
    if let failure = ByteSoundness.failure(of: bytes) {
      return ([], [problem(failure, at: nil)])
    }
    let lines = JSONDrafts(reader: DraftReader(name: name, ruleIDs: ruleIDs)).drafts(
      in: bytes, furtherKeys: ["context", "expect"] + Self.noteKeys + choice.keys
    ) { line(of: $0, $1, &$2) }
    var posts: [LabelledPost] = []
    var problems: [RuleProblem] = []
    var places: [String: SourcePlace] = [:]
    for (read, line) in lines {
      switch DraftReader.judged(read).outcome {
      case .failure(let failure):
        problems += read.problems.isEmpty ? [problem(failure, at: line?.place)] : read.problems
      case .draft(let draft, _):
        guard let line, let label = line.label, let id = draft.id, let place = line.place else {
          continue
        }
        if let first = places.updateValue(place, forKey: id) {
          problems.append(
            RuleProblem(
              .duplicateId, at: place, "The id `\(id)` stands on line \(first.line) already.",
              hint: "Give each post an id of its own.", width: id.unicodeScalars.count + 2))
        }
        guard line.isWanted else { continue }
        posts.append(LabelledPost(id: id, draft: draft, label: label, group: line.group))
      }
    }
    if lines.isEmpty {
      problems.append(
        RuleProblem(
          .empty, at: SourcePlace(file: name, line: 1, column: 1), "There is no post in it.",
          hint: #"A line reads `{"id": "a1", "text": "…", "expect": ["mocking"]}`."#))
    }
    return (posts, problems)
  }

  private func problem(_ failure: Record.Failure, at place: SourcePlace?) -> RuleProblem {
    let known = failure.line.map {
      SourcePlace(file: name, line: $0, column: failure.column ?? 1)
    }
    return RuleProblem(
      failure.code == DraftReader.empty.code ? .empty : .unreadable,
      at: known ?? place ?? SourcePlace(file: name, line: 1, column: 1), failure.message)
  }

  // MARK: - Keys

  private func line(
    of mapping: MappingReader, _ record: LoadRecord, _ draft: inout Draft
  ) -> Line {
    var line = Line()
    if let id = mapping.required("id", hint: "Reports name posts by their ids.") {
      line.place = id.place
    }
    readContext(mapping, record, into: &draft)
    line.label = label(mapping, record)
    line.group = choice.groupKey.map { key in
      mapping.value(key).map { Self.texts($0).joined(separator: ", ") } ?? "no \(key)"
    }
    line.isWanted =
      choice.only.allSatisfy { Self.has($0, mapping) }
      && !choice.except.contains { Self.has($0, mapping) }
    return line
  }

  private static func has(_ wanted: KeyValue, _ mapping: MappingReader) -> Bool {
    guard let texts = mapping.value(wanted.key).map(texts) else { return false }
    return texts.contains(wanted.value) || texts.isEmpty && wanted.value.utf8.isEmpty
  }

  /// `context` is the post that is answered or quoted, whichever the set does not say.
  private func readContext(
    _ mapping: MappingReader, _ record: LoadRecord, into draft: inout Draft
  ) {
    guard let written = mapping.value("context") else { return }
    var places: [PartName: PartPlace] = [:]
    let context = DraftFields(record: record, ruleIDs: ruleIDs)
      .context("context", in: mapping, part: .replyTo, &places)
    if draft.replyTo != nil || draft.quote != nil {
      record.report(
        .duplicateKey, at: written, "`context` stands beside `reply_to` or `quote`.",
        hint: "Leave `context` out.")
    }
    draft.replyTo = context
  }

  private func label(_ mapping: MappingReader, _ record: LoadRecord) -> PostLabel? {
    guard let value = mapping.value("expect") else {
      if let unlabelled = choice.unlabelled, !mapping.has("expect") { return unlabelled }
      mapping.reportMissing(
        "expect",
        hint: "Write `[]` for an ordinary post, or say what such lines are: --unlabelled ordinary.")
      return nil
    }
    var expected: [String] = []
    for item in record.items(value, "`expect`", mayBeEmpty: true) ?? [] {
      guard let category = record.word(item, "A category of `expect`", among: categories) else {
        continue
      }
      if expected.contains(category) {
        record.report(.duplicateTerm, at: item, "`\(category)` stands twice in `expect`.")
      }
      expected.append(category)
    }
    return expected.isEmpty ? .ordinary : .risky(expected)
  }

  private static func texts(_ value: YAMLValue) -> [String] {
    switch value.content {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let items): items.compactMap { $0.scalar?.text }
    case .mapping: []
    }
  }
}
