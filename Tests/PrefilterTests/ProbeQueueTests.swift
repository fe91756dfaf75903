import PCRE2
import Testing

@testable import Prefilter

/// A text may hold more places and literals than go together in one step of a scan.
struct ProbeQueueTests {
  /// Letters for a number, so that no word is the beginning of another.
  private func word(_ number: Int) -> String {
    String(number, radix: 20).map { digit in
      "bcdfghjklmnpqrstvwxz".dropFirst(Int(String(digit), radix: 20) ?? 0).prefix(1)
    }.joined() + "e"
  }

  /// Patterns of one word each, and of that word with each of six others behind it.
  private func sources(count: Int) -> [String] {
    (0..<count).flatMap { number in
      ["\\b\(word(number))\\b"] + (0..<6).map { "\\b\(word(number)) \(word(count + $0))\\b" }
    }
  }

  private func found(_ text: String, _ sources: [String]) -> [String] {
    let prefilter = Prefilter(
      sources.enumerated().map { number, source in
        .init(Requirement(of: source, caseless: true), kinds: 1, slot: number)
      })
    let scratch = CandidateScratch(patternCount: sources.count)
    Array(text.utf8).withUnsafeBufferPointer { prefilter.scan($0, kind: 1, scratch: scratch) }
    return scratch.foundSlots.map { sources[Int($0)] }.sorted()
  }

  @Test(arguments: [1, 60, 127, 128, 129, 200, 1_000])
  func `every literal of a long text is found, and no other`(count: Int) {
    let sources = sources(count: 1_000)
    let text = (0..<count).map { word($0) }.joined(separator: ", ")
    #expect(found(text, sources) == (0..<count).map { "\\b\(word($0))\\b" }.sorted())
  }

  @Test func `literals that share a word are told apart wherever they stand`() {
    let sources = sources(count: 300)
    let text = (0..<300).map { "\(word($0)) \(word(300 + $0 % 6))" }.joined(separator: ". ")
    let wanted = (0..<300).flatMap { number in
      ["\\b\(word(number))\\b", "\\b\(word(number)) \(word(300 + number % 6))\\b"]
    }
    #expect(found(text, sources) == wanted.sorted())
  }

  @Test func `a literal at the first and at the last byte is found`() {
    let sources = ["\\bzebra\\b", "zebra crossing", "crossing$"]
    #expect(found("zebra crossing", sources) == sources.sorted())
    #expect(found("azebra crossing", sources).contains("\\bzebra\\b") == false)
  }
}
