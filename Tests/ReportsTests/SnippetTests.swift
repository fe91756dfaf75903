import PostText
import RiskEngine
import Testing

@testable import Reports

@Suite struct SnippetTests {
  private func snippet(_ words: String, in text: String, width: Int = 75) -> [Snippet.Line] {
    let finding = Samples.finding(Samples.relish, words, in: text)
    let record = Samples.record(text, Samples.assessment(.review, 36, [finding]), file: nil)
    guard case .checked(let checked) = record.outcome else { return [] }
    return Snippet(
      of: finding.span, in: .text, source: AuthorText(checked, showsSensitive: false),
      width: width
    ).lines
  }

  @Test func `carets stand under the exact words`() {
    #expect(
      snippet("doors", in: "Kicking down doors today")
        == [.init(text: "Kicking down doors today", carets: "             ^^^^^")])
  }

  @Test func `an emoji before the words moves the carets by two columns`() {
    #expect(snippet("doors", in: "🚪 doors")[0].carets == "   ^^^^^")
  }

  @Test func `an emoji of several scalars is two columns wide`() {
    #expect(snippet("doors", in: "👮🏽‍♀️ doors")[0].carets == "   ^^^^^")
    #expect(snippet("doors", in: "👨‍👩‍👧‍👦 doors")[0].carets == "   ^^^^^")
    #expect(snippet("doors", in: "🇬🇧 doors")[0].carets == "   ^^^^^")
    #expect(snippet("doors", in: "🇬🇧🇫🇷 doors")[0].carets == "     ^^^^^")
    #expect(snippet("doors", in: "🏴󠁧󠁢󠁷󠁬󠁳󠁿 doors")[0].carets == "   ^^^^^")
    #expect(snippet("doors", in: "❤️ doors")[0].carets == "   ^^^^^")
  }

  @Test func `a combining mark takes no column and wide letters take two`() {
    #expect(snippet("doors", in: "cafe\u{301} doors")[0].carets == "     ^^^^^")
    #expect(snippet("doors", in: "警察 doors")[0].carets == "     ^^^^^")
  }

  @Test func `a tab goes to the next stop`() {
    let line = snippet("doors", in: "ab\tdoors")[0]
    #expect(line.text == "ab      doors")
    #expect(line.carets == "        ^^^^^")
  }

  @Test func `a place that begins within a letter and its mark marks the letter`() {
    #expect(snippet("\u{301}", in: "cafe\u{301} doors")[0].carets == "   ^")
  }

  @Test func `a long line is cut around the place`() throws {
    let text =
      String(repeating: "before ", count: 30) + "DOORS" + String(repeating: " after", count: 30)
    let line = try #require(snippet("DOORS", in: text, width: 40).first)
    #expect(TerminalText.width(of: line.text) <= 40)
    #expect(line.text.utf8.starts(with: "…".utf8))
    #expect(line.text.hasSuffix("…"))
    let columns = Array(line.text.unicodeScalars)
    let marked = Array(line.carets.unicodeScalars).indices.filter {
      Array(line.carets.unicodeScalars)[$0] == "^"
    }
    #expect(String(String.UnicodeScalarView(marked.map { columns[$0] })) == "DOORS")
  }

  @Test func `words that are longer than the line are cut at its end`() throws {
    let text = String(repeating: "relish ", count: 40)
    let line = try #require(snippet(text, in: text, width: 40).first)
    #expect(TerminalText.width(of: line.text) <= 40)
    #expect(line.carets.utf8.allSatisfy { $0 == UInt8(ascii: "^") })
  }

  @Test func `words over three lines are marked in each`() {
    #expect(
      snippet("two\nthree\nfo", in: "one two\nthree\nfour")
        == [
          .init(text: "one two", carets: "    ^^^"), .init(text: "three", carets: "^^^^^"),
          .init(text: "four", carets: "^^"),
        ])
  }

  @Test func `a carriage return before a line end is not shown`() {
    #expect(snippet("two", in: "two\r\nthree") == [.init(text: "two", carets: "^^^")])
  }

  @Test func `controls and marks of direction are shown as pictures`() {
    let line = snippet("doors", in: "\u{1B}[31m\u{202E}doors\u{7}")[0]
    #expect(line.text == "␛[31m<U+202E>doors␇")
    #expect(line.carets == "             ^^^^^")
  }

  @Test func `a finding about the whole draft has no line`() {
    #expect(snippet("", in: "Some text") == [])
  }
}
