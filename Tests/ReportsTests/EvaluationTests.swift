import Foundation
import Rules
import TestSupport
import Testing

@testable import Reports
@testable import RiskEngine

/// The tables and files on labelled posts.
struct EvaluationTests {
  private static let look = TextReport.Look(width: 100)

  private static func card(_ id: String, _ category: String, isTrial: Bool = false) -> RuleCard {
    RuleCard(
      id: id, title: id, category: category, severity: .serious, confidence: 90,
      status: isTrial ? .trial : .live, isSensitive: false,
      words: Rule.Advice(readsAs: "Badly.", why: "Because.", advice: "Otherwise."))
  }

  private static func hit(
    _ rule: String, _ category: String, _ severity: Severity = .serious, isTrial: Bool = false
  ) -> RuleHit {
    RuleHit(
      rule: rule, category: category, severity: severity,
      verdictAlone: severity >= .serious ? .review : .advise, isTrial: isTrial)
  }

  private static let cases = EvaluatedSet(
    name: "sets/cases.jsonl", sha256: "aa11",
    posts: [
      EvaluatedPost(
        id: "r1", label: .risky(["mocking"]), verdict: .review, hits: [hit("mock", "mocking")]),
      EvaluatedPost(
        id: "r2", label: .risky(["mocking", "profanity"]), verdict: .advise,
        hits: [hit("oath", "profanity", .advice)]),
      EvaluatedPost(id: "r3\u{1B}[31m", label: .risky(["profanity"]), verdict: .clear, hits: []),
      EvaluatedPost(id: "f1", label: .ordinary, verdict: .clear, hits: []),
    ])

  private static let street = EvaluatedSet(
    name: "street.jsonl", group: "GMP", sha256: "bb22",
    posts: (0..<20).map { number in
      EvaluatedPost(
        id: "o\(number)", label: .ordinary, verdict: number == 7 ? .review : .clear,
        hits: number == 7
          ? [hit("mock", "mocking"), hit("new", "mocking", .caution, isTrial: true)] : [],
        isIncomplete: number == 9)
    })

  private static func evaluation(_ sets: [EvaluatedSet] = [cases, street]) -> Evaluation {
    var budgets = EvaluationBudgets()
    budgets.maxReview = Percentage("1.5")
    budgets.minRecall = Percentage("30")
    var evaluation = Evaluation(
      rules: RulesIdentity(pack: "uk-police", version: "1.0.0", sha256: "cc33"), sets: sets,
      cards: [
        card("oath", "profanity"), card("mock", "mocking"), card("new", "mocking", isTrial: true),
        card("silent", "mocking"),
      ])
    evaluation.budgets = budgets.lines(for: evaluation.tally)
    return evaluation
  }

  @Test func `the tables of an evaluation`() {
    Golden.expect(
      EvaluationText(Self.evaluation(), look: Self.look).rendered(), "evaluation.txt")
  }

  @Test func `the tables without lists of posts`() {
    let look = TextReport.Look(width: 100, isQuiet: true)
    let text = String(
      decoding: EvaluationText(Self.evaluation(), look: look).rendered(), as: UTF8.self)
    #expect(!text.contains("r2"))
    #expect(text.contains("main category found"))
  }

  @Test func `an evaluation for programs`() {
    Golden.expect(EvaluationJSON(Self.evaluation()).rendered(), "evaluation.json")
  }

  // MARK: - Comparisons

  private static var comparison: Comparison {
    var later = cases
    later.posts[0].hits = [hit("mock", "mocking", .stop)]
    later.posts[0].verdict = .hold
    later.posts[1].hits = [hit("mock", "mocking")]
    later.posts[1].verdict = .review
    later.posts[3].isIncomplete = true
    return Comparison(
      before: evaluation().rules,
      after: RulesIdentity(pack: "uk-police", version: "1.1.0", sha256: "dd44"),
      sets: [.init(before: cases, after: later), .init(before: street, after: street)])
  }

  @Test func `what other rules change, post by post`() {
    Golden.expect(ComparisonText(Self.comparison, look: Self.look).rendered(), "comparison.txt")
  }

  @Test func `what other rules change, for programs`() {
    Golden.expect(ComparisonJSON(Self.comparison).rendered(), "comparison.json")
  }

  // MARK: - Rates

  private func read(_ text: String) -> (rates: RuleRates?, problems: [RuleProblem]) {
    RuleRates.read(PackFile(path: "rates.json", bytes: Array(text.utf8)))
  }

  @Test func `rates are kept in a file`() {
    Golden.expect(RuleRates(Self.evaluation()).rendered(), "rates.json")
  }

  @Test func `rates read back are the same`() {
    let rates = RuleRates(Self.evaluation())
    let read = read(String(decoding: rates.rendered(), as: UTF8.self))
    #expect(read.problems.map(\.rendered) == [])
    #expect(read.rates == rates)
  }

  @Test func `the order of sets does not show in rates, nor do folders and groups`() {
    var parts = [Self.street, Self.street, Self.cases]
    parts[0].posts = Array(Self.street.posts[..<5])
    parts[1].posts = Array(Self.street.posts[5...])
    parts[1].group = "Met"
    parts[2].name = "elsewhere/cases.jsonl"
    #expect(
      RuleRates(Self.evaluation(parts)).rendered() == RuleRates(Self.evaluation()).rendered())
  }

  @Test func `a report of rates that was changed by hand is told with its place`() {
    let sound = String(decoding: RuleRates(Self.evaluation()).rendered(), as: UTF8.self)
    let table = [
      ("tweetlint.rates/1", "tweetlint.rates/2", "1:11", "Did you mean `tweetlint.rates/1`?"),
      ("\"flagged\":1", "\"flagged\":-1", "2:", "must be 0 or more"),
      ("\"flagged\":1", "\"flagged\":400", "2:", "contradict each other"),
      ("\"review\":1", "\"reviw\":1", "2:", "Did you mean `review`?"),
      ("\"sets\":", "\"further\":", "1:", "needs the key `sets`"),
    ]
    for (old, new, place, words) in table {
      let (rates, problems) = read(sound.replacing(old, with: new))
      let told = problems.map(\.rendered).joined()
      #expect(rates == nil, "\(new)")
      #expect(told.contains("rates.json:" + place), "\(told)")
      #expect(told.contains(words), "\(told)")
    }
    #expect(read("").rates == nil)
  }

  @Test func `the rates that are kept beside the rules can be read`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../rules/rates.json").standardizedFileURL
    let bytes = try Array(Data(contentsOf: file))
    let (rates, problems) = RuleRates.read(PackFile(path: "rates.json", bytes: bytes))
    #expect(problems.map(\.rendered) == [])
    #expect(rates?.rules.pack == "uk-police")
    #expect(rates?.rendered() == bytes)
  }
}
