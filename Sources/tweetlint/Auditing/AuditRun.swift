import Archives
import Audit
import Reports
import RiskEngine
import Rules

/// Audits inputs: reads, checks and reports them, and says how it ended.
final class AuditRun {
  /// What the run is told.
  struct Order {
    /// The inputs, `-` for standard input.
    var paths: [String]
    /// How they are read.
    var reading: ArchiveInput.Options
    /// The threads.
    var jobs: Int
    /// The checkpoint to go on from, when there is to be one.
    var resume: String?
    /// What is known already, when there is a baseline.
    var baseline: BaselineFile?
    /// True for no progress.
    var isQuiet: Bool
    /// What the result lists and shows.
    var showing: AuditEnd.Showing
  }

  private let order: Order
  private let context: AuditContext
  private let identity: RulesIdentity
  private let otherIdentity: RulesIdentity?
  private let sink: any AuditSink
  private var tally = AuditTally()
  private var complaints: [AuditEnd.Complaint] = []
  private var progress: AuditProgress
  /// What was met of the baseline.
  private(set) var baseline: BaselineTally?
  private var sought: SoughtAccounts
  /// The checkpoint of a run that can go on.
  private var checkpoint: ResumableResult?

  /// The worst verdict of posts in which something is listed.
  private(set) var worst = Verdict.clear

  /// Takes what is to be done, and where the report goes.
  init(
    _ order: Order, context: AuditContext, identity: RulesIdentity, other: RulesIdentity?,
    sink: any AuditSink
  ) {
    self.order = order
    self.context = context
    self.identity = identity
    otherIdentity = other
    self.sink = sink
    baseline = order.baseline.map { BaselineTally($0.baseline, gathersNew: $0.acceptsNew) }
    progress = AuditProgress(isQuiet: order.isQuiet)
    sought = SoughtAccounts(context.filter.accounts)
  }

  /// Runs, and gives back what is said at the end; `conditions` must be the same for a run to go on.
  func run(conditions: [Checkpoint.Condition]) throws(CommandFault) -> AuditEnd {
    StopSignal.listen()
    let reader = BatchReader(try readers())
    if let resume = order.resume {
      let result = try ResumableResult(path: resume, conditions: conditions)
      try check(reader, into: result)
      try fold(result)
      checkpoint = result
      return try finish()
    }
    try pipeline(reader, from: 0) { [self] batch throws(AuditStop) in
      try take(batch)
      progress.tell(posts: tally.read, share: batch.share)
    }
    return try finish()
  }

  /// Removes the checkpoint, once all that the run makes is where it belongs.
  func removeCheckpoint() {
    checkpoint?.remove()
  }

  // MARK: - Steps

  private func readers() throws(CommandFault) -> [any ArchiveReader] {
    var readers: [LazyReader] = []
    for path in order.paths {
      do throws(ArchiveFailure) {
        readers.append(try LazyReader(path: path, order.reading))
      } catch {
        // An input that was waited for when somebody asked to stop only looks empty.
        if StopSignal.isReceived { throw fault(.interrupted) }
        throw .message("\(path == "-" ? "stdin" : path): \(error.message)")
      }
    }
    for words in order.reading.withoutEffect(on: Set(readers.map(\.format))) { warn(words) }
    return readers
  }

  /// Adds the lines of what an earlier run did not check.
  private func check(
    _ reader: BatchReader, into result: ResumableResult
  ) throws(CommandFault) {
    note(reader.skip(batches: result.checkpoint.batches))
    try pipeline(reader, from: result.checkpoint.records) { [self] batch throws(AuditStop) in
      note(batch.complaints)
      sought.add(leftOut: batch.otherAccounts)
      try result.add(batch.lines, batch: batch.number, records: batch.records.count)
      progress.tell(posts: result.checkpoint.records, share: batch.share)
    } onStop: { () throws(CommandFault) in
      try result.save()
    }
    try result.save()
  }

  /// Makes the report of the lines.
  private func fold(_ result: ResumableResult) throws(CommandFault) {
    try ResultFile(result.lines).read { [self] batch throws(AuditStop) in
      try take(batch)
    }
  }

  private func pipeline(
    _ reader: BatchReader, from first: Int,
    deliver: @escaping AuditPipeline.Delivery,
    onStop: () throws(CommandFault) -> Void = {}
  ) throws(CommandFault) {
    do throws(AuditStop) {
      try AuditPipeline(context, jobs: order.jobs)
        .run(reader, from: first, shouldStop: { StopSignal.isReceived }, deliver: deliver)
      progress.clear()
    } catch {
      progress.clear()
      try onStop()
      throw fault(error)
    }
  }

  private func take(_ batch: AuditedBatch) throws(AuditStop) {
    note(batch.complaints)
    sought.add(leftOut: batch.otherAccounts)
    for record in batch.records {
      tally.add(record)
      baseline?.add(record)
      guard case .checked(let post) = record.outcome else { continue }
      sought.add(checked: post.account)
      guard !post.findings.isEmpty else { continue }
      worst = max(worst, post.verdict)
    }
    try sink.add(batch)
  }

  private func note(_ new: [ArchiveComplaint]) {
    for complaint in new {
      complaints.append(
        AuditEnd.Complaint(
          code: complaint.code, message: complaint.message, file: complaint.file))
      warn("\(complaint.file): \(complaint.message)")
    }
  }

  private func warn(_ words: String) {
    Console.complain("tweetlint: " + TerminalText.shown(words))
  }

  private func finish() throws(CommandFault) -> AuditEnd {
    let end = AuditEnd(
      tally: tally, complaints: complaints, rules: identity, otherRules: otherIdentity,
      baseline: baseline?.counts, showing: order.showing)
    try sink.finish(end)
    for words in sought.warnings { warn(words) }
    if tally.read == 0 { warn("nothing was there to be checked: the inputs hold no posts") }
    return end
  }

  private func fault(_ stop: AuditStop) -> CommandFault {
    switch stop {
    case .closed: return .closed
    case .unwritable(let reason): return .message("could not write the result: \(reason)")
    case .noMemory: return .message("there is no memory for another thread; give fewer --jobs")
    case .interrupted:
      Console.complain(
        "tweetlint: stopped before the end. "
          + (order.resume.map { "The same command goes on from \($0)." }
            ?? "With --resume FILE the next run could go on from there.")
          + (order.baseline?.isUpdated == true ? " The baseline was left as it was." : ""))
      return .exit(StopSignal.exitCode)
    }
  }
}
