import Rules
import Testing

@testable import RiskEngine

/// Shares, their intervals, and the budgets that are held against them.
struct BudgetLineTests {
  // Worked out from the definition by halving: the shares p at which |p − k/n| is z √(p(1 − p)/n).
  @Test(arguments: [
    (0, 5281, 0.0, 0.000726883), (16, 5281, 0.00186582, 0.00491612), (3, 10, 0.107791, 0.603222),
    (10, 10, 0.722467, 1.0), (1, 2, 0.094531, 0.905469),
  ])
  func `intervals are those of Wilson`(_ count: Int, _ total: Int, _ low: Double, _ high: Double) {
    let interval = Proportion(count, of: total).interval
    #expect(abs(interval.lowerBound - low) < 1e-6)
    #expect(abs(interval.upperBound - high) < 1e-6)
  }

  @Test func `an interval holds its share, and no post says nothing`() {
    for total in 1...40 {
      for count in 0...total {
        let interval = Proportion(count, of: total).interval
        #expect(interval.contains(Double(count) / Double(total)))
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
      }
    }
    #expect(Proportion(0, of: 0).interval == 0...1)
    #expect(Proportion(0, of: 0).hundredthsOfPercent == nil)
  }

  @Test func `shares are rounded half up`() {
    #expect(Proportion(1, of: 3).hundredthsOfPercent == 3333)
    #expect(Proportion(2, of: 3).hundredthsOfPercent == 6667)
    #expect(Proportion(1, of: 20_000).hundredthsOfPercent == 1)
    #expect(Proportion(5281, of: 5281).hundredthsOfPercent == 10_000)
    #expect(Proportion(3, of: 5281).hundredthsPerThousand == 57)
  }

  @Test(arguments: [
    ("0.2", 200, "0.2 %"), ("1.5", 1500, "1.5 %"), ("10", 10_000, "10 %"),
    ("100", 100_000, "100 %"),
    ("0.125", 125, "0.125 %"), ("2.050", 2050, "2.05 %"),
  ])
  func `a percentage is read exactly`(_ text: String, _ thousandths: Int, _ shown: String) {
    #expect(Percentage(text)?.thousandths == thousandths)
    #expect(Percentage(text)?.description == shown)
  }

  @Test(arguments: [
    "", "-1", "+1", "1e1", "0.1234", "100.001", "1.", ".5", "1,5", "5%", "nan", "٥",
  ])
  func `what is no percentage is turned away`(_ text: String) {
    #expect(Percentage(text) == nil)
  }

  private func ordinary(_ count: Int, of total: Int, by rule: String = "loud") -> [EvaluatedPost] {
    (0..<total).map { number in
      let isHit = number < count
      let hit = RuleHit(
        rule: rule, category: "tone", severity: .serious, verdictAlone: .review)
      return EvaluatedPost(
        id: "\(number)", label: .ordinary, verdict: isHit ? .review : .clear,
        hits: isHit ? [hit] : [])
    }
  }

  @Test func `a budget is kept up to its very limit`() {
    var budgets = EvaluationBudgets()
    budgets.maxReview = Percentage("0.3")
    #expect(budgets.lines(for: EvaluationTally(ordinary(3, of: 1000))).map(\.isKept) == [true])
    #expect(budgets.lines(for: EvaluationTally(ordinary(4, of: 1000))).map(\.isKept) == [false])
    #expect(budgets.lines(for: EvaluationTally([])).map(\.isKept) == [false])
  }

  @Test func `each rule that is over its budget is named`() {
    var budgets = EvaluationBudgets()
    budgets.maxRuleReview = Percentage("1")
    let posts =
      ordinary(5, of: 100, by: "loud") + ordinary(9, of: 100, by: "louder")
      + ordinary(1, of: 100, by: "quiet")
    let lines = budgets.lines(for: EvaluationTally(posts))
    #expect(
      lines.map(\.name) == [
        "ordinary posts that rule louder alone sends to review",
        "ordinary posts that rule loud alone sends to review",
      ])
    budgets.maxRuleReview = Percentage("3")
    #expect(budgets.lines(for: EvaluationTally(posts)).map(\.isKept) == [true])
  }

  @Test func `a least share is not kept below it`() {
    var budgets = EvaluationBudgets()
    budgets.minRecall = Percentage("50")
    let caught = EvaluatedPost(id: "a", label: .risky([]), verdict: .review, hits: [])
    let missed = EvaluatedPost(id: "b", label: .risky([]), verdict: .clear, hits: [])
    #expect(budgets.lines(for: EvaluationTally([caught, missed])).map(\.isKept) == [true])
    #expect(budgets.lines(for: EvaluationTally([caught, missed, missed])).map(\.isKept) == [false])
  }
}
