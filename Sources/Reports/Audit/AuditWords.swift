import PostText
import RiskEngine
import Rules

/// Sentences that the reports of an audit have in common.
enum AuditWords {
  /// The counts of the records, as they add up.
  static func reconciliation(of tally: AuditTally) -> String {
    "\(Wording.count(tally.read, "record", "records")) read: "
      + "\(Wording.grouped(tally.checked)) checked, "
      + "\(Wording.grouped(tally.skippedInAll)) left out, "
      + "\(Wording.grouped(tally.failed)) could not be read."
  }

  /// How many posts say what another said before, or `nil` when none does.
  static func repeats(in tally: AuditTally) -> String? {
    let repeats = tally.texts.repeats
    guard repeats.posts > 0 else { return nil }
    guard repeats.isEstimate else {
      return
        "\(Wording.count(repeats.posts, "post has", "posts have")) a text that occurred before."
    }
    return "About \(Wording.count(repeats.posts, "post has", "posts have")) a text that occurred "
      + "before (an estimate from a sample: \(Wording.grouped(repeats.margin)) more or less)."
  }

  /// How many posts other rules would change.
  static func replay(_ counts: ReplayCounts, of checked: Int) -> String {
    let changed = Proportion(counts.changed, of: checked)
    return "\(Wording.grouped(counts.changed)) of \(Wording.count(checked, "post", "posts")) "
      + "(\(changed.percent)) would change verdict; in \(Wording.grouped(counts.posts)) other rules "
      + "find something else."
  }

  /// How the findings stand against the baseline.
  static func baseline(_ counts: BaselineCounts) -> String {
    var words = "The baseline knows nothing of what was found"
    if counts.known > 0 {
      words = "The baseline knows \(Wording.count(counts.known, "finding", "findings")), which "
      words += (counts.known == 1 ? "is" : "are") + " not listed"
    }
    if counts.knownPosts > 0 {
      words += " (\(Wording.count(counts.knownPosts, "post holds", "posts hold")) nothing else)"
    }
    words += "; \(Wording.grouped(counts.new)) \(counts.new == 1 ? "is" : "are") new."
    if counts.stale > 0 {
      words +=
        " \(Wording.count(counts.stale, "finding", "findings")) of the baseline "
        + (counts.stale == 1 ? "was" : "were") + " not met."
    }
    if counts.repeated > 0 {
      let repeated = Wording.count(
        counts.repeated, "known finding occurs", "known findings occur")
      words += " \(repeated) over and above what it counts."
    }
    return words
  }

  /// What is counted together because there were too many accounts, or `nil`.
  static func furtherAccounts(in tally: AuditTally) -> String? {
    guard tally.accounts.hasFurther else { return nil }
    let further = tally.accounts.further
    return
      "Only the first \(Wording.grouped(tally.accounts.limit)) accounts are counted each by itself; "
      + "\(Wording.count(further.posts, "post", "posts")) of further accounts are counted together, "
      + "\(Wording.grouped(further.atLeast(.review))) of them at review or worse."
  }

  /// The accounts with the most posts at hold first, then at review, then at advise.
  static func worstFirst(
    _ accounts: NamedCounts<VerdictCounts>
  ) -> [(name: String, verdicts: VerdictCounts)] {
    accounts.sorted.map { (name: $0.name, verdicts: $0.value) }.sorted { left, right in
      for verdict in Verdict.allCases.reversed() {
        let (mine, other) = (left.verdicts[verdict], right.verdicts[verdict])
        if mine != other { return mine > other }
      }
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }

  /// The warning that only a part is listed, or `nil` when everything is.
  static func choice(of filters: [String]) -> String? {
    guard !filters.isEmpty else { return nil }
    return "Not everything is listed here: only " + filters.joined(separator: "; ") + "."
  }

  /// The warning that the words that sensitive rules found can be read.
  static let sensitiveShown =
    "The words that sensitive rules found are shown, as was asked for."

  /// How many records could not be read besides those that are shown, or `nil` when all are.
  static func furtherUnread(in tally: AuditTally) -> String? {
    let more = tally.failed - tally.unread.count
    return more > 0 ? "… and \(Wording.grouped(more)) more" : nil
  }

  /// A reason for leaving a record out, with what it means where that is known.
  static func reason(_ reason: String) -> String {
    meanings[reason].map { "\(reason): \($0)" } ?? reason
  }

  private static let meanings = [
    "private": "for chosen people only; --include-private reads them",
    "shared-address": "shares of posts of which the input has the address alone",
    "not-a-post": "no posts, such as likes, votes and deletions",
    "before-since": "published before the day of --since",
    "after-until": "published after the day of --until",
    "other-account": "of accounts that --account does not name",
    "other-kind": "of kinds that --kind does not name",
  ]

  // MARK: - Posts

  /// Who published a post and when, with what is special about it.
  static func heading(of post: AuditedPost) -> String {
    heading(account: post.account, time: post.time, kind: post.kind, isDeleted: post.isDeleted)
      + " · score \(post.score)"
  }

  static func heading(account: String?, time: String?, kind: String, isDeleted: Bool) -> String {
    var words = [account.map { "@" + $0 }, time.map(day)].compactMap { $0 }
    if kind != "original" { words.append(kind) }
    if isDeleted { words.append("deleted") }
    return words.isEmpty ? "post without account or date" : words.joined(separator: " · ")
  }

  /// The day of a time such as `2024-05-01T12:00:00Z`, in London as everywhere else.
  static func day(of time: String) -> String {
    CalendarDay(time)?.description ?? time
  }

  /// Where a record stands, and its own identifier.
  static func place(of record: AuditedRecord) -> String {
    place(record.source, id: record.id)
  }

  static func place(_ source: AuditedRecord.Source, id: String?) -> String {
    "\(source.file):\(source.line) (record \(source.record)" + (id.map { ", id \($0)" } ?? "") + ")"
  }

  // MARK: - Patterns

  /// What the contrast between deleted and kept posts comes to.
  static func contrast(_ rules: [AuditCalibration.RuleContrast]) -> String {
    let clear = rules.count(where: \.isClear)
    let found =
      clear == 0
      ? "No rule clearly fires more on deleted posts."
      : "\(Wording.count(clear, "rule", "rules")) of \(Wording.grouped(rules.count)) clearly "
        + (clear == 1 ? "fires" : "fire") + " more on deleted posts."
    return found + " With 95 % intervals, about one rule in forty would seem to do so by chance "
      + "alone; one that found something in fewer than \(AuditCalibration.fewestDeleted) deleted posts is never called "
      + "clear."
  }

  /// What the shares of sides mean.
  static let sides =
    "A pattern, not a post: an account that differs from the others has not done anything wrong by that, and may have "
    + "had good reasons. Shares are of the posts that name any side, and of accounts with at least "
    + "\(AuditCalibration.fewestPosts) of those."

  /// How an account's share of a side stands against that of all others.
  static func standing(of share: AuditCalibration.SideShare) -> String {
    let place =
      switch share.standing {
      case .above: "above"
      case .below: "below"
      case .within: "no different from"
      case .alone: "without comparison to"
      }
    return "@\(share.account) names \(share.side) in \(share.own.percent) of "
      + "\(Wording.count(share.own.total, "post", "posts")) "
      + "(95 % interval \(Proportion.words(share.own.interval))), \(place) all other accounts "
      + "together (\(share.others.percent))"
  }
}
