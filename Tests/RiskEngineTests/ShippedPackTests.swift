import PostText
import Rules
import StarterRules
import TestSupport
import Testing

@testable import RiskEngine

/// The shipped pack answers the same however it is run: the prefilter and when patterns are compiled
/// change the cost and nothing else.
struct ShippedPackTests {
  private func summaries(
    _ drafts: [Draft], mode: PatternSet.Mode, usesPrefilter: Bool = true
  ) throws -> [String] {
    let rules = try CompiledRules(
      StarterRules.program(), mode: mode, prefilter: StarterRules.prefilter(),
      usesPrefilter: usesPrefilter)
    var checker = Checker(rules: rules)
    return drafts.map { checker.check($0).summary }
  }

  private func expectSame(_ drafts: [Draft], _ left: [String], _ right: [String]) {
    let different = drafts.indices.filter { left[$0] != right[$0] }
    for index in different.prefix(3) {
      Issue.record("\(drafts[index].text)\n\(left[index])\n\(right[index])")
    }
    #expect(different.isEmpty)
  }

  /// Posts of the pack's own words among others, some of them replies, quotes or threads.
  private func fuzzedDrafts(count: Int, seed: UInt64) throws -> [Draft] {
    var posts = FuzzedPosts(
      words: try StarterRules.program().sampleWords + ["police", "officers", "the", "a", "we"],
      seed: seed)
    return (0..<count).map { _ in posts.draft() }
  }

  @Test func `fuzzed posts find the same with the prefilter and without`() throws {
    let drafts = try fuzzedDrafts(count: 400, seed: 21)
    let filtered = try summaries(drafts, mode: .machineCode)
    expectSame(drafts, filtered, try summaries(drafts, mode: .machineCode, usesPrefilter: false))
    #expect(filtered.count { $0.utf8.contains(UInt8(ascii: "\n")) } > 100)
  }

  /// Of a long post several words share the bit by which places are reckoned, and a word that comes again there is left out.
  @Test func `long posts that repeat themselves find the same with the prefilter and without`()
    throws
  {
    let pieces = try fuzzedDrafts(count: 160, seed: 25).map(\.text)
    let drafts = (0..<8).map { number in
      let own = pieces[number * 20..<number * 20 + 20]
      return Draft((own + Array(repeating: pieces[number], count: 20) + own).joined(separator: " "))
    }
    let filtered = try summaries(drafts, mode: .machineCode)
    expectSame(drafts, filtered, try summaries(drafts, mode: .machineCode, usesPrefilter: false))
    #expect(filtered.allSatisfy { $0.utf8.contains(UInt8(ascii: "\n")) })
  }

  @Test func `fuzzed posts find the same with patterns compiled when they are needed`() throws {
    let drafts = try fuzzedDrafts(count: 200, seed: 22)
    expectSame(
      drafts, try summaries(drafts, mode: .machineCode), try summaries(drafts, mode: .interpreted))
  }

  @Test func `equal drafts get equal assessments from any checker in any order`() throws {
    let drafts = try fuzzedDrafts(count: 150, seed: 23)
    let rules = try CompiledRules(
      StarterRules.program(), mode: .machineCode, prefilter: StarterRules.prefilter())
    var first = Checker(rules: rules)
    let expected = drafts.map { first.check($0).summary }
    var order = Array(drafts.indices)
    var random = SeededGenerator(seed: 24)
    order.shuffle(using: &random)
    var second = Checker(rules: rules)
    for index in order {
      #expect(second.check(drafts[index]).summary == expected[index])
      #expect(first.check(drafts[index]).summary == expected[index])
    }
  }

  @Test(
    .enabled("the corpora are not beside this checkout") {
      SharedFiles.path("corpora/police-ordinary-dev.jsonl") != nil
    },
    arguments: [
      "police-ordinary-dev", "police-trouble-dev", "written-cases-dev", "identifiers-uk-dev",
    ])
  func `real posts find the same with the prefilter and without`(corpus: String) throws {
    let texts = try CorpusPosts.texts("corpora/\(corpus).jsonl")
    // Without the prefilter a post takes a thousand times as long: of a large set every other one has to do.
    let step = texts.count > 1_000 ? 2 : 1
    let drafts = stride(from: 0, to: texts.count, by: step).map { Draft(texts[$0]) }
    let filtered = try summaries(drafts, mode: .machineCode)
    expectSame(drafts, filtered, try summaries(drafts, mode: .machineCode, usesPrefilter: false))
    let some = stride(from: 0, to: drafts.count, by: 10).map { $0 }
    expectSame(
      some.map { drafts[$0] }, some.map { filtered[$0] },
      try summaries(some.map { drafts[$0] }, mode: .interpreted))
  }

  @Test func `hostile posts are checked to the end`() throws {
    let words = [
      "kicking doors ", "lol ", "nicked ", "07700 900123 ", "😂", "#knockknock ", "@a ", "a", "f*",
      "\"he said\" ", "Mill Lane ", "John Smith, 23, ", "s p a c e d ",
    ]
    let rules = try CompiledRules(
      StarterRules.program(), mode: .machineCode, prefilter: StarterRules.prefilter())
    var checker = Checker(rules: rules)
    for word in words {
      let text = String(repeating: word, count: 25_000 / word.utf8.count)
      let assessment = checker.check(Draft(text))
      #expect(!assessment.isIncomplete, "\(word): \(assessment.notChecked.prefix(2))")
    }
  }
}

extension RuleProgram {
  /// Words that the patterns consist of, so that made-up posts meet them.
  fileprivate var sampleWords: [String] {
    var words: Set<String> = []
    for pattern in patterns {
      for run in (pattern.expression?.source ?? "").utf8.split(whereSeparator: {
        !Self.isLetter($0)
      })
      where run.count > 2 {
        words.insert(String(decoding: run, as: UTF8.self))
      }
    }
    return words.sorted()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }
}
