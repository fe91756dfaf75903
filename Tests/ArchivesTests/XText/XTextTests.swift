import Archives
import JSON
import PostText
import TestSupport
import Testing

struct XTextTests {
  private let links: XLinks = {
    var links = XLinks()
    links.add(link: "https://t.co/page", expanded: "https://example.org/a?b=1&amp;c=2&d=3")
    links.add(link: "https://t.co/quote", expanded: "https://twitter.com/force/status/42?s=20")
    links.add(
      Draft.Media(file: "a.jpg", alt: "A van"), link: "https://t.co/photo",
      expanded: "https://twitter.com/us/status/7/photo/1")
    return links
  }()

  @Test(arguments: [
    ("Us &amp; them &lt;3 &gt;", "Us & them <3 >"), ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ("&amp;amp;", "&amp;"),
    ("&quot; &#39; &copy; &nbsp; &AMP; & &a", "&quot; &#39; &copy; &nbsp; &AMP; & &a"),
    ("&amp\u{301}; &amp;\u{301}", "&amp\u{301}; &\u{301}"), ("", ""), ("&", "&"), ("&am", "&am"),
  ])
  func `the three escapes of X are undone once`(_ stored: String, _ read: String) {
    #expect(XLinks().read(stored).text == read)
  }

  @Test(arguments: [
    ("See https://t.co/page.", "See https://example.org/a?b=1&amp;c=2&d=3."),
    (
      "https://t.co/page https://t.co/page\u{301}",
      "https://example.org/a?b=1&amp;c=2&d=3 https://example.org/a?b=1&amp;c=2&d=3\u{301}"
    ),
    ("http://t.co/page", "https://example.org/a?b=1&amp;c=2&d=3"),
    (
      "https://t.co/pages https://t.co/pag https://t.co/",
      "https://t.co/pages https://t.co/pag https://t.co/"
    ),
    ("cut https://t.co/pa…", "cut https://t.co/pa…"),
    ("Not https://t.community/page", "Not https://t.community/page"),
  ])
  func `short links are written out by their letters`(_ stored: String, _ read: String) {
    #expect(links.read(stored).text == read)
  }

  @Test(arguments: [
    ("Hello https://t.co/photo", "Hello"), ("https://t.co/photo", ""),
    ("Hello\n\nhttps://t.co/photo \n", "Hello"), ("Hello  ", "Hello  "),
    ("Hello https://t.co/photo https://t.co/photo", "Hello"),
    ("https://t.co/photo says it", "https://twitter.com/us/status/7/photo/1 says it"),
    ("xhttps://t.co/photo", "xhttps://twitter.com/us/status/7/photo/1"),
  ])
  func `a link that carries a picture is left out where it ends the text`(
    _ stored: String, _ read: String
  ) {
    #expect(links.read(stored).text == read)
    #expect(links.media == [Draft.Media(file: "a.jpg", alt: "A van")])
  }

