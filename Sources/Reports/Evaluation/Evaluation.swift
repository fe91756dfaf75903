package import RiskEngine
package import Rules

/// What rules made of labelled posts, for rendering.
package struct Evaluation: Sendable {
  /// The pack that was measured.
  package var rules: RulesIdentity
  /// The sets in the order of reading.
  package var sets: [EvaluatedSet]
  /// What the rules say of themselves, in the order of the pack.
  package var cards: [RuleCard]
  /// The budgets that were set, held against all posts.
  package var budgets: [EvaluationBudgets.Line]

  /// Gathers what was measured.
  package init(
    rules: RulesIdentity, sets: [EvaluatedSet], cards: [RuleCard],
    budgets: [EvaluationBudgets.Line] = []
  ) {
    self.rules = rules
    self.sets = sets
    self.cards = cards
    self.budgets = budgets
  }

  /// The numbers of all sets together.
  package var tally: EvaluationTally {
    EvaluationTally(sets.flatMap(\.posts))
  }

  /// The rules whose findings count or are on trial, by id; nobody labels what others ask or observe.
  var measuredCards: [RuleCard] {
    cards.filter { $0.severity != nil }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}

/// Which rules were measured.
package struct RulesIdentity: Sendable, Equatable {
  /// The pack's id.
  package var pack: String
  /// The pack's version.
  package var version: String
  /// The SHA-256 of the rules in their compact form, in hexadecimal digits.
  package var sha256: String

  /// Names rules.
  package init(pack: String, version: String, sha256: String) {
    self.pack = pack
    self.version = version
    self.sha256 = sha256
  }

  /// The rules in words.
  var shown: String {
    "\(pack) \(version), sha256 \(sha256)"
  }
}

/// One set of labelled posts, or the part of one that has the same value of a key.
package struct EvaluatedSet: Sendable {
  /// The name of its input.
  package var name: String
  /// The value that its posts have in common, when they were grouped.
  package var group: String?
  /// The SHA-256 of the whole input, in hexadecimal digits.
  package var sha256: String
  /// The posts, in the order of the input.
  package var posts: [EvaluatedPost]

  /// Gathers a set.
  package init(name: String, group: String? = nil, sha256: String, posts: [EvaluatedPost]) {
    self.name = name
    self.group = group
    self.sha256 = sha256
    self.posts = posts
  }

  /// The set's name, with what its posts have in common.
  var title: String {
    group.map { "\(name), \($0)" } ?? name
  }
}

extension EvaluationTally {
  /// The categories that were expected or found, by id.
  var sortedCategories: [(id: String, tally: CategoryTally)] {
    categories.map { ($0.key, $0.value) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// The hits of all categories that a reader named, or that stand in ordinary posts.
  var flagged: Int {
    categories.values.reduce(0) { $0 + $1.flagged }
  }

  /// The hits that a reader expects.
  var right: Int {
    categories.values.reduce(0) { $0 + $1.right }
  }

  /// The hits in ordinary posts.
  var ordinaryHits: Int {
    categories.values.reduce(0) { $0 + $1.ordinary }
  }
}
