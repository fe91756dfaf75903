import Rules
import Testing

struct DisplayLineTests {
  @Test func `a tab moves the caret as far as it moves the line`() {
    let line = DisplayLine("\tmatch: x", column: 2, width: 5)
    #expect(line.text == "  match: x")
    #expect(line.caret == "  ^^^^^")
  }

  @Test func `a wide character takes two columns and a combining one none`() {
    #expect(DisplayLine("警察 x", column: 4, width: 1).caret == "     ^")
    #expect(DisplayLine("e\u{301}te\u{301} x", column: 7, width: 1).caret == "    ^")
    #expect(DisplayLine("a 警察", column: 3, width: 2).caret == "  ^^^^")
  }

  @Test func `a character that would turn the line around is named`() {
    let line = DisplayLine("a\u{202E}b", column: 3, width: 1)
    #expect(line.text == "a<U+202E>b")
    #expect(line.caret == "         ^")
  }

  @Test func `a long line is cut down to the surroundings of its fault`() {
    let text = String(repeating: "x", count: 300) + "FAULT" + String(repeating: "y", count: 300)
    let line = DisplayLine(text, column: 301, width: 5)
    #expect(line.text.unicodeScalars.count == 102)
    let start = line.caret.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let shown = Array(line.text.unicodeScalars)[start..<(start + 5)]
    #expect(String(String.UnicodeScalarView(shown)) == "FAULT")
    #expect(line.caret.utf8.count == start + 5)
  }

  @Test func `a fault at the end of a line still has a caret`() {
    #expect(DisplayLine("ab", column: 3, width: 1).caret == "  ^")
    #expect(DisplayLine("", column: 1, width: 4).caret == "^")
    #expect(DisplayLine("ab", column: 900, width: 4).caret == "  ^")
  }
}
