import PostText
import Rules
import TestSupport
import Testing

@testable import RiskEngine

/// Counting different kinds of detail, each once however often it is there.
struct SomeTests {
  private static let three = "some: [{words: [nurse]}, {words: [lane]}, {words: [niece~]}]"

  @Test func `different kinds add up, and one kind alone never does`() throws {
    let pack = try PackFixture("match: [{\(Self.three), at_least: 2}]")
    #expect(pack.found("A nurse of the lane") == ["nurse"])
    #expect(pack.found("The lane, a niece") == ["lane"])
    #expect(pack.found("A nurse, a nurse and a nurse") == [])
    #expect(pack.found("Two nieces and a niece") == [])
    #expect(pack.found("A niece, a nurse, a lane").count == 1)
  }

  @Test func `all of them can be asked for`() throws {
    let pack = try PackFixture("match: [{\(Self.three), at_least: 3}]")
    #expect(pack.found("A nurse and a niece") == [])
    #expect(pack.found("A nurse and a niece in the lane") == ["nurse"])
  }

  @Test func `kinds add up over a thread and a description`() throws {
    let pack = try PackFixture("match: [{\(Self.three), at_least: 3}]")
    let draft = Draft("A nurse", thread: ["in the lane"], media: [.init(alt: "His niece")])
    #expect(pack.found(draft) == ["nurse"])
    #expect(pack.found(Draft("Nothing", thread: ["a nurse", "a niece of the lane"])) == ["nurse"])
  }

  @Test func `what is answered or quoted counts where the rule says so`() throws {
    let draft = Draft("A nurse", replyTo: .init(text: "a niece"), quote: .init(text: "the lane"))
    let own = try PackFixture("match: [{\(Self.three), at_least: 2}]")
    #expect(own.found(draft) == [])
    let every = try PackFixture(
      "match: [{\(Self.three), at_least: 3, in: [text, reply_to, quote]}]")
    #expect(every.found(draft) == ["nurse"])
    let mixed = try PackFixture(
      "match: [{some: [{words: [nurse]}, {words: [lane], in: quote}], at_least: 2}]")
    #expect(mixed.found(draft) == ["nurse"])
    #expect(mixed.found("A nurse in the lane") == [])
  }

  @Test func `an item keeps its own readings and its own count`() throws {
    let pack = try PackFixture(
      "match: [{some: [{words: [nurse], at_least: 2}, {words: [work], in: hashtags}], at_least: 2}]"
    )
    #expect(pack.found("A nurse #HardWork") == [])
    #expect(pack.found("A nurse, a nurse: work") == [])
    #expect(pack.found("A nurse, a nurse #HardWork") == ["nurse"])
  }

  @Test func `it can open, silence and weigh a rule`() throws {
    let pack = try PackFixture(
      """
      match: [{words: [door]}]
      when: [{\(Self.three), at_least: 2}]
      unless: [{some: [{words: [one]}, {words: [two]}], at_least: 2}]
      stronger: [{when: {\(Self.three), at_least: 3}, to: stop}]
      """)
    #expect(pack.found("A door, a nurse") == [])
    #expect(pack.found("A door, a nurse, a niece") == ["door"])
    #expect(pack.found("A door, a nurse, a niece, two") == ["door"])
    #expect(pack.found("A door, a nurse, a niece, two, one") == [])
    #expect(pack.severities("A door, a nurse, a niece") == [.serious])
    #expect(pack.severities("A door, a nurse, a niece, a lane") == [.stop])
  }

