/// How rules did on labelled posts, in numbers; the order of the posts does not matter.
package struct EvaluationTally: Sendable, Equatable {
  /// The verdicts of ordinary posts.
  package private(set) var ordinary = VerdictCounts()
  /// The verdicts of risky posts.
  package private(set) var risky = VerdictCounts()
  /// The risky posts whose main category was found.
  package private(set) var caught = 0
  /// The risky posts of which any expected category was found.
  package private(set) var caughtAnyhow = 0
  /// The risky posts without a named category.
  package private(set) var unnamed = 0
  /// The risky posts without a named category that were sent to review.
  package private(set) var unnamedCaught = 0
  /// The posts of which something could not be checked.
  package private(set) var incomplete = 0
  /// The numbers of each category that was expected or found.
  package private(set) var categories: [String: CategoryTally] = [:]
  /// The numbers of each rule that found something.
  package private(set) var rules: [String: RuleTally] = [:]

  /// Counts posts.
  package init(_ posts: some Sequence<EvaluatedPost>) {
    for post in posts { add(post) }
  }

  /// The posts together.
  package var posts: Int {
    ordinary.posts + risky.posts
  }

  /// The numbers of a rule; all nought when it found nothing.
  package func rule(_ id: String) -> RuleTally {
    rules[id] ?? RuleTally()
  }

  private mutating func add(_ post: EvaluatedPost) {
    incomplete += post.isIncomplete ? 1 : 0
    switch post.label {
    case .ordinary: ordinary.add(post.verdict)
    case .risky(let expected): addRisky(post, expected)
    }
    for category in Set(post.hits.filter { !$0.isTrial }.map(\.category)) {
      categories[category, default: CategoryTally()].add(flagged: post.label, category)
    }
    for hit in post.hits {
      rules[hit.rule, default: RuleTally()].add(hit, post.label)
    }
  }

  private mutating func addRisky(_ post: EvaluatedPost, _ expected: [String]) {
    risky.add(post.verdict)
    caught += post.isCaught ? 1 : 0
    caughtAnyhow += post.isCaughtAnyhow ? 1 : 0
    for category in Set(expected) {
      categories[category, default: CategoryTally()].expecting += 1
    }
    guard let main = expected.first else {
      unnamed += 1
      unnamedCaught += post.isCaught ? 1 : 0
      return
    }
    categories[main, default: CategoryTally()].posts += 1
    categories[main, default: CategoryTally()].caught += post.isCaught ? 1 : 0
  }
}

/// How the rules of one category did.
package struct CategoryTally: Sendable, Equatable {
  /// The risky posts whose main category it is.
  package fileprivate(set) var posts = 0
  /// The posts of these in which it was found.
  package fileprivate(set) var caught = 0
  /// The risky posts that expect it, first or further down.
  package fileprivate(set) var expecting = 0
  /// The posts that expect it and in which it was found.
  package fileprivate(set) var right = 0
  /// The risky posts that expect others and in which it was found.
  package fileprivate(set) var other = 0
  /// The risky posts without a named category in which it was found.
  package fileprivate(set) var unnamed = 0
  /// The ordinary posts in which it was found.
  package fileprivate(set) var ordinary = 0

  /// The posts whose main category was not found.
  package var missed: Int {
    posts - caught
  }

  /// The posts in which it was found and of which a reader said what they are.
  package var flagged: Int {
    right + other + ordinary
  }

  fileprivate mutating func add(flagged label: PostLabel, _ category: String) {
    switch label {
    case .ordinary: ordinary += 1
    case .risky([]): unnamed += 1
    case .risky(let expected) where expected.contains(category): right += 1
    case .risky: other += 1
    }
  }
}

/// How one rule did.
package struct RuleTally: Sendable, Equatable {
  /// The ordinary posts in which it found something.
  package fileprivate(set) var ordinary = 0
  /// The ordinary posts that it alone sends to review, or holds.
  package fileprivate(set) var ordinaryReview = 0
  /// The posts that it alone sends to review, or holds, whatever their label.
  package fileprivate(set) var review = 0
  /// The risky posts that expect its category.
  package fileprivate(set) var right = 0
  /// The risky posts that expect other categories.
  package fileprivate(set) var other = 0
  /// The risky posts without a named category.
  package fileprivate(set) var unnamed = 0
  /// True for a rule on trial.
  package fileprivate(set) var isTrial = false

  /// The posts in which it found something.
  package var flagged: Int {
    ordinary + right + other + unnamed
  }

  fileprivate mutating func add(_ hit: RuleHit, _ label: PostLabel) {
    isTrial = hit.isTrial
    let isReview = hit.verdictAlone >= .review
    review += isReview ? 1 : 0
    switch label {
    case .ordinary:
      ordinary += 1
      ordinaryReview += isReview ? 1 : 0
    case .risky([]): unnamed += 1
    case .risky(let expected) where expected.contains(hit.category): right += 1
    case .risky: other += 1
    }
  }
}
