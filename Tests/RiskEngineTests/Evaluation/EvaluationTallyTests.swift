import PostText
import Rules
import TestSupport
import Testing

@testable import RiskEngine

/// Counting labelled posts.
struct EvaluationTallyTests {
  private func hit(
    _ rule: String, _ category: String, _ verdict: Verdict = .advise, isTrial: Bool = false
  ) -> RuleHit {
    RuleHit(
      rule: rule, category: category, severity: .caution, verdictAlone: verdict, isTrial: isTrial)
  }

  private func post(
    _ label: PostLabel, _ verdict: Verdict, _ hits: RuleHit...
  ) -> EvaluatedPost {
    EvaluatedPost(id: "p", label: label, verdict: verdict, hits: hits)
  }

  @Test func `a post is caught by its main category at any severity`() {
    #expect(post(.risky(["tone", "data"]), .advise, hit("a", "tone")).isCaught)
    let other = post(.risky(["tone", "data"]), .hold, hit("b", "data", .hold))
    #expect(!other.isCaught)
    #expect(other.isCaughtAnyhow)
    #expect(!post(.risky(["tone"]), .clear).isCaughtAnyhow)
  }

  @Test func `a post without a named category is caught when it is sent to review`() {
    #expect(!post(.risky([]), .advise, hit("a", "tone")).isCaught)
    #expect(post(.risky([]), .review, hit("a", "tone", .review)).isCaught)
    #expect(!post(.ordinary, .hold, hit("a", "tone", .hold)).isCaught)
  }

  @Test func `a rule on trial catches nothing, but its hits are counted`() {
    let trial = post(.risky(["tone"]), .clear, hit("a", "tone", .review, isTrial: true))
    #expect(!trial.isCaught)
    let tally = EvaluationTally([trial])
    #expect(tally.rule("a").right == 1)
    #expect(tally.rule("a").isTrial)
    #expect(tally.categories["tone"]?.right == 0)
    #expect(tally.categories["tone"]?.missed == 1)
  }

  @Test func `right, other and ordinary hits are told apart`() {
    let tally = EvaluationTally([
      post(.risky(["tone"]), .review, hit("a", "tone", .review), hit("b", "tone")),
      post(.risky(["data", "tone"]), .advise, hit("a", "tone")),
      post(.risky(["data"]), .advise, hit("a", "tone")),
      post(.risky([]), .advise, hit("a", "tone")),
      post(.ordinary, .review, hit("a", "tone", .review)), post(.ordinary, .clear),
    ])
    let tone = tally.categories["tone"]
    #expect(tone?.posts == 1)
    #expect(tone?.caught == 1)
    #expect(tone?.expecting == 2)
    #expect(tone?.right == 2)
    #expect(tone?.other == 1)
    #expect(tone?.ordinary == 1)
    #expect(tone?.flagged == 4)
    #expect(tally.categories["data"]?.missed == 2)
    let rule = tally.rule("a")
    #expect(
      [rule.flagged, rule.right, rule.other, rule.unnamed, rule.ordinary] == [5, 2, 1, 1, 1])
    #expect([rule.review, rule.ordinaryReview] == [2, 1])
    #expect(tally.rule("never").flagged == 0)
  }

  @Test func `a rule's review is what its finding alone would come to`() throws {
    let fixture = try PackFixture(
      "severity: caution\nmatch: [{words: [first]}]",
      more: ["second": "severity: caution\nmatch: [{words: [second]}]"])
    let rules = CompiledRules(fixture.program, mode: .interpreted)
    var checker = Checker(rules: rules)
    let assessment = checker.check(.init("first and second"))
    #expect(assessment.verdict == .review)
    let post = Evaluator(rules).evaluated(id: "p", label: .ordinary, assessment: assessment)
    #expect(post.verdict == .review)
    #expect(post.hits.map(\.rule) == ["rule", "second"])
    #expect(post.hits.map(\.verdictAlone) == [.advise, .advise])
  }

  // MARK: - Properties

  @Test(arguments: 0..<20)
  func `every post is counted once, whatever is asked`(_ seed: UInt64) {
    let posts = RandomEvaluation.posts(200, seed: seed)
    let tally = EvaluationTally(posts)
    #expect(tally.posts == 200)
    #expect(tally.ordinary.posts == posts.count { $0.label == .ordinary })
    for counts in [tally.ordinary, tally.risky] {
      #expect(counts.atLeast(.clear) == counts.posts)
      #expect(Verdict.allCases.reduce(0) { $0 + counts[$1] } == counts.posts)
    }
    let categories = tally.categories.values
    #expect(categories.reduce(0) { $0 + $1.posts } + tally.unnamed == tally.risky.posts)
    #expect(categories.reduce(0) { $0 + $1.caught } + tally.unnamedCaught == tally.caught)
    #expect(categories.allSatisfy { $0.caught + $0.missed == $0.posts })
    #expect(categories.allSatisfy { $0.caught <= $0.right && $0.right <= $0.expecting })
    #expect(tally.caught <= tally.caughtAnyhow && tally.caughtAnyhow <= tally.risky.posts)
    let hits = posts.reduce(0) { $0 + $1.hits.count }
    #expect(tally.rules.values.reduce(0) { $0 + $1.flagged } == hits)
    for rule in tally.rules.values {
      #expect(rule.ordinaryReview <= rule.ordinary && rule.review <= rule.flagged)
    }
  }

  @Test(arguments: 0..<20)
  func `the order of posts and of hits does not matter`(_ seed: UInt64) {
    let posts = RandomEvaluation.posts(100, seed: seed)
    var lots = SeededGenerator(seed: seed &+ 1)
    let mixed = posts.shuffled(using: &lots).map { post in
      EvaluatedPost(
        id: post.id, label: post.label, verdict: post.verdict,
        hits: post.hits.shuffled(using: &lots), isIncomplete: post.isIncomplete)
    }
    #expect(EvaluationTally(posts) == EvaluationTally(mixed))
  }

  @Test func `a comparison gives what was added, taken away and altered`() throws {
    let before = post(.ordinary, .review, hit("a", "tone", .review), hit("b", "tone"))
    let after = post(.ordinary, .advise, hit("a", "tone", .advise), hit("c", "tone"))
    let change = try #require(PostChange(before: before, after: after))
    #expect(change.added.map(\.rule) == ["c"])
    #expect(change.removed.map(\.rule) == ["b"])
    #expect(change.altered.map(\.after.rule) == ["a"])
    #expect(PostChange(before: before, after: before) == nil)
  }

  @Test(arguments: 0..<20)
  func `a comparison turned round takes away what it added`(_ seed: UInt64) {
    let olds = RandomEvaluation.posts(50, seed: seed)
    let news = RandomEvaluation.posts(50, seed: seed &+ 100)
    for (old, new) in zip(olds, news) {
      let there = PostChange(before: old, after: new)
      let back = PostChange(before: new, after: old)
      #expect(there?.added == back?.removed)
      #expect(there?.removed == back?.added)
      #expect(there?.altered.count == back?.altered.count)
    }
  }
}
