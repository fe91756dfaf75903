import PostText
import Rules
import Testing

@testable import RiskEngine

/// What opens and silences a rule, and where it must stand.
struct ConditionTests {
  @Test func `a rule speaks only when all of its conditions hold`() throws {
    let pack = try PackFixture(
      "match: [{words: [door~]}]\nwhen: [{words: [kick~]}, {words: [lol]}]")
    #expect(pack.found("Kicked a door lol") == ["door"])
    #expect(pack.found("Kicked a door") == [])
    #expect(pack.found("A door lol") == [])
  }

  @Test func `a scope that covers the post silences a rule anywhere in it`() throws {
    let pack = try PackFixture(
      "match: [{words: [idiot~]}]\nunless: [quoting]",
      scopes: "  - {id: quoting, title: Q, match: [{words: [he said]}]}\n")
    #expect(pack.found("Idiots all. But he said so") == [])
    #expect(pack.found("Idiots all") == ["Idiots"])
  }

  @Test func `a scope that covers a sentence silences only that sentence`() throws {
    let pack = try PackFixture(
      "match: [{words: [idiot~]}]\nunless: [quoting]",
      scopes: "  - {id: quoting, title: Q, covers: sentence, match: [{words: [he said]}]}\n")
    #expect(pack.found("He said idiots. Then he left") == [])
    #expect(pack.found("He said no. The idiots left") == ["idiots"])
    #expect(pack.found("Idiots left. He said no") == ["Idiots"])
  }

  @Test func `a scope that covers a stretch silences what lies wholly inside it`() throws {
    let pack = try PackFixture(
      #"match: [{pattern: 'idiots?\b.{0,20}?\blot'}]"# + "\nunless: [quoted]",
      scopes: #"  - {id: quoted, title: Q, covers: span, match: [{pattern: '"[^"\n]{2,80}"'}]}"#
        + "\n")
    #expect(pack.found(#"He called us "a bad idiot lot" then"#) == [])
    #expect(pack.found("He called us “an idiot lot” then") == [])
    #expect(pack.found(#"You "idiots" are a lot"#).count == 1)
    #expect(pack.found(#""Hello" idiot lot "goodbye""#).count == 1)
  }

  @Test func `a condition within words looks no farther`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [{when: {words: [key]}, within: 2}]")
    #expect(pack.found("key to the door") == [])
    #expect(pack.found("door with a key") == [])
    #expect(pack.found("key to the front door") == ["door"])
    #expect(pack.found("door with a big key") == ["door"])
  }

  @Test func `a condition on one side does not count on the other`() throws {
    let before = try PackFixture(
      "match: [{words: [door]}]\nunless: [{when: {words: [not]}, within: 1, side: before}]")
    #expect(before.found("not door") == [])
    #expect(before.found("not front door") == [])
    #expect(before.found("door not") == ["door"])
    let after = try PackFixture(
      "match: [{words: [door]}]\nunless: [{when: {words: [not]}, within: 1, side: after}]")
    #expect(after.found("not door") == ["door"])
    #expect(after.found("door, not") == [])
  }

  @Test func `a condition in the same sentence may be bound to a side`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [{when: {words: [not]}, within: sentence, side: before}]")
    #expect(pack.found("Not news of that green old door") == [])
    #expect(pack.found("Not. A door") == ["door"])
    #expect(pack.found("A door, not less") == ["door"])
  }

  @Test func `conditions are asked of every match, not of the first alone`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [{when: {words: [not]}, within: 0, side: before}]")
    let text = "not door and one door"
    let findings = pack.check(Draft(text)).findings
    #expect(findings.map(\.span) == [17..<21])
  }

  @Test func `nearness is a condition too`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [{when: {near: [key, lock], within: 3}, within: 2}]")
    #expect(pack.found("door by lock and key") == [])
    #expect(pack.found("door by lock one two three four key") == ["door"])
    #expect(pack.found("door one two three lock and key") == ["door"])
  }

  @Test func `all, any and none combine`() throws {
    let pack = try PackFixture(
      """
      match:
        - all:
            - any: [{words: [door]}, {words: [gate]}]
            - {words: [kick~]}
            - none: [{words: [warrant]}, {fact: {media: true}}]
      """)
    #expect(pack.found("kick the gate") == ["gate"])
    #expect(pack.found("kick the gate under warrant") == [])
    #expect(pack.found("the gate") == [])
    var draft = Draft("kick the gate")
    draft.media = [.init(alt: "A gate")]
    #expect(pack.found(draft) == [])
  }

  @Test func `a fact among the choices counts as much as the words beside it`() throws {
    let pack = try PackFixture(
      "match: [{any: [{words: [door]}, {fact: {thread: true}}]}]")
    #expect(pack.found("A door") == ["door"])
    var draft = Draft("Nothing")
    draft.thread = ["more"]
    #expect(pack.found(draft) == ["Nothing"])
    let both = try PackFixture(
      "match: [{all: [{any: [{words: [door]}, {fact: {thread: true}}]}, {words: [kick]}]}]")
    #expect(both.found("kick a door") == ["door"])
    draft.text = "kick it"
    #expect(both.found(draft) == ["kick"])
    #expect(both.found("kick it") == [])
  }

  @Test func `a scope is a matcher as well, facts included`() throws {
    let pack = try PackFixture(
      "match: [{scope: doors}]",
      scopes: "  - {id: doors, title: D, match: [{words: [door]}, {fact: {quote: true}}]}\n")
    #expect(pack.found("A door") == ["door"])
    var draft = Draft("Well")
    draft.quote = .init(text: "x")
    #expect(pack.found(draft) == ["Well"])
  }

  @Test func `a validator discards matches and reads the group it is given`() throws {
    let pack = try PackFixture(
      #"match: [{pattern: 'NHS (?<number>[\d ]{10,12})', validate: {as: nhs-number, group: number}}]"#
    )
    #expect(pack.found("NHS 943 476 5919 please") == ["NHS 943 476 5919"])
    #expect(pack.found("NHS 943 476 5918 please") == [])
    let whole = try PackFixture(#"match: [{pattern: '\d{3} \d{3} \d{4}', validate: nhs-number}]"#)
    #expect(whole.found("943 476 5918, 943 476 5919") == ["943 476 5919"])
  }

  @Test func `a group that took no part in the match does not pass its validator`() throws {
    let pack = try PackFixture(
      #"match: [{pattern: 'NHS|no (?<number>\d{10})', validate: {as: nhs-number, group: number}}]"#)
    #expect(pack.found("NHS no 9434765919") == ["no 9434765919"])
  }
}
