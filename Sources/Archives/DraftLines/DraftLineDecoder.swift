import Drafts
import PostText
import Reports
import Rules

/// Makes records of drafts in JSON, one a piece.
///
/// Besides the keys of a draft a line may have those that ``PostLine`` writes: `time`, `kind`, `deleted` and `cut`.
package struct DraftLineDecoder: RecordDecoder {
  private let ruleIDs: [String]?

  /// Takes the rules that a draft may set aside; any when it is not known which there are.
  package init(ruleIDs: [String]?) {
    self.ruleIDs = ruleIDs
  }

  package func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    let reader = DraftReader(name: unit.place.file, ruleIDs: ruleIDs)
    if let failure = ByteSoundness.failure(of: unit.bytes) {
      return [.failed(Self.failure(failure, hint: nil), id: nil)]
    }
    return JSONDrafts(reader: reader).drafts(in: unit.bytes, furtherKeys: PostLine.keys) {
      mapping, record, _ in Self.facts(mapping, record)
    }.map { read, facts in
      if case .draft(let draft, _) = read.outcome, draft.hasContent, !draft.hasWords {
        // A picture without words asks for its description, which is something to say.
        return .post(Self.post(draft, facts ?? Facts()))
      }
      let judged = DraftReader.judged(read)
      switch judged.outcome {
      case .draft(let draft, _): return .post(Self.post(draft, facts ?? Facts()))
      case .failure(let failure):
        let hint = judged.problems.first?.hint
        return .failed(Self.failure(failure, hint: hint), id: judged.id)
      }
    }
  }

  /// What a line says besides the draft.
  private struct Facts {
    var time: PostTime?
    var kind: PostKind?
    var isDeleted = false
    var cut: String?
  }

  private static func facts(_ mapping: MappingReader, _ record: LoadRecord) -> Facts {
    var facts = Facts()
    if let time = mapping.value("time"), let text = record.string(time, "`time`")?.value {
      facts.time = PostTime(text)
      if facts.time == nil {
        record.report(
          .badDate, at: time, "`time` is not a time.", hint: "Write it as 2026-05-07T12:00:00Z.")
      }
    }
    if let kind = mapping.value("kind") {
      facts.kind = record.word(kind, "`kind`", among: PostKind.allCases.map(\.rawValue))
        .flatMap(PostKind.init)
    }
    facts.isDeleted = mapping.boolean("deleted") ?? false
    facts.cut = mapping.string("cut")
    return facts
  }

  private static func post(_ draft: Draft, _ facts: Facts) -> ArchivedPost {
    var draft = draft
    draft.day = draft.day ?? facts.time?.day
    let day = draft.day.flatMap { PostTime(year: $0.year, month: $0.month, day: $0.day) }
    var post = ArchivedPost(draft: draft, time: facts.time ?? day)
    post.kind = facts.kind ?? draft.kind
    post.isDeleted = facts.isDeleted
    post.cut = facts.cut
    return post
  }

  private static func failure(_ failure: Record.Failure, hint: String?) -> ArchiveFailure {
    let place = failure.column.map { " (column \($0))" } ?? ""
    return ArchiveFailure(code: failure.code, message: failure.message + place, hint: hint)
  }
}
