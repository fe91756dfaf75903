import PostText
import Rules
import Testing

@testable import RiskEngine

/// A pattern that gives up is said to be unchecked; it is never taken for one that found nothing.
struct UnfinishedTests {
  /// A pattern that tries all ways to pick seven of the letters x before it can say no.
  private let hard = #"{pattern: '\b(x).*\1.*\1.*\1.*\1.*\1.*\1.*[qz]'}"#
  /// A post on which it gives up.
  private let trap = "A door. q " + String(repeating: "x", count: 200)

  private func expectFailure(
    _ pack: PackFixture, at place: SourceLocation = #_sourceLocation
  ) {
    let assessment = pack.check(Draft(trap), at: place)
    #expect(assessment.isIncomplete, sourceLocation: place)
    let failures = assessment.notChecked.filter(\.isFailure)
    #expect(failures.map(\.rule) == ["rule"], sourceLocation: place)
    #expect(failures.map(\.part) == ["text"], sourceLocation: place)
  }

  @Test func `a match that gives up is a failure of its rule`() throws {
    let pack = try PackFixture("match: [\(hard)]")
    expectFailure(pack)
    #expect(!pack.check(Draft("A door. q")).isIncomplete)
  }

  @Test func `an item of nearness that gives up is a failure`() throws {
    expectFailure(try PackFixture("match: [{near: [\(hard), door]}]"))
  }

  @Test func `a condition that gives up is a failure`() throws {
    for key in ["when", "unless", "weaker", "stronger"] {
      expectFailure(try PackFixture("match: [{words: [door]}]\n\(key): [\(hard)]"))
    }
    expectFailure(
      try PackFixture("match: [{words: [door]}]\nunless: [{when: {near: [\(hard), q]}, within: 9}]")
    )
  }

  @Test func `a further matcher that gives up is a failure`() throws {
    expectFailure(try PackFixture("match: [{all: [{words: [door]}, \(hard)]}]"))
    expectFailure(try PackFixture("match: [{all: [{fact: {reply: false}}, {none: [\(hard)]}]}]"))
  }

  @Test func `what a rule finds otherwise is still found`() throws {
    let pack = try PackFixture("match: [{words: [door]}, \(hard)]")
    expectFailure(pack)
    #expect(pack.found(trap) == ["door"])
  }

  @Test func `other rules are not touched, and one that is off does not fail`() throws {
    let pack = try PackFixture("match: [\(hard)]", more: ["other": "match: [{words: [door]}]"])
    #expect(pack.found(trap) == ["door"])
    let options = CheckOptions(disabledRules: ["rule"])
    #expect(!pack.check(Draft(trap), options).isIncomplete)
  }

  @Test func `every part that could not be checked is named once, in order`() throws {
    let pack = try PackFixture(
      "match: [\(hard)]", more: ["also": "match: [{near: [\(hard), door], across: post}]"])
    var draft = Draft(trap)
    draft.thread = ["fine", trap]
    let failures = pack.check(draft).notChecked
    #expect(failures.map(\.part) == ["text", "text", "thread[2]", "thread[2]"])
    #expect(failures.map(\.rule) == ["also", "rule", "also", "rule"])
  }

  @Test func `the next draft is not held to what the last one failed on`() throws {
    let pack = try PackFixture("match: [\(hard)]")
    let rules = CompiledRules(pack.program, mode: .interpreted)
    var checker = Checker(rules: rules)
    #expect(checker.check(Draft(trap)).isIncomplete)
    #expect(!checker.check(Draft("hello")).isIncomplete)
  }
}
