package import RiskEngine
import Rules

/// The counts of an audit, gathered record by record.
///
/// Its memory does not grow with the records. The order of the records shows in one place only: when there are more
/// accounts, kinds or reasons than have places of their own, those that come first have them.
package struct AuditTally: Sendable, Equatable {
  /// The most accounts that are counted each by itself.
  package static let mostAccounts = 1_000
  /// The most kinds, and the most reasons for something not checked, that are counted each by itself.
  package static let mostReasons = 100
  /// The most records that could not be read of which more than the code is kept.
  package static let mostUnread = 20

  /// The records that were left out, by reason.
  package private(set) var skipped: [String: Int] = [:]
  /// The records that could not be read, by code.
  package private(set) var failures: [String: Int] = [:]
  /// The first of them by their index.
  package private(set) var unread: [UnreadRecord] = []
  /// The posts in which nothing but findings of a baseline was found; they have no verdict, and of the other counts only
  /// those of what was not checked, of texts and of sides have them.
  package private(set) var known = 0
  /// The other posts by verdict.
  package private(set) var verdicts = VerdictCounts()
  /// What each rule found, by its id.
  package private(set) var rules: [String: RuleCounts] = [:]
  /// What was found of each category, by its id.
  package private(set) var categories: [String: FindingCounts] = [:]
  /// The posts of which something is listed.
  package private(set) var flagged = 0
  /// The posts of each month by verdict.
  package private(set) var months: [Month: VerdictCounts] = [:]
  /// The posts without a date by verdict.
  package private(set) var undated = VerdictCounts()
  /// The posts of each account by verdict.
  package private(set) var accounts = NamedCounts(
    limit: Self.mostAccounts, nothing: VerdictCounts())
  /// The posts of each kind by verdict.
  package private(set) var kinds = NamedCounts(limit: Self.mostReasons, nothing: VerdictCounts())
  /// The posts that had been deleted, by verdict.
  package private(set) var deleted = VerdictCounts()
  /// The posts of which something could not be checked.
  package private(set) var incomplete = 0
  /// The posts of which something was not checked, by the reason.
  package private(set) var notChecked = NamedCounts(limit: Self.mostReasons, nothing: 0)
  /// How many texts occurred before.
  package private(set) var texts = TextCounts()
  /// How many posts of each account name political sides.
  package private(set) var sides = NamedCounts(limit: Self.mostAccounts, nothing: SideCounts())

  /// What other rules would change.
  package private(set) var replays = ReplayCounts()

  /// No record yet.
  package init() {}

  /// All records.
  package var read: Int {
    checked + failed + skippedInAll
  }

  /// The records that were checked.
  package var checked: Int {
    verdicts.posts + known
  }

  /// The records that could not be read.
  package var failed: Int {
    failures.values.reduce(0, +)
  }

  /// The records that were left out.
  package var skippedInAll: Int {
    skipped.values.reduce(0, +)
  }

  /// The posts that had not been deleted, by verdict.
  package var kept: VerdictCounts {
    verdicts.without(deleted)
  }

  /// Counts a record.
  package mutating func add(_ record: borrowing AuditedRecord) {
    switch record.outcome {
    case .skipped(let reason): skipped[reason, default: 0] += 1
    case .failed(let failure):
      failures[failure.code, default: 0] += 1
      let isAmongFirst =
        unread.count < Self.mostUnread || unread.last.map { record.index < $0.index } ?? true
      guard isAmongFirst else { return }
      add(
        UnreadRecord(
          index: record.index, place: AuditWords.place(record.source, id: record.id),
          failure: failure))
    case .checked(let post): add(post)
    }
  }

  private mutating func add(_ record: UnreadRecord) {
    let place = unread.firstIndex { $0.index > record.index } ?? unread.endIndex
    unread.insert(record, at: place)
    if unread.count > Self.mostUnread { unread.removeLast() }
  }

  private mutating func add(_ post: AuditedPost) {
    texts.add(sha256: post.textSHA256)
    if !post.notChecked.isEmpty { addMissing(of: post) }
    if let replay = post.replay { replays.add(replay, verdict: post.verdict) }
    if !post.sides.isEmpty { sides.update(post.account) { $0.add(post.sides) } }
    guard !post.isKnown else {
      known += 1
      return
    }
    let verdict = post.verdict
    verdicts.add(verdict)
    if post.isDeleted { deleted.add(verdict) }
    if let month = post.time.flatMap(Month.init(of:)) {
      months[month, default: VerdictCounts()].add(verdict)
    } else {
      undated.add(verdict)
    }
    accounts.update(post.account) { $0.add(verdict) }
    kinds.update(post.kind) { $0.add(verdict) }
    if !post.findings.isEmpty { addFindings(of: post) }
  }

  private mutating func addFindings(of post: AuditedPost) {
    flagged += 1
    var worstOfRule: [String: Severity] = [:]
    var worstOfCategory: [String: Severity] = [:]
    for finding in post.findings {
      let (rule, category) = (finding.rule, finding.category)
      worstOfRule[rule] = max(worstOfRule[rule] ?? .advice, finding.severity)
      worstOfCategory[category] = max(worstOfCategory[category] ?? .advice, finding.severity)
      if rules[rule] == nil {
        rules[rule] = RuleCounts(title: finding.title, category: category)
      }
    }
    for (rule, worst) in worstOfRule { rules[rule]?.found.add(post, worst: worst) }
    for (category, worst) in worstOfCategory {
      categories[category, default: FindingCounts()].add(post, worst: worst)
    }
  }

  private mutating func addMissing(of post: AuditedPost) {
    incomplete += post.isIncomplete ? 1 : 0
    let missing = post.notChecked
    for (place, item) in missing.enumerated()
    where !missing[..<place].contains(where: { $0.reason == item.reason }) {
      notChecked.update(item.reason) { $0 += 1 }
    }
  }
}
