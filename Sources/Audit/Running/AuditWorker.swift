import Archives
import Digests
import PostText
import Reports
import RiskEngine
import Rules

/// Decodes and checks batches on one task.
final class AuditWorker {
  private let context: AuditContext
  private let checkers: Checkers
  private let otherCheckers: Checkers?
  private let scratch: DecodingScratch

  /// Makes a worker; fails when there is no memory.
  init?(_ context: AuditContext) {
    guard let scratch = DecodingScratch() else { return nil }
    self.context = context
    self.scratch = scratch
    checkers = Checkers(
      rules: context.rules, disabledRules: context.disabledRules, observes: true)
    otherCheckers = context.other.map {
      Checkers(rules: $0.rules, disabledRules: $0.disabledRules)
    }
  }

  /// What the rules make of a batch.
  func audited(_ batch: AuditBatch) -> AuditedBatch {
    var audited = AuditedBatch(of: batch)
    for unit in batch.units {
      let source = AuditedRecord.Source(
        file: unit.place.file, record: unit.place.record, line: unit.place.line)
      for record in unit.records(scratch) {
        switch record {
        case .post(let post): add(post, source, to: &audited)
        case .skipped(let reason, let id): add(reason, id: id, source, to: &audited)
        case .failed(let failure, let id): add(failure, id: id, source, to: &audited)
        }
      }
    }
    return audited
  }

  private func add(
    _ post: ArchivedPost, _ source: AuditedRecord.Source, to audited: inout AuditedBatch
  ) {
    var draft = post.draft
    draft.account = draft.account ?? context.account
    var known = post
    known.draft = draft
    if let reason = context.filter.skip(known) {
      if reason == .otherAccount { audited.note(otherAccount: draft.account) }
      return add(reason, id: draft.id, source, to: &audited)
    }
    let profile = context.profile(draft.account)
    var assessment = checkers.check(draft, for: profile)
    let other = otherCheckers?.check(draft, for: profile)
    let replay = other.flatMap { Replay(of: assessment, under: $0) }
    if let cut = post.cut {
      assessment.notChecked.insert(
        Assessment.NotChecked(part: "text", reason: cut, isFailure: true), at: 0)
    }
    if draft.day == nil, !post.isTimeCut { assessment.notChecked.append(Self.undated) }
    var checked = Record.Checked(
      draft: draft, textSHA256: Digests.sha256(draft.text.utf8), assessment: assessment)
    var line = AuditLine(source: source, id: draft.id)
    line.time = post.time?.description
    line.kind = post.kind.rawValue
    line.isDeleted = post.isDeleted
    line.replay = replay
    line.sides = assessment.observations.map(\.rule.id).sorted()
    // What must not be shown is told by all that was found, be it listed or not.
    let words = context.writer.words(of: checked, replayed: replay == nil ? nil : other)
    // The digest of a text with few hidden words would tell them to anybody who tries all numbers.
    let shown = words.words(of: .text)
    if shown != draft.text { checked.textSHA256 = Digests.sha256(shown.utf8) }
    choose(among: &checked, showing: words, for: &line)
    let record = line.record(of: checked, showing: words)
    audited.add(record, tail: tail { $0.tail(of: line, checked, record, showing: words) })
  }

  /// What is said of a post without a date.
  ///
  /// It is told and counted like a picture that nobody looks at, and is no failure: many a table has no dates at all, and
  /// nothing in it is damaged. A date that is there and cannot be read is a failure.
  private static let undated = Assessment.NotChecked(
    part: "at", reason: "no date is known, so what depends on the day was not checked",
    isFailure: false)

  /// Takes out what a baseline knows, and then what is not to be listed.
  private func choose(
    among checked: inout Record.Checked, showing words: AuthorText, for line: inout AuditLine
  ) {
    let findings = checked.assessment.findings
    if let baseline = context.baseline, !findings.isEmpty {
      let marks = findings.map { baseline.mark(of: $0, in: words) }
      let isKnown = marks.map(baseline.knows)
      line.known = marks.indices.filter { isKnown[$0] }.map { marks[$0] }
      line.new = marks.indices.filter { !isKnown[$0] && context.filter.lists(findings[$0]) }
        .map { marks[$0] }
      line.isKnown = !isKnown.contains(false)
      checked.assessment = context.rules.assessment(
        checked.assessment, of: checked.draft, leaving: { !isKnown[$0] })
    }
    checked.assessment.findings.removeAll { !context.filter.lists($0) }
  }

  private func add(
    _ reason: SkipReason, id: String?, _ source: AuditedRecord.Source,
    to audited: inout AuditedBatch
  ) {
    let line = AuditLine(source: source, id: id)
    audited.add(
      line.record(of: .skipped(reason.rawValue)),
      tail: tail { $0.tail(of: line, skipped: reason.rawValue) })
  }

  private func add(
    _ failure: ArchiveFailure, id: String?, _ source: AuditedRecord.Source,
    to audited: inout AuditedBatch
  ) {
    let line = AuditLine(source: source, id: id)
    let told = Record.Failure(code: failure.code, message: failure.words)
    audited.add(
      line.record(of: .failed(told)), tail: tail { $0.tail(of: line, failed: told) })
  }

  private func tail(_ written: (AuditLineWriter) -> [UInt8]) -> [UInt8] {
    context.writesLines ? written(context.writer) : []
  }
}
