import PCRE2
import TestSupport
import Testing

@testable import Prefilter

/// The prefilter as bytes: what is read back rules out the same, and what is damaged is refused or harmless.
struct PrefilterBytesTests {
  private func prefilter() -> Prefilter {
    Prefilter(
      GeneratedRules.make(count: 120, seed: 3).enumerated().map { number, rule in
        Prefilter.Subject(
          Requirement(of: rule.source, caseless: rule.isCaseless), kinds: 1, slot: number)
      })
  }

  private func candidates(_ prefilter: Prefilter, _ posts: [String]) -> [[Int]] {
    let scratch = CandidateScratch(patternCount: prefilter.count)
    return posts.map { post in
      Array(post.utf8).withUnsafeBufferPointer { prefilter.scan($0, kind: 1, scratch: scratch) }
      return scratch.foundSlots.map { Int($0) }.filter {
        $0 < prefilter.count && prefilter.mayMatch($0, kind: 1, scratch)
      }.sorted()
    }
  }

  private func read(_ bytes: [UInt8]) -> Prefilter? {
    Prefilter(serialised: FrozenBuffer(bytes))
  }

  @Test func `what is read back finds the same candidates`() throws {
    let made = prefilter()
    let again = try #require(read(made.serialised()))
    let posts = GeneratedPosts.make(count: 200, seed: 4)
    let expected = candidates(made, posts)
    #expect(candidates(again, posts) == expected)
    #expect(expected.joined().count > 100)
    #expect(again.serialised() == made.serialised())
  }

  @Test func `bytes that are cut off are refused`() {
    let bytes = prefilter().serialised()
    for count in stride(from: 0, to: bytes.count - 8, by: 997) {
      #expect(read(Array(bytes[..<count])) == nil)
    }
  }

  @Test func `altered bytes are refused or do no harm`() {
    let bytes = prefilter().serialised()
    let posts = GeneratedPosts.make(count: 5, seed: 5)
    var random = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      var altered = bytes
      let place = Int.random(in: altered.indices, using: &random)
      altered[place] ^= UInt8.random(in: 1...255, using: &random)
      if let prefilter = read(altered) { _ = candidates(prefilter, posts) }
    }
  }
}
