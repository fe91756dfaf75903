import Foundation
import PCRE2
import Prefilter
import TestSupport
import Testing

@testable import RiskEngine

/// The gate that matters: with the prefilter every pattern answers as it does without.
@Suite struct PrefilterEquivalenceTests {
  /// A post, a pattern that matches it, and why PCRE2 could not say, if so.
  private struct Answer: Hashable {
    let post: Int
    let pattern: Int
    let failure: MatchFailure?
  }

  private func entries(_ rules: [GeneratedRules.Rule]) -> [PatternSet.Entry] {
    rules.enumerated().map { number, rule in
      PatternSet.Entry(
        source: rule.source, isCaseless: rule.isCaseless,
        kinds: number % 5 == 0 ? 0b10 : number % 5 == 1 ? 0b01 : 0b11)
    }
  }

  private func answers(_ set: PatternSet, _ posts: [String]) -> Set<Answer> {
    var scratch = set.makeScratch()
    var answers: Set<Answer> = []
    for (number, post) in posts.enumerated() {
      let bytes = Array(post.utf8)
      let kind: UInt32 = number % 2 == 0 ? 0b01 : 0b10
      bytes.withUnsafeBufferPointer { text in
        set.findMatches(in: text, kind: kind, using: &scratch) { pattern, failure in
          let answer = Answer(post: number, pattern: pattern, failure: failure)
          #expect(answers.insert(answer).inserted, "a pattern answered twice")
        }
      }
    }
    return answers
  }

  private func check(
    _ entries: [PatternSet.Entry], _ posts: [String], mode: PatternSet.Mode, atLeast least: Int
  ) {
    let plain = PatternSet(entries, mode: .machineCode, prefilter: nil)
    let prefilter = Prefilter(
      entries.enumerated().map { number, entry in
        .init(
          Requirement(of: entry.source, caseless: entry.isCaseless), kinds: entry.kinds,
          slot: number)
      })
    let filtered = PatternSet(entries, mode: mode, prefilter: prefilter)
    let expected = answers(plain, posts)
    let actual = answers(filtered, posts)
    for missed in expected.subtracting(actual).prefix(5) {
      Issue.record("missed: \(entries[missed.pattern].source) in \(posts[missed.post])")
    }
    #expect(actual.subtracting(expected).isEmpty)
    #expect(expected.count >= least)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `generated rules find the same in fuzzed posts with the prefilter and without`(
    seed: UInt64
  ) throws {
    let rules = GeneratedRules.make(count: 300, seed: seed)
    let posts = GeneratedPosts.make(count: 800, seed: seed &+ 100)
    check(entries(rules), posts, mode: .machineCode, atLeast: 2_000)
  }

  @Test func `patterns compiled late find the same as well`() throws {
    let rules = GeneratedRules.make(count: 300, seed: 7)
    let posts = GeneratedPosts.make(count: 300, seed: 8)
    check(entries(rules), posts, mode: .interpreted, atLeast: 500)
  }

  @Test func `random patterns find the same in random texts of their own letters`() throws {
    let patterns = RandomPatterns.make(count: 3_000, seed: 11)
    let posts = RandomPatterns.texts(count: 400, seed: 12)
    for start in stride(from: 0, to: patterns.count, by: 300) {
      let rules = patterns[start..<start + 300].map { GeneratedRules.Rule($0) }
      check(entries(rules), posts, mode: .machineCode, atLeast: 100)
    }
  }

  @Test(
    .enabled("the corpora are not beside this checkout") {
      SharedFiles.path("corpora/police-ordinary-dev.jsonl") != nil
    })
  func `generated rules find the same in real posts with the prefilter and without`() throws {
    let posts = try CorpusPosts.texts("corpora/police-ordinary-dev.jsonl")
    let rules = GeneratedRules.make(count: 300, seed: 5)
    check(entries(rules), posts, mode: .machineCode, atLeast: 100)
  }
}

extension GeneratedRules.Rule {
  fileprivate init(_ pattern: RandomPatterns.Pattern) {
    self.init(source: pattern.source, isCaseless: pattern.isCaseless)
  }
}
