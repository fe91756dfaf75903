import PostText
import Rules
import Testing

@testable import RiskEngine

/// How conditions move the severity of a finding.
struct SeverityTests {
  private func assessment(_ rule: String, _ text: String) throws -> Assessment {
    try PackFixture("match: [{words: [door]}]\n" + rule).check(Draft(text))
  }

  @Test func `a weaker condition lowers by one level, or to the level it names`() throws {
    let one = "severity: serious\nweaker: [{words: [sorry]}]"
    #expect(try assessment(one, "door").findings.map(\.severity) == [.serious])
    #expect(try assessment(one, "sorry, door").findings.map(\.severity) == [.caution])
    let named = "severity: serious\nweaker: [{when: {words: [sorry]}, to: advice}]"
    #expect(try assessment(named, "sorry, door").findings.map(\.severity) == [.advice])
  }

  @Test func `mitigation never takes a stop below serious`() throws {
    let rule = "severity: stop\nweaker: [{words: [sorry]}, {when: {words: [oops]}, to: advice}]"
    #expect(try assessment(rule, "sorry oops door").findings.map(\.severity) == [.serious])
    #expect(try assessment(rule, "oops door").verdict == .review)
  }

  @Test func `weaker never raises and stronger never lowers`() throws {
    let rule =
      "severity: caution\nweaker: [{when: {words: [sorry]}, to: serious}]\n"
      + "stronger: [{when: {words: [lol]}, to: advice}]"
    #expect(try assessment(rule, "sorry lol door").findings.map(\.severity) == [.caution])
  }

  @Test func `a stronger condition raises by one level, or to the level it names`() throws {
    let one = "severity: caution\nstronger: [{words: [lol]}]"
    #expect(try assessment(one, "lol door").findings.map(\.severity) == [.serious])
    let named = "severity: advice\nstronger: [{when: {words: [lol]}, to: stop}]"
    let assessment = try assessment(named, "lol door")
    #expect(assessment.findings.map(\.severity) == [.stop])
    #expect(assessment.findings.map(\.reasons) == [["words “lol” …: up to stop"]])
    #expect(assessment.verdict == .hold)
  }

  @Test func `weaker comes before stronger, and both are told`() throws {
    let rule =
      "severity: serious\nweaker: [{words: [sorry]}]\nstronger: [{when: {words: [lol]}, to: stop}]"
    let finding = try #require(try assessment(rule, "sorry lol door").findings.first)
    #expect(finding.severity == .stop)
    #expect(
      finding.reasons == ["words “sorry” …: down to caution", "words “lol” …: up to stop"])
  }

  @Test func `a rule counts once, at its strongest match`() throws {
    let pack = try PackFixture(
      """
      match:
        - {words: [door], severity: caution, confidence: 80}
        - {words: [gate], severity: serious, confidence: 50}
      """)
    let findings = pack.check(Draft("door gate door gate")).findings
    #expect(findings.map(\.severity) == [.serious])
    #expect(findings.map(\.span) == [5..<9])
    #expect(findings.map(\.points) == [20])
    #expect(findings.map(\.confidence) == [50])
  }

  @Test func `of equal matches the first counts, and the longer of two at one place`() throws {
    let pack = try PackFixture("match: [{words: [front]}, {words: [front door]}, {words: [big]}]")
    #expect(pack.found("front door is big") == ["front door"])
    #expect(pack.found("big front door") == ["big"])
  }

  @Test func `a match far from a weaker condition counts more than one near it`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nweaker: [{when: {words: [sorry]}, within: 1}]")
    let findings = pack.check(Draft("sorry door and then a door")).findings
    #expect(findings.map(\.severity) == [.serious])
    #expect(findings.map(\.span) == [22..<26])
  }
}
