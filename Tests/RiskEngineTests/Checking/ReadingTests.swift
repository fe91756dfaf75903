import PostText
import Rules
import Testing

@testable import RiskEngine

/// Which parts and readings of a draft a rule looks at, and whose words it points to.
struct ReadingTests {
  @Test func `text is the post, its thread and the descriptions of its pictures`() throws {
    let pack = try PackFixture("match: [{words: [door]}]")
    var draft = Draft("nothing")
    draft.replyTo = .init(text: "a door")
    draft.quote = .init(text: "a door")
    #expect(pack.found(draft) == [])
    draft.media = [.init(alt: nil), .init(alt: "The door")]
    #expect(pack.check(draft).findings.map(\.part) == [.alt(1)])
    draft.thread = ["well", "that door"]
    #expect(pack.check(draft).findings.map(\.part) == [.thread(2)])
    draft.text = "Oh, door"
    let findings = pack.check(draft).findings
    #expect(findings.map(\.part) == [.text])
    #expect(findings.map(\.span) == [4..<8])
  }

  @Test func `each reading of another part finds only there`() throws {
    var draft = Draft("door")
    draft.media = [.init(alt: "a door")]
    draft.replyTo = .init(text: "the door")
    draft.quote = .init(text: "their door")
    let parts: [(String, PartName, Range<Int>)] = [
      ("alt", .alt(0), 2..<6), ("reply_to", .replyTo, 4..<8), ("quote", .quote, 6..<10),
      ("context", .replyTo, 4..<8),
    ]
    for (reading, part, span) in parts {
      let findings = try PackFixture("match: [{words: [door], in: \(reading)}]").check(draft)
        .findings
      #expect(findings.map(\.part) == [part])
      #expect(findings.map(\.span) == [span])
    }
  }

  @Test func `agreeing is judged by the words that are agreed with`() throws {
    let pack = try PackFixture(
      "match: [{all: [{words: [exactly this]}, {words: [mayor], in: context}]}]")
    var draft = Draft("Exactly this.")
    #expect(pack.found(draft) == [])
    draft.replyTo = .init(text: "The Mayor has no idea")
    #expect(pack.found(draft) == ["Exactly this"])
    draft.replyTo = .init(text: "Lost dog found")
    #expect(pack.found(draft) == [])
    draft.quote = .init(text: "The Mayor has no idea")
    #expect(pack.found(draft) == ["Exactly this"])
  }

  @Test func `a hashtag is read as its words, and points to the hashtag's own letters`() throws {
    let pack = try PackFixture("match: [{words: [rest day vibes], in: hashtags}]")
    #expect(pack.found("Bliss #RestDayVibes 😎") == ["RestDayVibes"])
    #expect(pack.found("rest day vibes") == [])
    let text = try PackFixture("match: [{words: [rest day]}]")
    #expect(text.found("#RestDayVibes") == ["RestDay"])
    #expect(text.found("#restdayvibes") == ["restday"])
  }

  @Test func `handles and links are read apart, never as words`() throws {
    let words = try PackFixture("match: [{words: [door]}]")
    #expect(words.found("@door https://door.org/door") == [])
    let mentions = try PackFixture(#"match: [{pattern: '@door\b', in: mentions}]"#)
    #expect(mentions.found("Thanks @door and door") == ["@door"])
    let urls = try PackFixture(#"match: [{pattern: 'justgiving\.com', in: urls}]"#)
    #expect(urls.found("Give at https://www.justgiving.com/x") == ["justgiving.com"])
    #expect(urls.found("justgiving dot com") == [])
  }

  @Test func `emoji are read by name and point to the emoji`() throws {
    let pack = try PackFixture("match: [{words: [police car], in: emoji}]")
    #expect(pack.found("Off we go 🚓💨") == ["🚓"])
    #expect(pack.found("police car") == [])
  }

  @Test func `several readings may be named`() throws {
    let pack = try PackFixture("match: [{words: [door], in: [reply_to, hashtags]}]")
    #expect(pack.found("see #door") == ["door"])
    #expect(pack.found("see door") == [])
  }

  @Test func `conditions read the text unless they say otherwise`() throws {
    let pack = try PackFixture(
      "match: [{words: [door]}]\nunless: [{words: [cat], in: reply_to}, {words: [dog]}]")
    var draft = Draft("door")
    draft.replyTo = .init(text: "a dog")
    #expect(pack.found(draft) == ["door"])
    draft.replyTo = .init(text: "a cat")
    #expect(pack.found(draft) == [])
  }

  @Test func `disguised words are found, and the author's own characters shown`() throws {
    let pack = try PackFixture("match: [{words: [idiot~]}]")
    for words in ["1d1ots", "i d i o t s", "idiooooots", "𝐢𝐝𝐢𝐨𝐭𝐬", "id\u{200D}iots", "іdiots"] {
      #expect(pack.found("Hello 😀 you \(words)") == [words])
    }
  }

  @Test func `a find after entities, quotes and emoji is the author's own bytes`() throws {
    let pack = try PackFixture(#"match: [{words: [kick~ door~]}, {words: ["can't wait"]}]"#)
    let fronts = ["&amp;&lt;3 ", "“‘’” ", "👩‍🚒🏴󠁧󠁢󠁥󠁮󠁧󠁿 ", "e\u{301}ﬁ ", "@a_b #AbcDef https://t.co/a "]
    for front in fronts {
      let text = front + "kicking  doors"
      let findings = pack.check(Draft(text)).findings
      #expect(findings.map(\.span) == [front.utf8.count..<text.utf8.count])
    }
    #expect(pack.found("I can&rsquo;t\u{A0}wait&hellip;") == ["can&rsquo;t\u{A0}wait"])
  }

  @Test func `an empty draft is clear`() throws {
    let pack = try PackFixture("match: [{words: [door]}]")
    let assessment = pack.check(Draft(""))
    #expect(assessment.verdict == .clear)
    #expect(assessment.score == 0)
    #expect(!assessment.isIncomplete)
    var draft = Draft("")
    draft.media = [.init(alt: "")]
    draft.thread = [""]
    draft.replyTo = .init(text: "")
    #expect(pack.check(draft).findings.isEmpty)
  }
}
