import RiskEngine
import Testing

@testable import Reports

struct AuditCalibrationTests {
  @Test func `the interval of a difference is Newcombe's`() {
    // The first example of Newcombe (1998), method 10: 56/70 against 48/80.
    let interval = Proportion(56, of: 70).differenceInterval(from: Proportion(48, of: 80))
    #expect(Proportion.hundredthsOfPercent(interval.lowerBound) == 524)
    #expect(Proportion.hundredthsOfPercent(interval.upperBound) == 3339)
    let opposite = Proportion(48, of: 80).differenceInterval(from: Proportion(56, of: 70))
    #expect(Proportion.words(opposite) == "−33.39 to −5.24 %")
    #expect(Proportion(0, of: 0).differenceInterval(from: Proportion(1, of: 2)) == -1...1)
  }

  private func tally(_ groups: [(count: Int, isDeleted: Bool, rules: [String])]) -> AuditTally {
    var tally = AuditTally()
    for group in groups {
      for _ in 0..<group.count {
        let findings = group.rules.map { rule in
          var finding = AuditSamples.relish(0..<1, match: "x")
          finding.rule = rule
          return finding
        }
        tally.add(
          AuditedRecord(
            index: 0, id: nil, source: .init(file: "f", record: 1, line: 1),
            outcome: AuditSamples.post(1, .review, isDeleted: group.isDeleted, findings)))
      }
    }
    return tally
  }

  @Test func `the rule that fires more on deleted posts most clearly comes first`() {
    let calibration = AuditCalibration(
      tally([
        (30, true, ["often", "always"]), (10, true, ["reverse"]), (20, true, []),
        (60, false, ["always", "reverse"]), (5, false, ["often", "reverse"]), (300, false, []),
      ]))
    #expect(calibration.rules.map(\.rule) == ["often", "always", "reverse"])
    #expect(calibration.rules.map(\.isClear) == [true, true, false])
    #expect(calibration.rules[0].deleted == Proportion(30, of: 60))
    #expect(calibration.rules[0].kept == Proportion(5, of: 365))
  }

  @Test func `without deleted or without kept posts there is nothing to compare`() {
    #expect(AuditCalibration(tally([(5, false, ["a"])])).rules.isEmpty)
    #expect(AuditCalibration(tally([(5, true, ["a"])])).rules.isEmpty)
  }

  @Test func `an account stands apart when its whole interval does`() {
    let sides = AuditCalibration(AuditSamples.end.tally).sides
    #expect(
      sides.map { "\($0.account) \($0.side) \($0.standing)" }
        == [
          "NorthmarchDogs blue above", "NorthmarchDogs red within", "NorthmarchPolice blue below",
          "NorthmarchPolice red within",
        ])
    #expect(sides[0].own == Proportion(20, of: 30))
    #expect(sides[0].others == Proportion(0, of: 30))
  }

  @Test func `few posts say nothing of an account, but stand among the others`() {
    var tally = AuditTally()
    for (account, count) in [("one", 20), ("two", 19), (nil, 3)] as [(String?, Int)] {
      for number in 0..<count {
        tally.add(
          AuditedRecord(
            index: 0, id: nil, source: .init(file: "f", record: 1, line: 1),
            outcome: AuditSamples.post(1, account: account, sides: number < 10 ? ["red"] : ["blue"])
          ))
      }
    }
    let sides = AuditCalibration(tally).sides
    #expect(sides.map(\.account) == ["one", "one"])
    #expect(sides.map(\.others) == [Proportion(9, of: 22), Proportion(13, of: 22)])
  }
}