  @Test(arguments: [
    "So it is https://t.co/quote", "So it is https://t.co/quote https://t.co/photo",
  ])
  func `a post's address at the end is what is quoted`(_ stored: String) {
    let read = links.read(stored)
    #expect(read.text == "So it is")
    #expect(read.quote?.id == "42")
    #expect(
      read.quote?.context
        == Draft.Context(author: "force", url: "https://twitter.com/force/status/42?s=20"))
  }

  @Test func `a post's address within the text is a link, and its own address no quotation`() {
    let read = links.read("See https://t.co/quote now")
    #expect(read.quote == nil)
    #expect(read.text == "See https://twitter.com/force/status/42?s=20 now")
    let own = links.read("Read on… https://t.co/quote", id: "42")
    #expect(own.text == "Read on…" && own.quote == nil)
  }

  @Test func `only one address is the quotation`() {
    var links = links
    links.add(link: "https://t.co/other", expanded: "https://x.com/i/web/status/43")
    let read = links.read("Two https://t.co/other https://t.co/quote")
    #expect(read.text == "Two https://x.com/i/web/status/43")
    #expect(read.quote?.id == "42")
  }

  @Test(arguments: [
    ("https://twitter.com/a_b/status/12", "a_b"), ("http://www.twitter.com/A/statuses/12?x=1", "A"),
    ("https://mobile.twitter.com/a/status/12#m", "a"), ("https://x.com/a/status/12/", "a"),
    ("HTTPS://X.com/a/status/12", "a"),
  ])
  func `the address of a post names its author`(_ url: String, _ author: String) {
    #expect(StatusAddress(url)?.author == author)
    #expect(StatusAddress(url)?.id == "12")
  }

  @Test func `an address may name no author`() {
    #expect(StatusAddress("https://twitter.com/i/web/status/12")?.id == "12")
    #expect(StatusAddress("https://x.com/i/status/12")?.id == "12")
    #expect(StatusAddress("https://x.com/i/status/12")?.author == nil)
    #expect(StatusAddress(author: nil, id: "1").url == "https://x.com/i/status/1")
    #expect(StatusAddress(author: "a", id: "1").url == "https://x.com/a/status/1")
  }

  @Test(arguments: [
    "https://twitter.com/a/status/12/photo/1", "https://twitter.com/a", "https://x.com/status/12",
    "https://nottwitter.com/a/status/12", "https://x.com.example/a/status/12", "",
    "x.com/a/status/1",
    "https://x.com/a/status/", "https://x.com/a/status/x", "https://x.com/i/web", "https://x.com/i",
  ])
  func `other addresses are those of no post`(_ url: String) {
    #expect(StatusAddress(url) == nil)
  }

  @Test func `the mark of a retweet names whom it shares`() {
    #expect(RetweetMark(in: "RT @a_1: Hello")?.author == "a_1")
    #expect(RetweetMark(in: "RT @a_1: Hello")?.text == "RT @a_1: ")
    for text in ["RT @: x", "RT a: x", "rt @a: x", " RT @a: x", "RT @a x", "RT @", "RT @é: x"] {
      #expect(RetweetMark(in: text) == nil, "\(text)")
    }
    #expect(RetweetMark.isCut("So it…"))
    #expect(!RetweetMark.isCut("So it..."))
    #expect(!RetweetMark.isCut(""))
  }

  @Test func `entities are read in the form of archives, extended ones first`() throws {
    let document = try #require(JSONDocument())
    let tweet = try document.parse(
      Array(
        """
        {"entities": {"urls": [{"url": "https://t.co/u", "expanded_url": "https://e.org/?a&b"},
        {"url": 7}, 8, {"url": "https://t.co/n", "expanded_url": null}],
        "media": [{"url": "https://t.co/m", "media_url": "http://p.org/media/one.jpg"}]},
        "extended_entities": {"media": [
        {"url": "https://t.co/m", "media_url_https": "https://p.org/media/one.jpg", "ext_alt_text": "One"},
        {"url": "https://t.co/m", "media_url_https": "https://p.org/media/two.jpg"}]}}
        """.utf8))
    let links = XLinks(entitiesOf: tweet)
    #expect(
      links.media == [
        Draft.Media(file: "one.jpg", alt: "One"), Draft.Media(file: "two.jpg", isAltUnknown: true),
      ])
    #expect(
      links.read("a https://t.co/u https://t.co/n https://t.co/m").text
        == "a https://e.org/?a&b https://t.co/n")
  }

  @Test func `links made to fill memory stay short`() {
    var links = XLinks()
    links.add(link: "https://t.co/a", expanded: String(repeating: "x", count: 100_000))
    let text = String(repeating: "https://t.co/a ", count: 100_000)
    #expect(links.read(text + ".").text.utf8.count < 4 << 20)
  }

  @Test func `a text without escapes and links is kept byte for byte`() {
    for post in GeneratedPosts.make(count: 300, seed: 11) where !post.utf8.contains(0x26) {
      #expect(Array(links.read(post).text.utf8) == Array(post.utf8))
    }
  }

  @Test func `what was escaped is read as it was written`() {
    for post in GeneratedPosts.make(count: 300, seed: 12) {
      let written = post + " & <b> &amp; &lt;"
      let escaped = written.utf8.flatMap { byte -> [UInt8] in
        switch byte {
        case UInt8(ascii: "&"): Array("&amp;".utf8)
        case UInt8(ascii: "<"): Array("&lt;".utf8)
        case UInt8(ascii: ">"): Array("&gt;".utf8)
        default: [byte]
        }
      }
      let read = XLinks().read(String(decoding: escaped, as: UTF8.self)).text
      #expect(Array(read.utf8) == Array(written.utf8))
    }
  }
}
