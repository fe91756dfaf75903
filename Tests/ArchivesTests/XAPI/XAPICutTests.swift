import Archives
import PostText
import TestSupport
import Testing

/// Long posts of which X gave the beginning alone.
struct XAPICutTests {
  private func post(_ line: String) throws -> ArchivedPost {
    let reader = LineReader(
      BytesSource(Array(line.utf8)), file: "posts.jsonl", decoder: XAPIDecoder())
    return try #require(try Harvest(reader).posts.first)
  }

  private let long = String(repeating: "word ", count: 53) + "wor…"

  private func links(_ expanded: String) -> String {
    #""entities":{"urls":[{"url":"https://t.co/ABC","expanded_url":"\#(expanded)"}]}"#
  }

  @Test(arguments: [
    "https://twitter.com/i/web/status/5", "https://x.com/i/web/status/5",
    "https://twitter.com/AnyForce/status/5", "https://x.com/AnyForce/status/5?s=20",
  ])
  func `a cut post that ends in its own address is told to be cut`(_ address: String) throws {
    let new = try post(#"{"id":"5","text":"\#(long) https://t.co/ABC",\#(links(address))}"#)
    #expect(new.cut != nil)
    #expect(new.draft.text == long)
    #expect(new.draft.quote == nil)
    let old = try post(
      #"{"id_str":"5","full_text":"\#(long) https://t.co/ABC",\#(links(address))}"#)
    #expect(old.cut != nil)
    // However short, what ends in dots and its own address was cut by X alone.
    let short = try post(#"{"id":"5","text":"Short… https://t.co/ABC",\#(links(address))}"#)
    #expect(short.cut != nil)
  }

  @Test func `a cut post is told although its links are not listed, or a picture follows`() throws {
    #expect(try post(#"{"id":"5","author_id":"7","text":"\#(long) https://t.co/ABC"}"#).cut != nil)
    let picture =
      #""entities":{"urls":[{"url":"https://t.co/ABC","expanded_url":"https://x.com/i/web/status/5"},"#
      + #"{"url":"https://t.co/pic","expanded_url":"https://x.com/a/status/5/photo/1","media_key":"m"}]}"#
    for end in ["https://t.co/ABC https://t.co/pic", "https://t.co/pic https://t.co/ABC"] {
      #expect(try post(#"{"id":"5","text":"\#(long) \#(end)",\#(picture)}"#).cut != nil)
    }
  }

  @Test func `a post that has its whole text beside the cut one is whole`() throws {
    let own = links("https://x.com/i/web/status/5")
    let whole = try post(
      #"{"id":"5","text":"\#(long) https://t.co/ABC",\#(own),"note_tweet":{"text":"All of it"}}"#)
    #expect(whole.cut == nil)
    #expect(whole.draft.text == "All of it")
  }

  @Test func `its own address without a cut stays in the text`() throws {
    let own = links("https://x.com/i/web/status/5")
    let post = try post(#"{"id":"5","text":"Look here https://t.co/ABC",\#(own)}"#)
    #expect(post.draft.text == "Look here https://x.com/i/web/status/5")
    #expect(post.cut == nil)
    #expect(post.draft.quote == nil)
  }

  @Test func `dots that an author typed before another address are no cut`() throws {
    let other = links("https://x.com/them/status/6")
    let post = try post(#"{"id":"5","text":"So it goes… https://t.co/ABC",\#(other)}"#)
    #expect(post.cut == nil)
    #expect(post.draft.quote?.url == "https://x.com/them/status/6")
  }
}
