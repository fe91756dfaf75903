package import RiskEngine
package import Rules

/// In how many posts something was found, and how bad it was.
package struct FindingCounts: Sendable, Equatable {
  /// The posts by their verdict.
  package private(set) var verdicts = VerdictCounts()
  /// The posts of these that had been deleted.
  package private(set) var deleted = 0
  /// The worst severity in any of them.
  package private(set) var worst = Severity.advice

  /// Nothing was found yet.
  package init() {}

  /// The posts in which something was found.
  package var posts: Int {
    verdicts.posts
  }

  mutating func add(_ post: borrowing AuditedPost, worst severity: Severity) {
    verdicts.add(post.verdict)
    deleted += post.isDeleted ? 1 : 0
    worst = max(worst, severity)
  }
}

/// What one rule found.
package struct RuleCounts: Sendable, Equatable {
  /// The rule's title.
  package let title: String
  /// The rule's category.
  package let category: String
  /// The posts in which it found something.
  package internal(set) var found = FindingCounts()

  init(title: String, category: String) {
    self.title = title
    self.category = category
  }
}

/// How many posts name political sides.
package struct SideCounts: Sendable, Equatable {
  /// The posts that name any side.
  package private(set) var posts = 0
  /// The posts that name each side, by its id.
  package private(set) var sides: [String: Int] = [:]

  /// No post yet.
  package init() {}

  mutating func add(_ names: [String]) {
    posts += 1
    for (place, name) in names.enumerated() where !names[..<place].contains(name) {
      sides[name, default: 0] += 1
    }
  }

  mutating func add(_ others: SideCounts) {
    posts += others.posts
    sides.merge(others.sides, uniquingKeysWith: +)
  }
}