  @Test func `a condition counts only the kinds in its reach`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nwhen: [{when: {\(Self.three), at_least: 2}, within: sentence}]")
    #expect(pack.found("A door, a nurse, a niece.") == ["door"])
    #expect(pack.found("A door, a nurse. A niece.") == [])
  }

  @Test func `it may stand inside all, any and scopes`() throws {
    let pack = try PackFixture(
      """
      match:
        - all: [{\(Self.three), at_least: 2}, {words: [raped]}, {none: [{words: [film]}]}]
        - any: [{words: [door]}, {scope: counted}]
      """,
      scopes:
        "  - {id: counted, title: C, match: [{some: [{words: [one]}, {words: [two]}], at_least: 2}]}\n"
    )
    #expect(pack.found("A nurse in the lane") == [])
    #expect(pack.found("A nurse raped in the lane") == ["nurse"])
    #expect(pack.found("A nurse raped in the lane in the film") == [])
    #expect(pack.found("two, one") == ["two"])
    #expect(pack.found("two, two") == [])
  }

  @Test func `items may be choices, nearness, facts and measures`() throws {
    let pack = try PackFixture(
      """
      match:
        - some:
            - any: [{words: [nurse]}, {words: [teacher]}]
            - near: [lives, lane]
            - fact: {media: true}
            - measure: words
              min: 6
          at_least: 2
      """)
    #expect(pack.found("A nurse and a teacher") == [])
    #expect(pack.found("A teacher lives in the lane") == ["teacher"])
    #expect(pack.found(Draft("A nurse", media: [.init(alt: "")])) == ["nurse"])
    #expect(pack.found("A nurse among so very many words") == ["nurse"])
    // Facts alone have no place; the finding is of the post.
    #expect(
      pack.found(Draft("So very many words are in this", media: [.init(alt: "")])).count == 1)
    #expect(pack.found(Draft("Few words", media: [.init(alt: "")])) == [])
  }

  // MARK: - What is said

  private static let named = """
    match:
      - some:
          - {words: [niece~], name: the relation}
          - {scope: street}
          - {words: [nurse], name: the job}
        at_least: 2
        in: [text, reply_to, quote]
    advice: "Together {identifiers} say who it is. Take out {take_out}."
    """
  private static let street =
    "  - {id: street, title: A street, covers: span, match: [{words: [lane]}]}\n"

  private func advice(_ pack: PackFixture, _ draft: Draft) -> String? {
    pack.check(draft).findings.first?.words.advice
  }

  @Test func `the advice names what was found and which two to take out`() throws {
    let pack = try PackFixture(Self.named, scopes: Self.street)
    #expect(
      advice(pack, Draft("A nurse of the lane, his niece"))
        == "Together the relation, a street and the job say who it is. Take out the relation and a street."
    )
    #expect(
      advice(pack, Draft("A nurse of the lane"))
        == "Together a street and the job say who it is. Take out a street and the job.")
  }

  @Test func `only what the author wrote is to be taken out`() throws {
    let pack = try PackFixture(Self.named, scopes: Self.street)
    let reply = Draft("A nurse", replyTo: .init(text: "his niece of the lane"))
    #expect(
      advice(pack, reply)
        == "Together the relation, a street and the job say who it is. Take out the job.")
    let kinds = pack.check(reply).findings.first?.kinds
    #expect(kinds?.names == ["the relation", "a street", "the job"])
    #expect(kinds?.takeOut == ["the job"])
    let quote = Draft("Look", quote: .init(text: "his niece of the lane"))
    #expect(pack.check(quote).findings.first?.kinds?.takeOut == ["the relation", "a street"])
  }

  @Test func `a name given once holds for the scope wherever it is counted`() throws {
    let pack = try PackFixture(
      """
      match:
        - {some: [{scope: street, name: the home}, {words: [nurse], name: the job}], at_least: 2}
        - {some: [{scope: street}, {words: [niece~], name: the relation}], at_least: 2}
      advice: "{identifiers}"
      """, scopes: Self.street)
    #expect(advice(pack, Draft("A nurse of the lane")) == "the home and the job")
    #expect(advice(pack, Draft("A niece of the lane")) == "the home and the relation")
  }

  @Test func `a rule that counts nothing names nothing`() throws {
    let pack = try PackFixture("match: [{words: [door]}]")
    #expect(pack.check(Draft("A door")).findings.first?.kinds == nil)
  }

  @Test func `the words of the rule itself name nothing that was found`() throws {
    let pack = try PackFixture(Self.named, scopes: Self.street)
    #expect(
      pack.program.rules[0].card.words.inGeneral.advice
        == "Together these details say who it is. Take out two of them.")
  }

  // MARK: - Any rule, any post

  /// Rules of random words must say the same with the prefilter and without, which the fixture holds, and what
  /// counting the words by hand says.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `random kinds in random posts are counted as by hand`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = Array(GeneratedRules.vocabulary.prefix(40))
    let kinds = (0..<Int.random(in: 3...7, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
    }
    let least = Int.random(in: 2...3, using: &random)
    let items = Set(kinds.map { "{words: [\(Set($0).sorted().joined(separator: ", "))]}" }).sorted()
    guard items.count >= least else { return }
    let pack = try PackFixture(
      "match: [{some: [\(items.joined(separator: ", "))], at_least: \(least)}]")
    var foundCount = 0
    for _ in 0..<200 {
      let parts = (0..<2).map { _ in
        (0..<Int.random(in: 1...8, using: &random)).map { _ in
          words.randomElement(using: &random) ?? ""
        }
      }
      let all = Set(parts.joined())
      let isExpected =
        Set(kinds.map { Set($0).sorted() }).count { !all.isDisjoint(with: $0) } >= least
      let texts = parts.map { $0.joined(separator: " ") }
      let found = pack.found(Draft(texts[0], thread: [texts[1]]))
      #expect(found.isEmpty != isExpected, "\(items) in \(texts)")
      foundCount += found.count
    }
    #expect(foundCount > 0)
  }
}

extension Draft {
  fileprivate init(
    _ text: String, thread: [String] = [], media: [Media] = [], replyTo: Context? = nil,
    quote: Context? = nil
  ) {
    self.init(text)
    self.thread = thread
    self.media = media
    self.replyTo = replyTo
    self.quote = quote
  }
}
