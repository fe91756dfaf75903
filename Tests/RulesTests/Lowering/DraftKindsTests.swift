import PCRE2
import Prefilter
import Testing

@testable import Rules

/// What a draft must be for a pattern's alternatives, and for those of the patterns that it leads to.
struct DraftKindsTests {
  private let word = PatternSpec(
    .expression(ExpressionSpec("word", isCaseless: true)), readings: ReadingSet(.text))
  private let asked = PatternSpec(
    .expression(ExpressionSpec("asked", isCaseless: true)), readings: ReadingSet(.replyTo))

  private func needs(
    of tests: [ProgramTest], when: [ProgramTest] = []
  ) -> DraftNeeds {
    let alternative = AlternativeSpec(
      trigger: 0, atLeast: 1, rest: tests, severity: .caution, confidence: 100)
    return DraftNeeds(of: alternative, in: rule([alternative], when), [word, asked])
  }

  private func rule(_ alternatives: [AlternativeSpec], _ when: [ProgramTest] = []) -> RuleSpec {
    let conditions = when.map {
      ConditionSpec(test: $0, reach: .draft, side: .either, to: nil, name: "")
    }
    let card = RuleCard(
      id: "r", title: "R", category: "c", severity: .caution, confidence: 100, isSensitive: false,
      words: .init(readsAs: "", why: "", advice: ""))
    return RuleSpec(
      card: card, alternatives: alternatives, when: conditions, unless: [], weaker: [],
      stronger: [])
  }

  @Test func `an alternative needs what its facts and its readings ask for`() {
    #expect(needs(of: []) == [])
    #expect(needs(of: [.fact(.isReply(true))]) == .answer)
    #expect(needs(of: [.fact(.isReply(false))]) == [])
    #expect(needs(of: [.fact(.calendar(["polls"]))]) == .period)
    #expect(needs(of: [.pattern(1, atLeast: 1)]) == .context)
    #expect(needs(of: [.pattern(0, atLeast: 1)]) == [])
    #expect(needs(of: [], when: [.all([.fact(.isBilingual(true))])]) == .bilingual)
    #expect(needs(of: [.none([.pattern(1, atLeast: 1)])]) == [])
  }

  @Test func `a choice needs what all that may be chosen need`() {
    let answer = ProgramTest.fact(.isReply(true))
    let context = ProgramTest.pattern(1, atLeast: 1)
    #expect(needs(of: [.any([answer])]) == .answer)
    #expect(needs(of: [.any([answer, context])]) == [])
    #expect(needs(of: [.any([.all([answer, context]), context])]) == .context)
  }

  @Test func `a pattern is followed up in the drafts of any that it leads to`() {
    let list = PatternSpec(.anyOf([0, 1]), readings: ReadingSet(.text), isTrigger: true)
    let near = PatternSpec(
      .near(NearSpec(items: [0, 1], within: 3, isOrdered: false, crossesSentences: true)),
      readings: ReadingSet(.text), isTrigger: true)
    let answers = DraftKinds(meeting: .answer)
    let told = DraftKinds(meeting: .context)
    func graph(_ own: DraftKinds?, _ further: DraftKinds) -> [DraftKinds] {
      let graph = PatternGraph(
        [word, word, list, near], requirements: Array(repeating: .always, count: 4),
        triggers: [own, nil, nil, further])
      return (0..<4).map { graph.nodes.start[$0].drafts }
    }
    #expect(graph(nil, answers) == [answers, [], [], answers])
    #expect(graph(told, answers) == [told.union(answers), [], [], answers])
  }

  @Test func `a draft is of one kind, which meets what it is and no more`() {
    let kind = DraftKinds(being: [.answer, .period])
    #expect(kind.isSubset(of: DraftKinds(meeting: .answer)))
    #expect(kind.isSubset(of: DraftKinds(meeting: [.period, .answer])))
    #expect(kind.isSubset(of: DraftKinds(meeting: [])))
    #expect(kind.isDisjoint(with: DraftKinds(meeting: .context)))
    #expect(DraftKinds(being: .all).isSubset(of: DraftKinds(meeting: .all)))
    #expect(DraftKinds(meeting: []).rawValue == .max, "every kind has a bit")
  }
}
