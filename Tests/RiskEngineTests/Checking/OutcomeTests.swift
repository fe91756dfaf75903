import PostText
import Rules
import Testing

@testable import RiskEngine

/// What becomes of what rules found: counted, set aside, asked, or left out.
struct OutcomeTests {
  @Test func `a waived finding is kept with its reason and does not count`() throws {
    let pack = try PackFixture("match: [{words: [door]}]")
    var draft = Draft("door")
    draft.waivers = [.init(rule: "other", reason: "no"), .init(rule: "rule", reason: "a song")]
    let assessment = pack.check(draft)
    #expect(assessment.verdict == .clear)
    #expect(assessment.score == 0)
    #expect(assessment.findings.isEmpty)
    #expect(assessment.waived.map(\.reason) == ["a song"])
    #expect(assessment.waived.map(\.finding.span) == [0..<4])
  }

  @Test func `a stop cannot be waived, nor what conditions make one`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nstronger: [{when: {words: [lol]}, to: stop}]")
    var draft = Draft("door lol")
    draft.waivers = [.init(rule: "rule", reason: "a song")]
    let assessment = pack.check(draft)
    #expect(assessment.verdict == .hold)
    #expect(assessment.waived.isEmpty)
  }

  @Test func `a rule on trial is reported apart and counts for nothing`() throws {
    let pack = try PackFixture(
      "status: trial\nquestion: Really?\nseverity: stop\nmatch: [{words: [door]}]")
    let assessment = pack.check(Draft("door"))
    #expect(assessment.verdict == .clear)
    #expect(assessment.score == 0)
    #expect(assessment.findings.isEmpty)
    #expect(assessment.trials.map(\.rule.id) == ["rule"])
    #expect(assessment.questions.isEmpty)
  }

  @Test func `an observed rule is found when asked for, and changes nothing else`() throws {
    let rule = "question: Really?\nseverity: caution\nmatch: [{words: [door]}]"
    let alone = try PackFixture(rule)
    let pack = try PackFixture(
      rule,
      more: [
        "wood": "status: observed\nmatch: [{words: [door, gate]}]",
        "iron": "status: observed\nmatch: [{words: [gate, lock]}]\nunless: [{words: [quiet]}]",
      ])
    for text in ["A gate and a door and a gate", "A lock", "A door", "A quiet gate", "Nothing"] {
      var draft = Draft(text)
      draft.waivers = [.init(rule: "wood", reason: "a waiver changes nothing either")]
      let plain = alone.check(draft)
      #expect(pack.check(draft).summary == plain.summary)
      var observed = pack.check(draft, CheckOptions(observes: true))
      observed.observations = []
      #expect(observed.summary == plain.summary)
    }
    let observations = pack.check(
      Draft("A gate and a door and a gate"), CheckOptions(observes: true)
    ).observations
    #expect(observations.map(\.rule.id) == ["iron", "wood"])
    #expect(observations.map(\.span) == [2..<6, 2..<6])
    let quiet = CheckOptions(disabledRules: ["iron"], observes: true)
    #expect(pack.check(Draft("A gate"), quiet).observations.map(\.rule.id) == ["wood"])
  }

  @Test func `an observed rule that cannot finish is a failure of audits only`() throws {
    let pack = try PackFixture(
      #"""
      status: observed
      match: [{pattern: '\b(x).*\1.*\1.*\1.*\1.*\1.*\1.*[qz]'}]
      """#)
    let trap = Draft("q " + String(repeating: "x", count: 200))
    #expect(!pack.check(trap).isIncomplete)
    #expect(pack.check(trap, CheckOptions(observes: true)).isIncomplete)
  }

  @Test func `a rule that asks finds nothing, and a question is asked once`() throws {
    let pack = try PackFixture(
      "severity: question\nquestion: Who is it?\nmatch: [{words: [door]}]",
      more: [
        "second": "severity: advice\nquestion: Who is it?\nmatch: [{words: [gate]}]",
        "third": "severity: question\nquestion: Where?\nmatch: [{words: [wall]}]",
      ])
    let assessment = pack.check(Draft("door gate"))
    #expect(assessment.questions == ["Who is it?"])
    #expect(assessment.findings.map(\.rule.id) == ["second"])
    let asked = pack.check(Draft("wall door"))
    #expect(asked.verdict == .clear)
    #expect(asked.findings.isEmpty)
    #expect(asked.questions == ["Who is it?", "Where?"])
  }

  @Test func `a disabled rule says nothing at all`() throws {
    let pack = try PackFixture(
      "question: Who?\nmatch: [{words: [door]}, {measure: words, min: 1}]",
      more: ["other": "match: [{words: [door]}]"])
    let options = CheckOptions(disabledRules: ["rule"])
    let assessment = pack.check(Draft("door"), options)
    #expect(assessment.findings.map(\.rule.id) == ["other"])
    #expect(assessment.questions.isEmpty)
  }

  @Test func `a post declared as life at risk is shown and never held`() throws {
    let pack = try PackFixture("severity: stop\nmatch: [{words: [door]}]")
    var draft = Draft("door")
    #expect(pack.check(draft).verdict == .hold)
    draft.isLifeAtRisk = true
    let assessment = pack.check(draft)
    #expect(assessment.verdict == .review)
    #expect(assessment.score == 100)
    #expect(assessment.findings.map(\.severity) == [.stop])
    #expect(assessment.explanation.notes.count == 1)
  }

  @Test func `findings come worst first, then by part, place and rule`() throws {
    let pack = try PackFixture(
      "severity: caution\nmatch: [{words: [door]}]",
      more: [
        "b": "severity: caution\nmatch: [{words: [gate]}]",
        "a": "severity: caution\nmatch: [{words: [gate]}]",
        "worst": "severity: stop\nmatch: [{words: [wall], in: quote}]",
        "alt": "severity: caution\nmatch: [{words: [roof]}]",
        "next": "severity: caution\nmatch: [{words: [path]}]",
        "least": "severity: advice\nmatch: [{words: [gate]}]",
      ])
    var draft = Draft("A gate, a door")
    draft.thread = ["x", "x", "x", "x", "x", "x", "x", "x", "x", "a path"]
    draft.media = [.init(alt: "A roof")]
    draft.quote = .init(text: "wall")
    let ids = pack.check(draft).findings.map(\.rule.id)
    #expect(ids == ["worst", "a", "b", "rule", "next", "alt", "least"])
  }

  @Test func `what nobody reads is named, and is no failure`() throws {
    let pack = try PackFixture("match: [{words: [door]}]")
    var draft = Draft("@you see https://example.org/a")
    draft.media = [.init(alt: "x"), .init()]
    draft.quote = .init(url: "https://x.example/1")
    let assessment = pack.check(draft)
    #expect(
      assessment.notChecked.map(\.part) == ["media[0]", "media[1]", "text", "reply_to", "quote"])
    #expect(!assessment.isIncomplete)
    #expect(assessment.verdict == .clear)
    draft = Draft("you see")
    draft.replyTo = .init(text: "what?")
    #expect(pack.check(draft).notChecked.isEmpty)
  }
}
