import PCRE2
import Testing

@testable import RiskEngine

@Suite struct TextMarksTests {
  private func blocks(_ text: String, _ scratch: CandidateScratch) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { TextMarks.mark($0, in: scratch) }
  }

  @Test func `every character that folds to ASCII or is a digit voids what a text lacks`() throws {
    let pattern = try Pattern("[a-z0-9]|\\d", options: .init(caseless: true, jit: true))
    let matching = MatchScratch()
    let scratch = CandidateScratch(patternCount: 0)
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { continue }
      guard try pattern.firstMatch(validating: Array(bytes), using: matching) != nil else {
        continue
      }
      #expect(blocks(String(scalar), scratch) == nil, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["plain", "caf\u{E9} 👮🚔 – “quoted” £5", "👩‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✅ •", "𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴"])
  func `what police posts are full of voids nothing`(text: String) {
    #expect(blocks(text, CandidateScratch(patternCount: 0)) != nil)
  }

  @Test func `words and signs are marked byte by byte, across blocks`() {
    let text = String(repeating: "Ab_9 £-#é.", count: 20)
    let scratch = CandidateScratch(patternCount: 0)
    let bytes = Array(text.utf8)
    #expect(blocks(text, scratch) == (bytes.count + 63) / 64)
    for (index, byte) in bytes.enumerated() {
      let isWord = Array("AbC_9".utf8).contains(byte)
      let isLead = byte >= 0xC0 || byte < 0x80 && !isWord && byte != 0x20
      #expect(scratch.words[index / 64] >> UInt64(index % 64) & 1 == (isWord ? 1 : 0))
      #expect(scratch.signs[index / 64] >> UInt64(index % 64) & 1 == (isLead ? 1 : 0))
      #expect(scratch.folded[index] == CaseFolding.lower(byte))
    }
  }
}
