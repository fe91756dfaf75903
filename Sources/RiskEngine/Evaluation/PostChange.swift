/// What other rules make otherwise of one post.
package struct PostChange: Sendable, Equatable {
  /// The post under the first rules.
  package let before: EvaluatedPost
  /// The post under the other rules.
  package let after: EvaluatedPost
  /// What only the other rules find.
  package let added: [RuleHit]
  /// What only the first rules find.
  package let removed: [RuleHit]
  /// What both find, but not alike.
  package let altered: [(before: RuleHit, after: RuleHit)]

  /// Compares what two packs make of one post; `nil` when they make the same.
  package init?(before: EvaluatedPost, after: EvaluatedPost) {
    guard before != after else { return nil }
    self.before = before
    self.after = after
    let earlier = Dictionary(before.hits.map { ($0.rule, $0) }, uniquingKeysWith: { a, _ in a })
    let later = Set(after.hits.map(\.rule))
    added = after.hits.filter { earlier[$0.rule] == nil }
    removed = before.hits.filter { !later.contains($0.rule) }
    altered = after.hits.compactMap { hit in
      earlier[hit.rule].flatMap { $0 == hit ? nil : ($0, hit) }
    }
  }

  package static func == (left: PostChange, right: PostChange) -> Bool {
    left.before == right.before && left.after == right.after
  }
}
