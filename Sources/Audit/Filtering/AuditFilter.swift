package import Archives
package import PostText
import RiskEngine
package import Rules

/// Which posts of an input are checked, and which findings are listed.
package struct AuditFilter: Sendable, Equatable {
  /// The first day whose posts are checked, in London.
  package var since: CalendarDay?
  /// The last day whose posts are checked, in London.
  package var until: CalendarDay?
  /// The accounts whose posts are checked, without the at sign and in lower case; all when empty.
  package var accounts: Set<String> = []
  /// The kinds of posts that are checked; all when empty.
  package var kinds: Set<PostKind> = []
  /// The categories whose findings are listed; all when empty.
  package var categories: Set<String> = []
  /// The lowest severity of findings that are listed.
  package var minSeverity: Severity = .advice

  /// Lets everything through.
  package init() {}

  /// Why a post is left out, or `nil` when it is to be checked.
  ///
  /// A post without a date is checked: it might belong to any day, and nothing that is unread may pass for clean.
  func skip(_ post: ArchivedPost) -> SkipReason? {
    if let day = post.draft.day {
      if let since, day < since { return .before }
      if let until, day > until { return .after }
    }
    if !kinds.isEmpty, !kinds.contains(post.kind) { return .otherKind }
    if !accounts.isEmpty, !accounts.contains((post.draft.account ?? "").lowercased()) {
      return .otherAccount
    }
    return nil
  }

  /// True when posts may be left out.
  package var choosesPosts: Bool {
    since != nil || until != nil || !accounts.isEmpty || !kinds.isEmpty
  }

  /// True when a finding is listed.
  func lists(_ finding: Finding) -> Bool {
    finding.severity >= minSeverity
      && (categories.isEmpty || categories.contains(finding.rule.category))
  }
}
