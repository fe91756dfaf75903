package import RiskEngine

/// What an audit shows beyond single posts: which rules fire more on deleted posts, and whom accounts name how often.
///
/// Both are patterns: they say where to look, and nothing of any one post.
package struct AuditCalibration: Sendable, Equatable {
  /// The posts that name a side that an account needs before its shares are told.
  package static let fewestPosts = 20
  /// The deleted posts in which a rule has to find something before its difference is called clear.
  package static let fewestDeleted = 3

  /// Each rule on deleted posts against kept ones, the one that fires more on deleted posts most clearly first.
  package var rules: [RuleContrast]
  /// The shares of sides in the posts of each account, by account and side.
  package var sides: [SideShare]

  /// One rule on deleted posts and on those that were kept.
  package struct RuleContrast: Sendable, Equatable {
    /// The rule's id.
    package var rule: String
    /// The rule's title.
    package var title: String
    /// The deleted posts in which it found something, of all deleted posts.
    package var deleted: Proportion
    /// The kept posts in which it found something, of all kept posts.
    package var kept: Proportion

    /// How much larger its share of the deleted posts is, with 95 % confidence.
    package var difference: ClosedRange<Double> {
      deleted.differenceInterval(from: kept)
    }

    /// True when it found something in several deleted posts, and chance alone hardly explains that they are more.
    package var isClear: Bool {
      deleted.count >= fewestDeleted && difference.lowerBound > 0
    }
  }

  /// How often an account names a side, against all other accounts.
  package struct SideShare: Sendable, Equatable {
    /// The account.
    package var account: String
    /// The side's id.
    package var side: String
    /// The posts of the account that name the side, of those that name any.
    package var own: Proportion
    /// The same of all other accounts together.
    package var others: Proportion

    /// Where the account stands against the others.
    package var standing: Standing {
      guard others.total > 0 else { return .alone }
      if own.interval.lowerBound > others.share { return .above }
      return own.interval.upperBound < others.share ? .below : .within
    }
  }

  /// The shares of which the whole interval lies above or below that of all others.
  package var sidesApart: [SideShare] {
    sides.filter { $0.standing == .above || $0.standing == .below }
  }

  /// Where an account's share stands against that of all others.
  package enum Standing: String, Sendable {
    /// Its whole interval lies above.
    case above
    /// Its whole interval lies below.
    case below
    /// Its interval holds the others' share.
    case within
    /// No other account names any side.
    case alone
  }

  /// Works it out from the counts.
  package init(_ tally: AuditTally) {
    rules = Self.rules(of: tally)
    sides = Self.sides(of: tally)
  }

  private static func rules(of tally: AuditTally) -> [RuleContrast] {
    let (deleted, kept) = (tally.deleted.posts, tally.kept.posts)
    guard deleted > 0, kept > 0 else { return [] }
    return tally.rules
      .map { rule, counts in
        let found = counts.found
        return RuleContrast(
          rule: rule, title: counts.title, deleted: Proportion(found.deleted, of: deleted),
          kept: Proportion(found.posts - found.deleted, of: kept))
      }
      .map { (contrast: $0, clearness: $0.difference.lowerBound) }
      .sorted { left, right in
        left.clearness != right.clearness
          ? left.clearness > right.clearness
          : left.contrast.rule.utf8.lexicographicallyPrecedes(right.contrast.rule.utf8)
      }
      .map(\.contrast)
  }

  private static func sides(of tally: AuditTally) -> [SideShare] {
    let accounts = tally.sides.sorted
    var all = tally.sides.unnamed
    all.add(tally.sides.further)
    for account in accounts { all.add(account.value) }
    let names = all.sides.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return accounts.filter { $0.value.posts >= fewestPosts }.flatMap { account, counts in
      names.map { side in
        let named = counts.sides[side] ?? 0
        return SideShare(
          account: account, side: side, own: Proportion(named, of: counts.posts),
          others: Proportion((all.sides[side] ?? 0) - named, of: all.posts - counts.posts))
      }
    }
  }
}
