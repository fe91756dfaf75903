import PCRE2
import Testing

@testable import Prefilter

@Suite struct TextMarksTests {
  private func mark(_ text: String, _ scratch: CandidateScratch) -> ScannedText {
    Array(text.utf8).withUnsafeBufferPointer { TextMarks.mark($0, in: scratch.text) }
    return scratch.text.pointee
  }

  @Test(arguments: [
    (pattern: "[a-z0-9]|\\s", trust: TextMarks.Trust.nothing), (pattern: "\\d", trust: .literals),
  ])
  func `a character that stands for one of ASCII is not trusted`(
    pattern: String, trust: TextMarks.Trust
  ) throws {
    let code = try Pattern(pattern, options: .init(caseless: true, jit: true))
    let matching = MatchScratch()
    let scratch = CandidateScratch(patternCount: 0)
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { continue }
      guard try code.firstMatch(validating: Array(bytes), using: matching) != nil else {
        continue
      }
      #expect(mark(String(scalar), scratch).trust <= trust, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["plain", "caf\u{E9} 👮🚔 – “quoted” £5", "👩‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✅ •", "𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴"])
  func `what police posts are full of is trusted`(text: String) {
    let scratch = CandidateScratch(patternCount: 0)
    #expect(mark(text, scratch).trust == .all)
  }

  @Test(arguments: ["Ab_9 £-#é.", "a  B - c\t\n", " --", "x- -y 👮 - "])
  func `words and signs are marked byte by byte, across blocks`(piece: String) {
    let bytes = Array(String(repeating: piece, count: 20).utf8)
    let scratch = CandidateScratch(patternCount: 0)
    let marked = mark(String(decoding: bytes, as: UTF8.self), scratch)
    #expect(marked.blocks == (bytes.count + 63) / 64)
    // One byte at a time, to the letter of what folding means.
    var folded: [(byte: UInt8, origin: Int)] = []
    for (place, byte) in bytes.enumerated() {
      let byte = Literal.folded(byte)
      if byte != 0x20 || folded.last?.byte != 0x20 { folded.append((byte, place)) }
    }
    #expect(marked.foldedBlocks == (folded.count + 63) / 64)
    for (index, (byte, origin)) in folded.enumerated() {
      let isWord = ASCIISet.word.contains(byte)
      let isLead = byte >= 0xC0 || byte < 0x80 && !isWord && byte != 0x20
      #expect(marked.words[index / 64] >> UInt64(index % 64) & 1 == (isWord ? 1 : 0))
      #expect(marked.signs[index / 64] >> UInt64(index % 64) & 1 == (isLead ? 1 : 0))
      #expect(marked.folded[index] == byte)
      #expect((marked.isShortened ? Int(marked.origins[index]) : index) == origin)
    }
  }
}
