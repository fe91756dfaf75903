import TestSupport
import Testing

@testable import RiskEngine

/// Distances are what a reader would count, and what a slow and simple count says.
struct WordPlacesTests {
  private func places(_ text: String) -> WordPlaces {
    Array(text.utf8).withUnsafeBufferPointer { WordPlaces($0) }
  }

  @Test func `words begin and end where their letters do`() {
    let places = places("Tŷ 'n it's 😂 a_b, 9")
    #expect(places.starts == [0, 4, 7, 17, 22])
    #expect(places.ends == [3, 6, 11, 20, 23])
  }

  @Test func `sentences end at newlines and before white space only`() {
    #expect(places("A 1.5 b. C!\nD?").stops == [7, 10, 11, 13])
    #expect(places("One. Two. Three").sentence(of: 5..<8) == 4..<8)
    #expect(places("One. Two. Three").sentence(of: 5..<9) == 4..<9)
    #expect(places("One. Two").sentence(of: 0..<8) == 0..<8)
  }

  @Test func `limits agree with counting the words between`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let pieces = ["a", "bc", " ", " ", ".", "é", "😂", "'", "\n"]
      let text = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let places = places(text)
      let from = Int.random(in: 0...text.utf8.count, using: &random)
      let to = Int.random(in: from...text.utf8.count, using: &random)
      let words = Int.random(in: 0...4, using: &random)
      let between = zip(places.starts, places.ends).count { $0 >= from && $1 <= to }
      let isNear = between <= words
      #expect(places.isNear(from, to, words: words, crossesSentences: true) == isNear)
      #expect((to < places.limit(after: from, words: words)) == isNear)
      #expect((from > places.limit(before: to, words: words)) == isNear)
    }
  }
}
