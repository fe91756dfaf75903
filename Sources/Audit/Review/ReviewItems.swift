package import Reports

/// Gathers the findings of a result that a person is asked about: the worst ones, or some drawn by lot.
///
/// The same finding in a text that was published twice is asked about once. Besides those with an answer only so many are
/// kept, since nobody answers more in one go.
package struct ReviewItems {
  /// The most findings without an answer that are kept.
  package static let most = 10_000

  private let choice: ReviewChoice
  private let answers: [ReviewKey: ReviewAnswer]
  private let limit: Int
  private var open: [ReviewItem] = []
  private var answered: [ReviewItem] = []
  /// The numbers of the findings that were met.
  private var seen: Set<UInt64> = []
  /// The different findings, counted by rule.
  private var totals: [String: RuleReview] = [:]

  /// Takes what is to be gathered, and the answers of earlier days.
  package init(
    _ choice: ReviewChoice, answers: [ReviewKey: ReviewAnswer], limit: Int = Self.most
  ) {
    self.choice = choice
    self.answers = answers
    self.limit = choice.sample ?? limit
  }

  /// The different findings that may be asked about.
  package var count: Int {
    seen.count
  }

  /// The rules that found something, whether they are chosen or not.
  package private(set) var rules: Set<String> = []
  /// The categories in which something was found, whether they are chosen or not.
  package private(set) var categories: Set<String> = []

  /// Takes in the findings of a record.
  package mutating func add(_ record: AuditedRecord) {
    guard case .checked(let post) = record.outcome else { return }
    for finding in post.findings {
      rules.insert(finding.rule)
      categories.insert(finding.category)
      guard choice.takes(finding) else { continue }
      let key = ReviewKey(finding, in: post, id: record.id)
      guard seen.insert(key.number(seed: 0)).inserted else { continue }
      let item = ReviewItem(record: record, post: post, finding: finding, key: key)
      totals[finding.rule, default: RuleReview(rule: finding.rule)].open += 1
      if choice.sample == nil, answers[key] != nil {
        answered.append(item)
      } else {
        open.append(item)
        if open.count >= 2 * limit { prune() }
      }
    }
  }

  /// The findings that are asked about, worst first, those with an answer among them.
  package mutating func gathered() -> [ReviewItem] {
    prune()
    return (open + answered).sorted { $0.comes(before: $1) }
  }

  /// What the answers say of each rule; of a sample, only what it holds is counted.
  package func reviews(
    of items: [ReviewItem], by answers: [ReviewKey: ReviewAnswer]
  ) -> [RuleReview] {
    var reviews = totals
    if choice.sample != nil {
      reviews = [:]
      for item in items {
        reviews[item.key.rule, default: RuleReview(rule: item.key.rule)].open += 1
      }
    }
    for item in items {
      guard let answer = answers[item.key] else { continue }
      reviews[item.key.rule]?.add(answer)
    }
    return reviews.values.sorted {
      $0.answered != $1.answered
        ? $0.answered > $1.answered : $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8)
    }
  }

  private mutating func prune() {
    guard open.count > limit else { return }
    if choice.sample == nil {
      open.sort { $0.comes(before: $1) }
    } else {
      let numbered = open.map { (number: $0.key.number(seed: choice.seed), item: $0) }
      open = numbered.sorted { $0.number < $1.number }.map(\.item)
    }
    open.removeSubrange(limit...)
  }
}

extension RuleReview {
  /// Counts an answer to a finding that had none.
  fileprivate mutating func add(_ answer: ReviewAnswer) {
    open -= 1
    switch answer {
    case .right: right += 1
    case .wrong: wrong += 1
    case .unsure: unsure += 1
    }
  }
}
