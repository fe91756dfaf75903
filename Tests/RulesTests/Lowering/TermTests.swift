import TestSupport
import Testing

@testable import Rules

/// The notation of terms and its faults.
struct TermTests {
  private func fault(_ text: String) -> Term.Fault? {
    do {
      _ = try Term(parsing: text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a term is read piece by piece`() throws {
    #expect(
      try Term(parsing: "kick~ (the|their)? door*").pieces == [
        .inflected("kick"), .space,
        .choice(
          [Term(pieces: [.literal("the")]), Term(pieces: [.literal("their")])], isOptional: true),
        .space, .open("door"),
      ])
    #expect(try Term(parsing: "😂").pieces == [.literal("😂")])
    #expect(try Term(parsing: "100%").pieces == [.literal("100%")])
  }

  @Test func `white space is one space, and none at the edges`() throws {
    let pieces: [Term.Piece] = [.literal("off"), .space, .literal("duty")]
    for text in ["off duty", " off  duty ", "off\tduty", "off\u{A0} duty"] {
      #expect(try Term(parsing: text).pieces == pieces)
    }
  }

  @Test func `choices nest`() throws {
    let term = try Term(parsing: "(a (b|c)?|d)")
    let inner = Term.Piece.choice(
      [Term(pieces: [.literal("b")]), Term(pieces: [.literal("c")])], isOptional: true)
    #expect(
      term.pieces == [
        .choice(
          [Term(pieces: [.literal("a"), .space, inner]), Term(pieces: [.literal("d")])],
          isOptional: false)
      ])
  }

  @Test(arguments: [
    ("", 0), ("   ", 0), ("()", 1), ("a (|b)", 3), ("a (b|)", 5), ("~", 0), ("a *", 2),
    ("a b)", 3), ("a (b", 2), ("a (b|c", 2), ("a|b", 1), ("|", 0), ("a (b|c) | d", 8),
  ])
  func `a term that cannot be read says where`(text: String, offset: Int) throws {
    #expect(try #require(fault(text)).offset >= min(offset, 1))
    #expect(try #require(fault(text)).offset <= text.unicodeScalars.count)
  }

  @Test func `faults name what is wrong`() {
    #expect(fault("a b)") == Term.Fault(message: "“)” has no “(” before it", offset: 3))
    #expect(fault("a|b") == Term.Fault(message: "“|” stands outside of “(…)”", offset: 1))
    #expect(fault("a (b") == Term.Fault(message: "“(” has no “)” after it", offset: 2))
    #expect(fault("a ~") == Term.Fault(message: "“~” has no word before it", offset: 2))
    #expect(fault("a (|b)")?.message == "a term is empty")
    let deep = String(repeating: "(", count: 9) + "a" + String(repeating: ")", count: 9)
    #expect(fault(deep)?.message == "choices are nested too deeply")
  }

  @Test func `any text at all is read or refused`() {
    var random = SeededGenerator(seed: 3)
    let signs = ["a", "b", " ", "(", ")", "|", "?", "~", "*", "'", "-", "\\", "[", "😂", "é"]
    for _ in 0..<3_000 {
      let length = Int.random(in: 0...12, using: &random)
      let text = (0..<length).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
      if let fault = fault(text) { #expect(0...text.unicodeScalars.count ~= fault.offset) }
    }
  }
}
