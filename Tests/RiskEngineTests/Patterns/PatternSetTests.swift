import PCRE2
import Testing

@testable import Prefilter
@testable import RiskEngine

@Suite struct PatternSetTests {
  /// Patterns, the same text for kinds of segments if they are given, with their prefilter.
  private func makeSet(
    _ sources: [String], kinds: [UInt32]? = nil, mode: PatternSet.Mode = .machineCode
  ) -> PatternSet {
    let kinds = kinds ?? sources.map { _ in 1 }
    return PatternSet(
      zip(sources, kinds).map { .init(source: $0, isCaseless: true, kinds: $1) }, mode: mode,
      prefilter: Prefilter(
        zip(sources, kinds).enumerated().map { number, entry in
          .init(Requirement(of: entry.0, caseless: true), kinds: entry.1, slot: number)
        }))
  }

  private func found(
    _ set: PatternSet, _ text: String, kind: UInt32 = 1
  ) -> [Int: MatchFailure?] {
    var scratch = set.makeScratch()
    var found: [Int: MatchFailure?] = [:]
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      set.findMatches(in: bytes, kind: kind, using: &scratch) { pattern, failure in
        found.updateValue(failure, forKey: pattern)
      }
    }
    return found
  }

  @Test func `a pattern is looked for only in the kinds of segment that it reads`() {
    let set = makeSet(["thug", "thug", "thug"], kinds: [0b01, 0b10, 0])
    #expect(Array(found(set, "a thug", kind: 0b01).keys) == [0])
    #expect(Array(found(set, "a thug", kind: 0b10).keys) == [1])
  }

  @Test(arguments: [PatternSet.Mode.machineCode, .interpreted])
  func `a limit is reported with the pattern that reached it`(mode: PatternSet.Mode) {
    let set = makeSet(["fed", "fed(a+)+!$"], mode: mode)
    let answers = found(set, "fed" + String(repeating: "a", count: 60) + "?!x")
    #expect(answers == [0: nil, 1: .limit(.match)])
  }

  @Test func `a pattern that does not compile is reported when it is needed`() {
    let set = makeSet(["a", "b("], mode: .interpreted)
    guard case .unusable(let error)?? = found(set, "ab")[1] else {
      Issue.record("no failure was reported")
      return
    }
    #expect(error.offset == 2)
  }

  @Test func `more places than are kept are searched all the same`() {
    let set = makeSet(["\\bno \\w+ thug"], mode: .machineCode)
    let many = String(repeating: "no good ", count: 2 * CandidateScratch.placeLimit)
    #expect(found(set, many) == [:])
    #expect(found(set, many + "no big thug") == [0: nil])
  }

  @Test func `a scratch forgets the text before`() {
    let set = makeSet(["kick.*door", "\\d{4}-\\d{4}"], mode: .machineCode)
    var scratch = set.makeScratch()
    var found: [[Int]] = []
    for text in ["kick a door 1234-5678", "kick", "", "door", "1234-567", "kick door"] {
      var numbers: [Int] = []
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        set.findMatches(in: bytes, kind: 1, using: &scratch) { number, _ in numbers.append(number) }
      }
      found.append(numbers.sorted())
    }
    #expect(found == [[0, 1], [], [], [], [], [0]])
  }

  @Test func `one set serves many threads`() async {
    let set = makeSet(["thug", "\\bcell(?:s|mate)?\\b"], mode: .interpreted)
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<500).reduce(0) { sum, _ in sum + found(set, "thugs in the cells").count }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 1_000, count: 8))
  }
}
