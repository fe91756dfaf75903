import JSON
import RiskEngine
import Rules
import TestSupport
import Testing

@testable import Reports

struct ReviewPageTests {
  private func shown(
    _ text: String, span: Range<Int>, part: String = "text", width: Int = 60,
    answer: String? = nil, usesColour: Bool = false
  ) -> String {
    let finding = AuditedFinding(
      rule: "street-talk", category: "tone", severity: .caution, points: 9, part: part, span: span,
      match: "", title: "Street talk", readsAs: "This could read badly.",
      advice: "Write it otherwise.", why: "")
    let post = AuditedPost(
      textSHA256: "", account: "North\u{1B}[2J", time: "2024-05-01T12:00:00Z", kind: "reply",
      isDeleted: true, verdict: .review, score: 40, findings: [finding],
      shown: [.init(part: part, text: text)])
    let record = AuditedRecord(
      index: 0, id: "p1", source: .init(file: "a.jsonl", record: 3, line: 4),
      outcome: .checked(post))
    let page = ReviewPage(look: .init(width: width, usesColour: usesColour))
    return String(
      decoding: page.shown(
        finding, in: post, of: record, at: .init(number: 2, total: 9, answer: answer)),
      as: UTF8.self)
  }

  @Test func `a finding is shown with its place, its post, its words and what they may mean`() {
    let page = shown("Kicking down doors again", span: 0..<18, answer: "wrong")
    #expect(
      page == """

        2 of 9  caution  street-talk [tone]
        @North␛[2J · 2024-05-01T12:00:00Z · reply · review · deleted
        a.jsonl:4 (record 3, id p1)

          Kicking down doors again
          ^^^^^^^^^^^^^^^^^^

          rule     Street talk
          reads as This could read badly.
          instead  Write it otherwise.
          answer   so far: wrong


        """)
  }

  @Test func `a long text is wrapped, and carets stand under the words in every row`() {
    let text = "one two three four five six seven eight nine ten eleven twelve thirteen"
    let rows = MarkedRows(text, marking: 8..<38, width: 20).rows
    #expect(
      rows.map(\.text) == [
        "one two three four", "five six seven eight", "nine ten eleven", "twelve thirteen",
      ])
    #expect(rows.map(\.carets) == ["        ^^^^^^^^^^^", "^^^^^^^^^^^^^^^^^^^", "", ""])
  }

  @Test func `nothing that a post or a result says reaches the terminal as an order`() {
    var random = SeededGenerator(seed: 3)
    let nasty = [
      "\u{1B}]0;x\u{7}", "\r", "\u{9B}31m", "\u{202E}", "\t", "\n", "a", "👮", "e\u{301}",
    ]
    for _ in 0..<200 {
      let text = (0..<30).map { _ in nasty.randomElement(using: &random) ?? "" }.joined()
      let page = shown(text, span: 3..<9, part: "quote\u{1B}")
      let orders = page.unicodeScalars.filter { $0.disturbsTerminals && $0 != "\n" }
      #expect(orders.isEmpty)
    }
  }

  @Test func `every letter of a text is shown, in rows that fit`() {
    var random = SeededGenerator(seed: 5)
    for text in GeneratedPosts.make(count: 200, seed: 4) {
      let count = text.unicodeScalars.count
      let start = Int.random(in: 0...count, using: &random)
      let rows = MarkedRows(text, marking: start..<count, width: 30).rows
      let letters = { (text: String) in
        text.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.disturbsTerminals }.count
      }
      let all = rows.map(\.text).joined()
      if rows.count < 24 { #expect(letters(all) >= letters(text)) }
      #expect(rows.allSatisfy { TerminalText.width(of: $0.text) <= 30 })
      #expect(rows.allSatisfy { TerminalText.width(of: $0.carets) <= 30 })
    }
  }

  @Test func `of a very long text the rows around the words are shown`() {
    let text = (0..<2_000).map { "word\($0)" }.joined(separator: " ")
    let start = text.unicodeScalars.count - 400
    let rows = MarkedRows(text, marking: start..<start + 4, width: 40).rows
    #expect(rows.count <= 26)
    #expect(rows.contains { !$0.carets.utf8.isEmpty })
    #expect(rows.first?.text == "…")
  }

  @Test func `a finding about the whole post has no carets`() {
    let page = shown("A post", span: 0..<0)
    #expect(page.utf8.count { $0 == UInt8(ascii: "^") } == 0)
    #expect(page.contains("about the post as a whole"))
  }

  @Test func `the summary gives the precision of each rule with its interval`() {
    var street = RuleReview(rule: "street-talk")
    (street.right, street.wrong, street.unsure, street.open) = (8, 2, 1, 5)
    var unsure = RuleReview(rule: "unsure-rule")
    unsure.unsure = 1
    var open = RuleReview(rule: "open-rule")
    open.open = 7
    let page = ReviewPage(look: .init(width: 100))
    let text = String(
      decoding: page.summary([street, unsure, open], isSample: false), as: UTF8.self)
    #expect(
      text == """

        rule         right  wrong  unsure  open  precision    95 % interval
        street-talk      8      2       1     5    80.00 %  49.02 – 94.33 %
        unsure-rule      0      0       1     0          –                –
        Of 1 other rule no finding has an answer yet (7 open).
        Precision: the right of the right and wrong, over the findings that were answered. They come worst
        first, which is no fair choice; --sample N draws some by lot.

        """)
    let sample = String(decoding: page.summary([street], isSample: true), as: UTF8.self)
    #expect(sample.contains("drawn by lot"))
    let none = String(decoding: page.summary([open], isSample: false), as: UTF8.self)
    #expect(none == "\nNo finding has an answer yet (7 open).\n")
  }
}
