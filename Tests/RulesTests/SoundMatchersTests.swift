import Rules
import Testing

struct SoundMatchersTests {
  private let rule: Rule

  init() throws {
    let pack = try #require(try PackReader.read(BrokenPackFiles.sound()).pack)
    rule = try #require(pack.rules.first)
  }

  @Test func `nearness keeps its items, its distance and its order`() throws {
    guard case .near(let near) = rule.match[0].matcher.test else {
      Issue.record("no nearness")
      return
    }
    #expect(near.within == 8)
    #expect(near.isOrdered)
    #expect(near.crossesSentences)
    #expect(near.letterCase == .capitals)
    let terms = near.items.map { item -> Matcher.Terms? in
      if case .words(let terms) = item.test { terms } else { nil }
    }
    #expect(terms[0]?.lists.map(\.value) == ["enjoyment", "enjoyment-strong"])
    #expect(terms[1]?.terms.map(\.value) == ["door~", "cell"])
    #expect(terms[1]?.letterCase == .exact)
    #expect(terms[2]?.terms.map(\.value) == ["kick~ in"])
    #expect(terms[2]?.letterCase == nil)
  }

  @Test func `a pattern keeps its readings, its check and its own weight`() throws {
    let alternative = rule.match[1]
    #expect(alternative.severity == .caution)
    #expect(alternative.confidence == 40)
    #expect(alternative.matcher.readings == [.hashtags, .alt])
    #expect(alternative.matcher.atLeast == 2)
    guard case .pattern(let test) = alternative.matcher.test else {
      Issue.record("no pattern")
      return
    }
    #expect(test.source.value == #"(?<word>{enjoyment}) \d{3,4}\b"#)
    #expect(test.letterCase == .exact)
    #expect(test.validators == [Matcher.ValidatorUse(.vrm, group: "word")])
  }

  @Test func `all, none and any keep what they hold`() throws {
    guard case .all(let items) = rule.match[2].matcher.test, items.count == 3,
      case .words(let words) = items[0].test, case .none(let absent) = items[1].test,
      case .facts(let facts) = absent.first?.test, case .any(let either) = items[2].test
    else {
      Issue.record("another shape")
      return
    }
    #expect(words.isMasked)
    #expect(words.terms.map(\.value) == ["open up"])
    #expect(
      facts == [.nation(["wales", "scotland"]), .isBilingual(true), .calendar(["mourning"])])
    guard case .measure(let measure) = either[0].test, case .scope(let scope) = either[1].test
    else {
      Issue.record("another choice")
      return
    }
    #expect(measure == Matcher.MeasureTest(.capsShare, minimum: 50))
    #expect(scope == "quoted")
    #expect(either[1].readings == [.context])
  }

  @Test func `conditions keep their distance, side and severity`() throws {
    guard case .facts(let facts) = rule.when.first?.matcher.test,
      case .scope(let near) = rule.unless[1].matcher.test
    else {
      Issue.record("another shape")
      return
    }
    #expect(facts == [.isReply(true), .parentTextMissing(true), .isLifeAtRisk(true)])
    #expect(rule.unless.map(\.distance) == [nil, .sentence])
    #expect(near == "reported")
    #expect(rule.weaker.map(\.distance) == [.words(8)])
    #expect(rule.weaker.map(\.side) == [.before])
    #expect(rule.weaker.map(\.to) == [.caution])
    #expect(rule.stronger.map(\.to) == [nil])
    #expect(rule.stronger.map(\.side) == [.either])
  }

  @Test func `an example keeps its marks in bytes and everything around its text`() throws {
    let first = rule.flags[0]
    #expect(first.text == "We love kicking doors in 🚪 and ülove it")
    let marked = first.marks.map { String(decoding: Array(first.text.utf8)[$0], as: UTF8.self) }
    #expect(marked == ["love kicking doors in", "ülove it"])
    let second = rule.flags[1]
    #expect(second.text == "It's the best job")
    #expect(second.replyTo == "Nice work")
    #expect(second.quote == "")
    #expect(second.thread == ["And more", "And more still"])
    #expect(second.media == ["A door", nil])
    #expect(second.severity == .caution)
    #expect(second.note == "a reply")
    #expect(
      second.facts == [
        "at": "2026-05-07T09:00", "purpose": "charge", "case_stage": "charged",
        "channel": "mastodon", "urgency": "life-at-risk", "account.kind": "named",
        "account.nation": "wales", "account.bilingual": "true",
      ])
    #expect(rule.passes.count == 5)
    #expect(rule.passes[1].note == "no force")
  }
}
