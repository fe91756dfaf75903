import PCRE2
import TestSupport
import Testing

@testable import Prefilter

/// Where literals are looked for: at the word of theirs that the fewest posts have.
struct LiteralKeyTests {
  private func key(_ text: String, _ flags: Literal.Flags) throws -> (Probe, Int, String) {
    let key = LiteralKey(of: try #require(Literal(Array(text.utf8), flags: flags)))
    let bytes = stride(from: UInt64(0), to: 64, by: 8).map {
      UInt8(truncatingIfNeeded: key.bytes >> $0)
    }
    return (key.probe, key.offset, String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self))
  }

  @Test func `a phrase is looked for at its rarest word and what follows`() throws {
    let word: Literal.Flags = [.boundaryBefore, .boundaryAfter]
    #expect(try key("the police ram", word) == (.word, 11, "ram"))
    #expect(try key("ram the police", word) == (.phrase, 0, "ram the "))
    #expect(try key("#knock the", []) == (.phrase, 1, "knock th"))
  }

  @Test func `what may go on is looked for by as much of it as is known`() throws {
    #expect(try key("kick", .boundaryBefore) == (.stem, 0, "kick"))
    #expect(try key("batteringram", .boundaryBefore) == (.word, 0, "batterin"))
    #expect(try key("ck door", .boundaryAfter) == (.word, 3, "door"))
    #expect(try key("ickd", []) == (.inside, 0, "ickd"))
    #expect(try key("!", []) == (.signByte, 0, "!"))
  }

  @Test func `a key in the middle leads to where the literal begins`() throws {
    let pattern = Requirement(of: "\\bthe police ram\\b", caseless: true)
    let prefilter = Prefilter([Prefilter.Subject(pattern, kinds: 1, slot: 0)])
    let scratch = CandidateScratch(patternCount: 1)
    for (text, places) in [
      ("x the  police-ram", [2]), ("the police ram, the police ram", [0, 16]), ("ram", []),
      ("police ram", []), ("bathe police ram", []),
    ] {
      Array(text.utf8).withUnsafeBufferPointer { prefilter.scan($0, kind: 1, scratch: scratch) }
      #expect(scratch.foundSlots.isEmpty == places.isEmpty, "\(text)")
      #expect(prefilter.beginnings(of: 0, scratch).map(Array.init) ?? [] == places, "\(text)")
    }
  }
}
