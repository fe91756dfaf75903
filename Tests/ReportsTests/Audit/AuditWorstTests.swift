import RiskEngine
import TestSupport
import Testing

@testable import Reports

struct AuditWorstTests {
  @Test func `only posts of which something is listed are chosen, worst first`() {
    let worst = AuditSamples.worst(of: AuditSamples.records)
    #expect(worst.posts.map(\.index) == [1, 2, 14, 34, 54, 8])
    #expect(worst.rows.map(\.source.record) == [2, 3, 15, 35, 55, 9])
    #expect(worst.rows[0].rules.map(\.id) == ["personal-data.phone", "force-relish.doors"])
    #expect(
      worst.rows[0].text.pieces.map(\.text)
        == ["Ring: ", "••••• ••••••", " for \"more\", he said"])
  }

  @Test(arguments: 1...6)
  func `the choice is that of sorting everything, in any order`(_ seed: UInt64) {
    let records = GeneratedRecords.make(count: 500, seed: seed)
    let sorted =
      records.compactMap { record -> (Badness, Int)? in
        guard case .checked(let post) = record.outcome, !post.findings.isEmpty else { return nil }
        return (
          Badness(verdict: post.verdict, score: post.score, index: record.index), record.index
        )
      }.sorted { $0.0 < $1.0 }.map(\.1)
    var random = SeededGenerator(seed: seed)
    let shuffled = records.shuffled(using: &random)
    for limit in [0, 1, 7, 40, 1_000] {
      let worst = AuditSamples.worst(of: shuffled, posts: limit, rows: 2 * limit)
      #expect(worst.posts.map(\.index) == Array(sorted.prefix(limit)))
      #expect(worst.rows.count == min(2 * limit, sorted.count))
    }
  }

  private func pieces(_ text: String, _ marks: [Range<Int>], most: Int = 100) -> [String] {
    MarkedText(text, marks: marks, most: most).pieces.map { $0.isMarked ? "[\($0.text)]" : $0.text }
  }

  @Test func `marks count in scalars, may touch and overlap, and may lie outside`() {
    #expect(pieces("a👮🏽‍♀️b", [1..<6]) == ["a", "[👮🏽‍♀️]", "b"])
    #expect(pieces("abcdef", [3..<5, 0..<2]) == ["[ab]", "c", "[de]", "f"])
    #expect(pieces("abcdef", [0..<3, 2..<4, 4..<5]) == ["[abcde]", "f"])
    #expect(pieces("abc", [2..<9, 7..<9, 1..<1]) == ["ab", "[c]"])
    #expect(pieces("", [0..<1]) == [])
  }

  @Test func `a long text is cut around its first mark`() {
    let text = String(repeating: "a", count: 100) + "b" + String(repeating: "c", count: 100)
    let shown = pieces(text, [100..<101], most: 40)
    #expect(
      shown == [
        "…", String(repeating: "a", count: 10), "[b]", String(repeating: "c", count: 29), "…",
      ])
    #expect(pieces(text, [], most: 5) == ["aaaaa", "…"])
    #expect(pieces(text, [200..<201], most: 4) == ["…", "ccc", "[c]"])
  }
}
