import PostText
import Rules
import Testing

@testable import RiskEngine

/// Facts of the draft and its account.
struct FactTests {
  private func holds(
    _ fact: String, _ draft: Draft, _ profile: AccountProfile = .init(),
    calendars: [String: String] = [:]
  ) throws -> Bool {
    let pack = try PackFixture("match: [{fact: {\(fact)}}]", calendars: calendars)
    return !pack.check(draft, CheckOptions(profile: profile)).findings.isEmpty
  }

  private func draft(_ text: String = "Hello", _ change: (inout Draft) -> Void) -> Draft {
    var draft = Draft(text)
    change(&draft)
    return draft
  }

  @Test func `a reply is one that says so, or begins with a handle`() throws {
    #expect(try holds("reply: true", draft { $0.replyTo = .init(text: "x") }))
    #expect(try holds("reply: true", Draft("@someone hello")))
    #expect(try !holds("reply: true", Draft("hello @someone")))
    #expect(try holds("reply: false", Draft("hello @someone")))
  }

  @Test func `quotes, pictures and threads are known`() throws {
    #expect(try holds("quote: true", draft { $0.quote = .init(text: "x") }))
    #expect(try holds("quote: false", Draft("x")))
    #expect(try holds("media: true", draft { $0.media = [.init()] }))
    #expect(try holds("thread: true", draft { $0.thread = ["x"] }))
    #expect(try holds("thread: false, media: false", Draft("x")))
    #expect(try !holds("thread: false, media: true", Draft("x")))
  }

  @Test func `a picture without words, or with empty ones, has no description`() throws {
    #expect(try holds("alt_text: missing", draft { $0.media = [.init(alt: "x"), .init()] }))
    #expect(try holds("alt_text: missing", draft { $0.media = [.init(alt: "")] }))
    #expect(try !holds("alt_text: missing", draft { $0.media = [.init(alt: "x")] }))
    #expect(try !holds("alt_text: missing", Draft("x")))
    #expect(try holds("alt_text: present", draft { $0.media = [.init(alt: "x")] }))
  }

  @Test func `of a picture whose description is not known neither is said`() throws {
    let unknown = draft { $0.media = [.init(isAltUnknown: true)] }
    #expect(try !holds("alt_text: missing", unknown))
    #expect(try !holds("alt_text: present", unknown))
    let both = draft { $0.media = [.init(isAltUnknown: true), .init()] }
    #expect(try holds("alt_text: missing", both))
  }

  @Test func `the text that is answered or quoted may be missing`() throws {
    let missing = "parent_text: missing"
    #expect(try holds(missing, draft { $0.replyTo = .init(url: "https://x.example/1") }))
    #expect(try holds(missing, Draft("@someone hello")))
    #expect(try !holds(missing, draft("@someone hello") { $0.replyTo = .init(text: "x") }))
    #expect(
      try holds(
        missing,
        draft {
          $0.quote = .init(url: "https://x.example/1")
          $0.replyTo = .init(text: "x")
        }))
    #expect(try !holds(missing, Draft("hello")))
  }

  @Test func `purpose, case stage and channel are one of those asked for`() throws {
    let appeal = draft { $0.purpose = .missingAppeal }
    #expect(try holds("purpose: [missing-appeal, charge]", appeal))
    #expect(try !holds("purpose: charge", appeal))
    #expect(try !holds("purpose: charge", Draft("x")))
    #expect(try holds("case_stage: charged", draft { $0.caseStage = .charged }))
    #expect(try !holds("case_stage: convicted", draft { $0.caseStage = .charged }))
    #expect(try holds("channel: [x, mastodon]", draft { $0.channel = "mastodon" }))
    #expect(try !holds("channel: x", Draft("x")))
  }

  @Test func `the account's kind, nation and languages are known`() throws {
    let profile = AccountProfile(kind: "local", nation: "wales", isBilingual: true)
    #expect(try holds("account: local, nation: wales, bilingual: true", Draft("x"), profile))
    #expect(try !holds("account: corporate", Draft("x"), profile))
    #expect(try !holds("nation: [england, scotland]", Draft("x"), profile))
    #expect(try !holds("nation: england", Draft("x")))
    #expect(try holds("bilingual: false", Draft("x")))
  }

  @Test func `only a post declared as life at risk is one`() throws {
    #expect(try holds("urgency: life-at-risk", draft { $0.isLifeAtRisk = true }))
    #expect(try !holds("urgency: life-at-risk", Draft("x")))
  }

  @Test(arguments: [
    ("2026-03-23", false), ("2026-03-24", true), ("2026-04-30", true), ("2026-05-07", true),
    ("2026-05-08", false),
  ])
  func `a calendar holds from its first day to its last, both included`(
    day: String, isInside: Bool
  ) throws {
    let periods = "  - {from: 2026-03-24, to: 2026-05-07, nations: [england], what: Elections}"
    let post = draft { $0.day = CalendarDay(day) }
    let calendars = ["polls": periods]
    let fact = "calendar: polls"
    let england = AccountProfile(nation: "england")
    #expect(try holds(fact, post, england, calendars: calendars) == isInside)
    #expect(try holds(fact, post, calendars: calendars) == isInside, "the nation is not known")
    let scotland = AccountProfile(nation: "scotland")
    #expect(try !holds(fact, post, scotland, calendars: calendars))
    #expect(try !holds(fact, Draft("x"), england, calendars: calendars), "the day is not known")
  }

  @Test func `facts are conditions, and may stand beside words`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [{fact: {case_stage: convicted}}]\n"
        + "stronger: [{when: {fact: {reply: true}}, to: stop}]")
    #expect(pack.severities("door") == [.serious])
    #expect(pack.severities("@you door") == [.stop])
    #expect(pack.found(draft("door") { $0.caseStage = .convicted }) == [])
  }
}
