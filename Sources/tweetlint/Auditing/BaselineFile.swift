import Archives
import Audit
import Digests
import Reports
import RiskEngine
import Rules

/// The baseline of an audit: what is known already, and how the file changes when the audit is over.
struct BaselineFile {
  /// The most rules that are named.
  private static let mostRules = 20

  /// What the file knows; nothing when it is to be made.
  let baseline: Baseline
  /// The key of its hashes.
  let key: HashKey

  private let path: String
  private let options: BaselineOptions
  private let isNew: Bool

  /// Reads the file and its key; `nil` when no baseline is named.
  init?(_ options: BaselineOptions) throws(CommandFault) {
    guard let path = options.baseline else { return nil }
    self.path = path
    self.options = options
    let source = BaselineKey(option: options.baselineKey, baseline: path)
    isNew = !ByteFile.exists(path)
    if isNew {
      guard options.acceptNew else {
        throw .message(
          "there is no baseline \(path); "
            + "--update-baseline --accept-new makes one of what is found now")
      }
      key = try source.key(mayMake: true)
      baseline = Baseline(keyID: key.id)
    } else {
      baseline = try Self.read(path)
      key = try source.key(mayMake: false)
      guard key.id == baseline.keyID else {
        throw .message(
          "\(path) was written with another key (\(baseline.keyID)) than the one given "
            + "(\(key.id)), so it would know nothing; give its own key")
      }
    }
  }

  /// True when the file is to know what is new.
  var acceptsNew: Bool { options.acceptNew }

  /// True when the file may change.
  var isUpdated: Bool { options.updateBaseline }

  /// What must be the same for an audit to go on.
  var condition: Checkpoint.Condition {
    Checkpoint.Condition(name: "the baseline is", state: baseline.digest)
  }

  /// Says how the findings stand against the file, and writes it anew when that was asked for.
  ///
  /// What was not met stays when posts were left out by options, or when the audit did not end well.
  func finish(
    _ tally: consuming BaselineTally, _ end: AuditEnd, choosesPosts: Bool
  ) throws(CommandFault) {
    let counts = tally.counts
    let stale = tally.stale
    tell(
      "\(path): \(Wording.count(counts.known, "finding", "findings")) known, \(counts.new) new, "
        + "\(counts.stale) not met any more")
    if counts.repeated > 0 {
      tell(
        "\(Wording.count(counts.repeated, "known finding occurs", "known findings occur")) over and "
          + "above what \(path) counts")
    }
    if !stale.isEmpty {
      let rules = stale.prefix(Self.mostRules).map { "\($0.rule) \($0.count)" }
      let more = stale.count - rules.count
      tell(
        "not met any more: " + rules.joined(separator: ", ")
          + (more > 0 ? " and those of \(Wording.count(more, "more rule", "more rules"))" : ""))
    }
    guard isUpdated else { return }
    let reason = Self.reasonToKeep(end, choosesPosts: choosesPosts)
    if counts.stale > 0, let reason {
      tell("what was not met any more stays in \(path), since \(reason)")
    }
    if !acceptsNew, counts.new > 0 || counts.repeated > 0 {
      tell("what is new was not put into \(path); --accept-new does that")
    }
    let (updated, change) = tally.updated(
      takingOutStale: reason == nil, puttingInNew: acceptsNew)
    if change.added + change.removed > 0 || isNew {
      do throws(ByteFile.Fault) {
        try ByteFile.write(updated.rendered(), to: path, isDurable: true)
      } catch {
        throw .message("could not write \(path): \(error.reason)")
      }
    }
    tell("\(path): +\(change.added)/−\(change.removed)")
  }

  /// Why what was not met must stay in the file: the audit did not see all posts; `nil` when it did.
  private static func reasonToKeep(_ end: AuditEnd, choosesPosts: Bool) -> String? {
    if choosesPosts { return "options left posts out" }
    if end.tally.failed > 0 { return "some records could not be read" }
    if end.tally.incomplete > 0 { return "some posts could not be checked in full" }
    return end.complaints.isEmpty ? nil : "something is wrong with the inputs"
  }

  private func tell(_ words: String) {
    Console.complain("tweetlint: " + TerminalText.shown(words))
  }

  private static func read(_ path: String) throws(CommandFault) -> Baseline {
    guard var reader = BaselineReader() else {
      throw .message("there is no memory to read \(path)")
    }
    let file: CompressedFile
    do throws(ArchiveFailure) {
      file = try CompressedFile(path: path)
    } catch {
      throw .message("\(path): \(error.message)")
    }
    var lines = LineSplitter(file)
    var last = 1
    while let line = lines.next() {
      last = line.number
      if let failure = line.failure { throw .message("\(path):\(last): \(failure.message)") }
      do throws(BaselineReader.Fault) {
        try reader.add(line.bytes)
      } catch {
        throw .message("\(path):\(last): \(error.message)")
      }
    }
    do throws(BaselineReader.Fault) {
      return try reader.finish()
    } catch {
      throw .message("\(path):\(last): \(error.message)")
    }
  }
}
