import PostText
import Rules
import Testing

@testable import RiskEngine

/// Counts and shares of a post, and where they are shown.
struct MeasureTests {
  private func found(_ measure: String, _ draft: Draft) throws -> [String] {
    try PackFixture("match: [{measure: \(measure)}]").found(draft)
  }

  private func found(_ measure: String, _ text: String) throws -> [String] {
    try found(measure, Draft(text))
  }

  @Test func `both bounds of a measure are included`() throws {
    #expect(try found("words, min: 3", "one two three") == ["one two three"])
    #expect(try found("words, min: 4", "one two three") == [])
    #expect(try found("words, max: 3", "one two three") == ["one two three"])
    #expect(try found("words, max: 2", "one two three") == [])
    #expect(try found("words, min: 3, max: 3", "one #two @three four five").count == 1)
  }

  @Test func `a run of emoji is shown where it stands`() throws {
    #expect(try found("emoji-run, min: 4", "😀 Well 🚨🚨 🚨🚨 now") == ["🚨🚨 🚨🚨"])
    #expect(try found("emoji-run, min: 4", "🚨🚨 and 🚨🚨") == [])
    #expect(try found("emoji-count, min: 4", "🚨🚨 and 🚨🚨") == ["🚨🚨 and 🚨🚨"])
  }

  @Test func `what another post of the thread has most of is shown there`() throws {
    var draft = Draft("One 😀 here")
    draft.thread = ["many 🚨🚨🚨🚨 here"]
    #expect(try found("emoji-run, min: 4", draft) == ["🚨🚨🚨🚨"])
    draft = Draft("OK so far")
    draft.thread = ["NOW WE ARE SHOUTING"]
    #expect(try found("caps-words, min: 3", draft) == ["NOW WE ARE SHOUTING"])
    #expect(try found("caps-share, min: 90", draft) == ["NOW WE ARE SHOUTING"])
  }

  @Test func `the post that is answered is not measured`() throws {
    var draft = Draft("fine")
    draft.replyTo = .init(text: "🚨🚨🚨🚨🚨🚨 #one #two #three LOUD WORDS")
    draft.quote = draft.replyTo
    for measure in ["emoji-run, min: 1", "hashtags, min: 1", "caps-words, min: 1"] {
      #expect(try found(measure, draft) == [])
    }
    #expect(try found("words, max: 1", draft) == ["fine"])
  }

  @Test func `hashtags, mentions and fancy letters are counted`() throws {
    #expect(try found("hashtags, min: 2", "#one #two").count == 1)
    #expect(try found("hashtags, min: 3", "#one #two") == [])
    #expect(try found("mentions, min: 2", "@one and @two").count == 1)
    #expect(try found("mentions, min: 3", "@one and @two") == [])
    #expect(try found("fancy-letters, min: 3", "So 𝐛𝐨𝐥𝐝 here") == ["𝐛𝐨𝐥𝐝"])
    #expect(
      try found("lowercase-hashtags, min: 1", "x #communitypolicing") == ["#communitypolicing"])
    #expect(try found("lowercase-hashtags, min: 1", "x #CommunityPolicing") == [])
  }

  @Test func `length and missing descriptions are counted`() throws {
    let long = String(repeating: "abcd ", count: 60)
    #expect(try found("weighted-length, min: 281", long).count == 1)
    #expect(try found("weighted-length, max: 280", long) == [])
    var draft = Draft("x")
    draft.media = [.init(), .init(alt: ""), .init(alt: "a dog")]
    #expect(try found("missing-alt, min: 2", draft) == ["x"])
    #expect(try found("missing-alt, min: 3", draft) == [])
  }

  @Test func `a measure beside words leaves the place to the words`() throws {
    let pack = try PackFixture(
      "match: [{all: [{measure: emoji-run, min: 2}, {words: [door]}]}]")
    #expect(pack.found("🚨🚨 a door") == ["door"])
    #expect(pack.found("🚨 a door") == [])
  }

  @Test func `a finding about an empty draft has an empty place`() throws {
    let findings = try PackFixture("match: [{measure: words, max: 0}]").check(Draft("")).findings
    #expect(findings.map(\.span) == [0..<0])
  }
}
