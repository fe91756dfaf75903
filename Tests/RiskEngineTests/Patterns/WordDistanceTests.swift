import PCRE2
import TestSupport
import Testing

@testable import Prefilter
@testable import RiskEngine

/// The prefilter reckons distances in words, which must never be more than what nearness itself counts.
@Suite struct WordDistanceTests {
  @Test func `the prefilter counts the words that nearness counts`() {
    let scratch = CandidateScratch(patternCount: 0)
    let texts =
      RandomPatterns.texts(count: 300, seed: 21) + GeneratedPosts.make(count: 300, seed: 22) + [
        "it's a café – “naïve” £5 – o'clock", "don''t  --  stop 👮🚔 x_y 'n' £ß ÆØÅ ½", "",
        String(repeating: "é'x-", count: 100),
      ]
    for text in texts {
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        TextMarks.mark(bytes, in: scratch.text)
        let marked = scratch.text.pointee
        let places = WordPlaces(bytes)
        // Of a run of spaces and hyphens only the first is left in the folded text.
        var origins: [Int] = []
        var isAfterGap = false
        for (origin, byte) in bytes.enumerated() {
          let isGap = ASCIISet.gap.contains(byte)
          if !isGap || !isAfterGap { origins.append(origin) }
          isAfterGap = isGap
        }
        for (place, origin) in origins.enumerated() {
          let words = places.starts.firstIndex(from: origin)
          #expect(marked.wordNumber(at: place) == words, "\(text) at \(origin)")
        }
      }
    }
  }

  @Test func `a match has no more words than its requirement says`() throws {
    let scratch = MatchScratch()
    let posts =
      (GeneratedPosts.make(count: 200, seed: 31) + RandomPatterns.texts(count: 200, seed: 32))
      .filter(isTrusted)
    let sources =
      GeneratedRules.make(count: 150, seed: 33).map(\.source)
      + RandomPatterns.make(count: 400, seed: 34).map(\.source)
      + ["\\w+ (?:\\w+ ){0,3}\\w+", "[^.]{3,20}", "a\\W+b|c{2,4} d", "(?:the |a )?\\bt\\S+"]
    var checked = 0
    for source in sources {
      let requirement = Requirement(of: source, caseless: true)
      guard let partings = requirement.partings,
        let pattern = try? Pattern(source, options: .init(caseless: true, jit: true))
      else { continue }
      for post in posts {
        let bytes = Array(post.utf8)
        try bytes.withUnsafeBufferPointer { bytes in
          try pattern.forEachMatch(in: bytes, using: scratch) { match in
            let words = WordPlaces(UnsafeBufferPointer(rebasing: bytes[match])).starts.count
            #expect(words <= partings + 1, "\(source) in \(post)")
            checked += 1
            return true
          }
        }
      }
    }
    #expect(checked > 1_000)
  }

  /// Whether requirements mean for a text what they say: no character in it stands for another one.
  private func isTrusted(_ text: String) -> Bool {
    let scratch = CandidateScratch(patternCount: 0)
    Array(text.utf8).withUnsafeBufferPointer { TextMarks.mark($0, in: scratch.text) }
    return scratch.text.pointee.trust == .all
  }

  @Test func `bits spread as far as they are asked to and no farther`() {
    for distance in [0, 1, 2, 3, 7, 20, 63, 200] {
      for place in [0, 1, 31, 63] {
        let spread = (UInt64(1) << UInt64(place)).spread(by: distance)
        for other in 0..<64 {
          #expect((spread >> UInt64(other) & 1 == 1) == (abs(other - place) <= distance))
        }
      }
    }
  }
}
