import PostText
import Rules
import Testing

@testable import RiskEngine

/// Posts of 25,000 characters made to be slow: with work in the square of their length none of these
/// would end while anybody waits.
struct HostilePostTests {
  private func repeated(_ text: String) -> String {
    String(repeating: text, count: 25_000 / text.unicodeScalars.count)
  }

  @Test func `thousands of matches, each with conditions around it`() throws {
    let pack = try PackFixture(
      """
      match: [{words: [a]}]
      unless:
        - {when: {words: [a, b]}, within: 8, side: after}
        - {when: {near: [b, c, a], within: 3}, within: sentence}
      weaker: [{measure: weighted-length, min: 9}, {when: {words: [b]}, within: 3}]
      """)
    let text = repeated("a ") + "x b"
    #expect(pack.check(Draft(text)).findings.isEmpty)
    let alone = pack.check(Draft(repeated("a . 1 2 3 4 5 6 7 8 9 ")))
    #expect(alone.findings.map(\.span) == [0..<1])
  }

  @Test func `nearness with thousands of matches and nothing but emoji between`() throws {
    let pack = try PackFixture(#"match: [{near: ["😂", door], within: 2, across: post}]"#)
    #expect(pack.found(repeated("😂") + "1 2 3 door") == [])
    let found = pack.found(repeated("😂") + "1 2 door")
    #expect(found.map { $0.utf8.count } == [25_000 * 4 + 8])
  }

  @Test func `nearness of parts of one endless word`() throws {
    let pack = try PackFixture("match: [{near: [{pattern: 'a'}, {pattern: 'b'}], within: 0}]")
    #expect(pack.found(repeated("a") + " x b") == [])
    #expect(pack.found(repeated("ac") + "b") == [repeated("ac") + "b"])
  }

  @Test func `nearness of four items, each of them everywhere`() throws {
    let pack = try PackFixture("match: [{near: [a, b, c, d], within: 1, order: given}]")
    #expect(pack.found(repeated("a b c ")) == [])
    let either = try PackFixture("match: [{near: [a, b, c, d], within: 0}]")
    #expect(either.found(repeated("c b a ") + "d") == ["c b a d"])
  }

  @Test func `a scope of thousands of stretches`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [quoted]",
      scopes: "  - {id: quoted, title: Q, covers: span, match: [{near: [a, b, door], within: 1}]}\n"
    )
    #expect(pack.found(repeated("a door b. ")) == [])
    #expect(pack.found(repeated("a door b. ") + "x y door") == ["door"])
  }

  @Test func `long rows of what readings take apart`() throws {
    let pack = try PackFixture("match: [{words: [door~]}]")
    for piece in [
      "#a", "@b ", "https://c.uk/ ", "&amp;", "e\u{301}", "d*", "d o ", "\u{200D}", "\"",
    ] {
      #expect(pack.found(repeated(piece) + " the door").count == 1)
    }
  }

  @Test func `a thread with more parts than scans are kept for is judged like any other`() throws {
    let pack = try PackFixture(
      """
      match: [{near: [kick~, door~]}]
      unless: [{when: {words: [under warrant]}}]
      """)
    let parts = (0..<90).map { "Part \($0) of it #tag\($0)" }
    var draft = Draft("We kicked the door")
    draft.thread = parts
    #expect(pack.check(draft).findings.count == 1)
    draft.thread = parts + ["It was under warrant"]
    #expect(pack.check(draft).findings.isEmpty)
  }
}
