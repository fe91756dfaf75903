import PCRE2
import TestSupport
import Testing

@testable import Prefilter

/// What is looked for when somebody asks is found as if every text had been scanned for it.
struct AskedSlotsTests {
  /// What is known of a slot.
  private struct Known: Equatable {
    let words: UInt64
    let isCertain: Bool
    let isOpen: Bool
    let terms: Set<Int>
  }

  /// Lists of twenty generated patterns each, behind the patterns themselves.
  private func lists(areScanned: Bool) -> [Prefilter.Subject] {
    let rules = GeneratedRules.make(count: 300, seed: 51)
    let terms = rules.map { rule in
      Prefilter.Subject(
        .expression(Requirement(of: rule.source, caseless: rule.isCaseless)), kinds: 1, slot: nil,
        isScanned: false)
    }
    let lists = stride(from: 0, to: terms.count, by: 20).enumerated().map { slot, first in
      Prefilter.Subject(
        .anyOf(Array(first..<first + 20)), kinds: 1, slot: slot, isScanned: areScanned)
    }
    return terms + lists
  }

  private func known(_ slot: Int, _ scratch: CandidateScratch) -> Known {
    var terms: Set<Int> = []
    scratch.forEachTerm(of: slot) { term, _ in
      terms.insert(term)
      return true
    }
    return Known(
      words: scratch.words(of: slot), isCertain: scratch.isCertain(slot),
      isOpen: scratch.isOpen(slot), terms: terms)
  }

  @Test func `a list that is asked for is known as well as one that is scanned for`() throws {
    let scanned = Prefilter(lists(areScanned: true))
    let asked = try #require(
      Prefilter(
        serialised: FrozenBuffer(Prefilter(lists(areScanned: false)).serialised())))
    let scratch = (
      scanned: CandidateScratch(patternCount: scanned.count),
      asked: CandidateScratch(patternCount: asked.count)
    )
    var termCount = 0
    for post in GeneratedPosts.make(count: 300, seed: 52) + ["", "-", "x  y"] {
      Array(post.utf8).withUnsafeBufferPointer { text in
        scanned.scan(text, kind: 1, scratch: scratch.scanned)
        asked.scan(text, kind: 1, scratch: scratch.asked)
      }
      guard scratch.scanned.isTrusted else { continue }
      #expect(scratch.asked.foundSlots.isEmpty)
      // To ask twice adds nothing.
      for _ in 0..<2 {
        for slot in 0..<15 {
          asked.ask(for: slot, scratch.asked)
          let expected = known(slot, scratch.scanned)
          #expect(known(slot, scratch.asked) == expected, "\(post)")
          termCount += expected.terms.count
        }
      }
    }
    #expect(termCount > 500)
  }

  @Test func `a text of a kind that a pattern does not read is not found to hold it`() {
    let subject = Prefilter.Subject(
      Requirement(of: "\\bram\\b", caseless: true), kinds: 2, slot: 0)
    let prefilter = Prefilter([subject])
    let scratch = CandidateScratch(patternCount: 1)
    for (kind, count) in [(1, 0), (2, 1), (3, 1)] as [(UInt32, Int)] {
      Array("a ram".utf8).withUnsafeBufferPointer {
        prefilter.scan($0, kind: kind, scratch: scratch)
      }
      #expect(scratch.foundSlots.count == count)
    }
  }
}
