import PostText
import Rules
import TestSupport
import Testing

@testable import RiskEngine

/// Points, caps, bands and floors.
struct ScoreTests {
  private let categories = [
    Category(id: "a", title: "A", family: "f", severity: .serious),
    Category(id: "b", title: "B", family: "f", severity: .serious),
    Category(id: "capped", title: "C", family: "f", severity: .serious, cap: 50),
    Category(id: "alarm", title: "D", family: "f", severity: .caution, cautionReviews: true),
  ]

  private var score: Score { Score(scoring: Scoring(), categories: categories) }

  private var numbers: [String: Int] {
    Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1.id, $0) })
  }

  private func finding(
    _ severity: Severity, in category: String = "a", confidence: Int = 100,
    part: PartName = .text, at span: Range<Int> = 0..<1
  ) -> Finding {
    let card = RuleCard(
      id: "r", title: "R", category: category, severity: severity, confidence: confidence,
      isSensitive: false, words: .init(readsAs: "", why: "", advice: ""))
    return Finding(
      rule: card, severity: severity, confidence: confidence,
      points: score.points(of: severity, confidence: confidence), part: part, span: span,
      reasons: [])
  }

  private func assess(
    _ findings: [Finding], isLifeAtRisk: Bool = false
  ) -> (score: Int, verdict: Verdict, explanation: Explanation) {
    score.assess(findings, categoryNumbers: numbers, isLifeAtRisk: isLifeAtRisk)
  }

  @Test func `points are the severity's times confidence, rounded to the nearest whole`() {
    #expect(score.points(of: .stop, confidence: 100) == 100)
    #expect(score.points(of: .serious, confidence: 90) == 36)
    #expect(score.points(of: .caution, confidence: 85) == 9)
    #expect(score.points(of: .caution, confidence: 84) == 8)
    #expect(score.points(of: .advice, confidence: 24) == 0)
    #expect(score.points(of: .advice, confidence: 25) == 1)
  }

  @Test func `categories combine as chances do`() {
    #expect(assess([]).score == 0)
    #expect(assess([finding(.serious)]).score == 40)
    #expect(assess([finding(.serious), finding(.serious, in: "b")]).score == 64)
    #expect(
      assess([finding(.serious), finding(.serious, in: "b"), finding(.caution, in: "alarm")])
        .score == 68)
    #expect(assess([finding(.stop), finding(.advice, in: "b")]).score == 100)
  }

  @Test func `findings of one category add up, as far as its cap`() {
    let two = assess([finding(.serious), finding(.serious)])
    #expect(two.score == 80)
    #expect(two.verdict == .hold)
    let capped = assess([finding(.serious, in: "capped"), finding(.serious, in: "capped")])
    #expect(capped.score == 50)
    #expect(capped.explanation.categories.map(\.sum) == [80])
    #expect(capped.explanation.categories.map(\.counted) == [50])
    #expect(assess([finding(.stop), finding(.stop)]).score == 100)
  }

  @Test func `the bands begin at their scores`() {
    #expect(assess([finding(.advice)]).explanation.band == .advise)
    let twentyNine = [
      finding(.caution), finding(.caution), finding(.caution, confidence: 90),
    ]
    #expect(assess(twentyNine).score == 29)
    #expect(assess(twentyNine).explanation.band == .advise)
    #expect(assess(twentyNine + [finding(.advice, confidence: 50)]).explanation.band == .review)
    let seventyFour = [finding(.serious), finding(.serious, confidence: 85)]
    #expect(assess(seventyFour).score == 74)
    #expect(assess(seventyFour).explanation.band == .review)
    #expect(assess(seventyFour + [finding(.advice, confidence: 50)]).explanation.band == .hold)
  }

  @Test func `the worst finding sets a floor, however unsure it is`() {
    #expect(assess([]).verdict == .clear)
    #expect(assess([finding(.stop, confidence: 10)]).verdict == .hold)
    #expect(assess([finding(.serious, confidence: 10)]).verdict == .review)
    #expect(assess([finding(.advice)]).verdict == .advise)
  }

  @Test func `a finding too unsure for a point still counts as one`() {
    let assessment = assess([finding(.advice, confidence: 1)])
    #expect(assessment.score == 0)
    #expect(assessment.verdict == .advise)
    #expect(assess([finding(.advice, confidence: 30)]).score == 1)
  }

  @Test func `a caution asks for review with a second caution, or when its category says so`() {
    #expect(assess([finding(.caution)]).verdict == .advise)
    #expect(assess([finding(.caution), finding(.caution, in: "b", at: 2..<4)]).verdict == .review)
    #expect(assess([finding(.caution), finding(.advice)]).verdict == .advise)
    #expect(assess([finding(.caution, in: "alarm")]).verdict == .review)
    #expect(assess([finding(.advice, in: "alarm"), finding(.caution)]).verdict == .advise)
  }

  @Test func `two cautions of one risk about the same words are no second opinion`() {
    let whole = finding(.caution, at: 0..<20)
    let (start, end) = (finding(.caution, at: 0..<4), finding(.caution, at: 16..<20))
    #expect(assess([whole, start]).verdict == .advise)
    #expect(assess([whole, start, end]).verdict == .review)
    #expect(assess([start, finding(.caution, part: .alt(0), at: 0..<4)]).verdict == .review)
    #expect(assess([whole, finding(.caution, in: "b", at: 0..<4)]).verdict == .review)
  }

  @Test func `a post of life at risk keeps its score and is reviewed at most`() {
    let held = assess([finding(.stop)], isLifeAtRisk: true)
    #expect(held.verdict == .review)
    #expect(held.score == 100)
    #expect(held.explanation.band == .hold)
    #expect(assess([finding(.advice)], isLifeAtRisk: true).verdict == .advise)
    #expect(assess([], isLifeAtRisk: true).verdict == .clear)
  }

  @Test func `any order of findings gives the same score, verdict and explanation`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      var findings = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        finding(
          Severity.allCases.randomElement(using: &random) ?? .advice,
          in: categories.randomElement(using: &random)?.id ?? "a",
          confidence: Int.random(in: 1...100, using: &random))
      }
      let expected = assess(findings)
      findings.shuffle(using: &random)
      let other = assess(findings)
      #expect(other.score == expected.score)
      #expect(other.verdict == expected.verdict)
      #expect(other.explanation == expected.explanation)
      #expect(0...100 ~= expected.score)
    }
  }

  @Test func `one more finding never lowers the score or the verdict`() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<200 {
      var findings: [Finding] = []
      var last = assess(findings)
      for _ in 0..<8 {
        findings.append(
          finding(
            Severity.allCases.randomElement(using: &random) ?? .advice,
            in: categories.randomElement(using: &random)?.id ?? "a",
            confidence: Int.random(in: 1...100, using: &random)))
        let next = assess(findings)
        #expect(next.score >= last.score)
        #expect(next.verdict >= last.verdict)
        last = next
      }
    }
  }
}
