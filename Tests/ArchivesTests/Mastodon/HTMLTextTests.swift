import TestSupport
import Testing

@testable import Archives

struct HTMLTextTests {
  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One<br>Two<br />Three<br/>\nFour</p>", "One\nTwo\nThree\n\nFour"),
    ("<p>One</p>\n<p>Two</p>\n", "One\n\nTwo"), ("<P CLASS='x'>One</P>", "One"), ("", ""),
    ("One<br><br>Two", "One\n\nTwo"), ("<p>a</p><div>b</div><div>c</div>", "a\n\nb\nc"),
    ("<p></p><p> </p>", ""), ("two  blanks", "two  blanks"),
    ("<p>a <b>b</b><i>c</i> d</p>", "a bc d"),
    (
      "<p>Read:</p><ul><li>one</li><li><p>two</p></li></ul><p>end</p>",
      "Read:\n\n- one\n- two\n\nend"
    ),
    ("<ol><li>one<ul><li>in</li></ul></li></ol>", "- one\n\n- in"),
    ("<blockquote><p>They said</p></blockquote><p>so</p>", "They said\n\nso"),
    ("<h1>Title</h1>text<hr>more", "Title\n\ntext\n\nmore"),
    ("look <img src='a.png' alt=':cat:'> here", "look :cat: here"),
  ])
  func `paragraphs, lines and lists come apart`(_ html: String, _ text: String) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test(arguments: [
    (
      "&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39; &#x1F46E; &nbsp;&pound;5 &eacute; &hellip;",
      "<b> &amp; \"x\" 'y' 👮 \u{A0}£5 é …"
    ),
    (
      "&bogus; &amp &; & && &#; &#x; &#xD800; &#0; &#99999999999;",
      "&bogus; &amp &; & && &#; &#x; &#xD800; &#0; &#99999999999;"
    ),
    ("&amp;lt;script&amp;gt;", "&lt;script&gt;"), ("&#60;br&#62;", "<br>"),
    ("&lt\u{301};", "&lt\u{301};"),
  ])
  func `character references are undone once`(_ html: String, _ text: String) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test(arguments: [
    (
      "<a href=\"https://example.org/a/long/path?x=1&amp;y=2\" class=\"\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">example.org/a/long</span><span class=\"invisible\">/path?x=1&amp;y=2</span></a>",
      "https://example.org/a/long/path?x=1&y=2"
    ),
    (
      "<a href=\"https://example.org/a\"><span class='invisible'>https://</span>example.org/a</a>.",
      "https://example.org/a."
    ),
    ("<a href=\"https://example.org/a/long\">example.org/a…</a>", "https://example.org/a/long"),
    ("<a href=\"https://example.org/b\">example.org/a…</a>", "example.org/a…"),
    ("<a href=\"https://example.org\">our page</a>", "our page"),
    ("<a href=\"javascript:x\"><span class=\"ellipsis\">words</span></a>", "words"),
    (
      "<span class=\"h-card\"><a href=\"https://example.org/@them\" class=\"u-url mention\">@<span>them</span></a></span> yes",
      "@them yes"
    ),
    (
      "<a href=\"https://example.org/tags/police\" class=\"mention hashtag\" rel=\"tag\">#<span>Police</span></a>",
      "#Police"
    ),
    (
      "<a href='https://example.org/1'><span class='invisible'>https://</span>example.org/1 <a href=x>two</a>",
      "https://example.org/1two"
    ),
  ])
  func `an address stands for its shortened form, and words of a link stay`(
    _ html: String, _ text: String
  ) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test(arguments: [
    ("<a href=\"https://e.example/?a=1&amp;b=<x>\">our page</a>", "our page"),
    (
      "<a href=\"https://e.example/?a=1&amp;b=<x>\"><span class=\"invisible\">https://</span>e.example</a>",
      "https://e.example/?a=1&b=<x>"
    ),
    ("<img alt=\"Tom & <Jerry> &lt;\">", "Tom & <Jerry> <"), ("<img alt=\"<&\">", "<&"),
  ])
  func `an attribute with a reference and a sign of markup is read to its end`(
    _ html: String, _ text: String
  ) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test(arguments: [
    ("a<!-- no > words -->b", "ab"), ("a<script>alert('<p>')</script >b", "ab"),
    ("<style>p{}</STYLE>x", "x"), ("<!DOCTYPE html>x", "x"), ("<?xml version='1'?>x", "x"),
    ("<a title=\"a > b\">x</a>", "x"),
  ])
  func `what no reader sees is dropped`(_ html: String, _ text: String) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test(arguments: [
    ("1 < 2 <3 you <", "1 < 2 <3 you <"), ("<p>a <b", "a <b"),
    ("<!-- open words", "<!-- open words"),
    ("<script>open words", "open words"), ("<script>words</script", "words</script"),
    ("<a href=\"open>words</a>", "words"), ("a <b c <i>d</i>", "a <b c d"), ("</p></p>x</b>", "x"),
    ("<\u{301}p>x", "<\u{301}p>x"), ("<p>\u{301}x", "\u{301}x"), ("<! note >", "<! note >"),
    ("<>x</>", "<>x</>"), ("<p title='a\">b</p>", "b"), ("<p/>a<br/>b", "a\nb"),
    ("<p\u{0}>x", "x"), ("< p>x", "< p>x"),
  ])
  func `broken markup loses no word`(_ html: String, _ text: String) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test func `text without markup is the same afterwards`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        let most: UInt32 = Bool.random(using: &random) ? 0x7F : 0x2_FFFF
        guard let scalar = Unicode.Scalar(UInt32.random(in: 0...most, using: &random)),
          scalar != "<", scalar != "&"
        else { continue }
        text.unicodeScalars.append(scalar)
      }
      #expect(HTMLText.text(of: text).utf8.elementsEqual(text.utf8))
      let escaped = text + "&amp;&lt;"
      #expect(HTMLText.text(of: escaped).utf8.elementsEqual((text + "&<").utf8))
      let marked = text.unicodeScalars.map { "<b>" + String($0) + "</b>" }.joined()
      #expect(HTMLText.text(of: marked).utf8.elementsEqual(text.utf8))
    }
  }

  @Test func `no bytes make it fall`() {
    var random = SeededGenerator(seed: 8)
    let pieces = [
      "<", ">", "</", "\"", "'", "=", "a", "p", "br", " ", "&", "&amp;", ";", "<!--", "-->",
      "<script", "</script",
      "href=", "class=", "alt=\"x\"", "img ", "li", "\u{301}", "👮", "/", "\n",
      "<img alt=\"&<\">", "<img alt='a&amp;<b>", "<a href=\"https://e.example/?a&b=<x>\">",
    ]
    for _ in 0..<3_000 {
      let html = (0..<Int.random(in: 0..<40, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(HTMLText.text(of: html).utf8.count <= html.utf8.count * 3)
    }
  }

  @Test(arguments: [
    "<p>", "<div><p>", "<a href='x'>", "<span class=\"invisible\">", "<li>", "<br>", "</p>", "<",
    "<!--", "<script>",
    "<a =\"", "<a ='\"", "&", "&amp", "&amp;amp;", "<a href=\"https://example.org/",
    "<img alt=\"x\">", "<style></style",
  ])
  func `markup made to take long takes as long as it is`(_ piece: String) {
    let growth = growth(
      of: { times in
        let html = String(repeating: piece, count: times)
        #expect(HTMLText.text(of: html).utf8.count <= html.utf8.count)
        #expect(HTMLText.text(of: html + ">").utf8.count <= html.utf8.count + 1)
      }, from: 2_000)
    #expect(growth < 32)
  }
}
