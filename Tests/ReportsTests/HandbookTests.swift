import Foundation
import Reports
import Rules
import Testing

struct HandbookTests {
  private let bytes: [UInt8]
  private let page: MarkupTree

  init() throws {
    bytes = try Handbook(HandbookPack.pack(), edition: HandbookPack.edition, rates: nil).rendered()
    page = MarkupTree(bytes)
  }

  private var source: String { String(decoding: bytes, as: UTF8.self) }

  @Test func `the page is well-formed, and every rule is there once`() throws {
    #expect(page.fault == nil)
    let rules = page.ofClass("rule").compactMap { $0.attributes["id"] }
    #expect(rules == ["rule-door-joke", "rule-slur", "rule-missing-alt"])
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `every link within the page leads to a place in it`() {
    let ids = Set(page.elements.compactMap { $0.attributes["id"] })
    let links = page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(links.count > 20)
    for link in links { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
    for label in page.elements.compactMap({ $0.attributes["aria-labelledby"] }) {
      #expect(ids.contains(label), "\(label)")
    }
  }

  @Test func `nothing is fetched from elsewhere, and addresses stand only in links`() {
    #expect(page.elements.allSatisfy { $0.attributes["src"] == nil })
    #expect(Set(page.elements.map(\.name)).isDisjoint(with: ["link", "img", "iframe", "base"]))
    for element in page.elements {
      for (key, value) in element.attributes where value.contains("http") {
        #expect(element.name == "a" && key == "href" || value.hasPrefix("default-src"), "\(value)")
      }
    }
    for sheet in page.all("style") + page.all("script") {
      for word in ["http", "url(", "@import", "fetch", "XMLHttpRequest", "eval"] {
        #expect(!sheet.text.contains(word), "\(word)")
      }
    }
    #expect(source.contains("default-src &#39;none&#39;"))
  }

  @Test func `what rules say stays text, whatever it looks like`() throws {
    #expect(page.all("script").count == 1)
    #expect(page.all("i").isEmpty && page.all("b").isEmpty)
    let heading = try #require(page.element("rule-door-joke-title"))
    #expect(heading.text == HandbookPack.hostile)
    #expect(page.all("h1").map(\.text) == ["Small & <b>sound</b>"])
    let rule = try #require(page.element("rule-door-joke"))
    #expect(rule.text.contains("This could read as <i>joy</i>."))
    #expect(rule.text.contains("Answering: “Who's <there>?”"))
    // What would turn the direction of writing is named instead.
    #expect(!source.unicodeScalars.contains("\u{202E}"))
    #expect(rule.text.contains("<U+202E>"))
  }

  @Test func `the marked words are marked, and no others`() throws {
    #expect(
      page.all("mark").map(\.text) == [
        "love that door", "huge buzz", "love the door", "love the door", "love the door",
        "love the 🚪 door", "[word withheld]", "[word withheld] and", "Such a [word withheld]",
        "[word withheld]", "[word withheld]",
      ])
    let first = try #require(page.all("blockquote").first)
    #expect(first.text.contains("We love that door & <b>huge buzz</b><U+202E>"))
  }

  @Test func `words that hurt are spelled out nowhere`() throws {
    let text = source.lowercased()
    for word in ["zorkface", "grubnik", "flummer", "blastwit"] {
      #expect(!text.contains(word), "\(word)")
    }
    let list = try #require(page.element("list-bad"))
    #expect(list.text.contains("3 terms, not spelled out here."))
    #expect(page.element("list-joy")?.text.contains("(big|huge)? buzz*") == true)
  }

  @Test func `what a rule looks for is said in words`() throws {
    let rule = try #require(page.element("rule-door-joke")).text
    for words in [
      "near each other, in one sentence, in this order, at most 8 words between:",
      "a term of Joy (list)", "one of 8 terms", "warrant",
      "a term of Joy (list) in the hashtags, read as words or in the descriptions of pictures, at least 2 times (as caution, 50 % sure)",
      "open up, capitals as written",
      "the post is a reply, and the day lies in the calendar “mourning”",
      "if its part “num” passes the check “luhn”", "the post has pictures",
      "Words of others (reading), where what was found lies inside it",
      "An appeal (reading), in the same sentence",
      "never, within 2 words before what was found", "An appeal (reading); then it is advice",
      "hurt; then it is one level higher", "A match is taken as 90 % sure: 36 points.",
      "A second person should agree first (review).", "Ready-made words: “Officers forced entry.”",
      "It asks: Was anyone hurt?", "Whom to ask: duty press officer", "The code (2024)", "An Act",
      "Case: A case", "With a picture described as “A door”",
      "With a picture without a description", "Sent on: 2026 05 07", "Found as serious",
      "Note: harmless",
    ] {
      #expect(rule.contains(words), "\(words)")
    }
    let trial = try #require(page.element("rule-missing-alt")).text
    #expect(trial.contains("on trial"))
    #expect(trial.contains("the number of pictures without a description is 1 or more"))
    #expect(trial.contains("It finds nothing by itself"))
  }

  @Test func `the page says what the pack is, how it judges and what it cannot see`() throws {
    let about = try #require(page.element("about")).text
    for words in ["small-pack", "3.1.4", "abc123", "TweetLint 9.9.9", "2 live, 1 on trial"] {
      #expect(about.contains(words), "\(words)")
    }
    let verdict = try #require(page.element("verdict")).text
    for words in ["30 to 74", "75 to 100", "Slurs (90)"] {
      #expect(verdict.contains(words), "\(words)")
    }
    #expect(page.element("unseen")?.text.contains("Pictures and films") == true)
    let calendars = try #require(page.element("calendars")).text
    for words in ["State mourning", "2022-09-08", "2022-09-19", "northern ireland"] {
      #expect(calendars.contains(words), "\(words)")
    }
  }

  @Test func `headings follow one another, and tables name their cells`() {
    let levels = page.elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h")
        ? Int(element.name.dropFirst()) : nil
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
    #expect(page.all("html").first?.attributes["lang"] == "en-GB")
    for landmark in ["header", "nav", "main"] { #expect(page.all(landmark).count == 1) }
  }

  @Test func `the same pack makes the same page, in whatever order its files were found`() throws {
    let again = try Handbook(HandbookPack.pack(reversed: true), edition: HandbookPack.edition)
    #expect(again.rendered() == bytes)
  }

  @Test func `measured rates stand beside their rules`() throws {
    let page = MarkupTree(
      try Handbook(HandbookPack.pack(), edition: HandbookPack.edition, rates: HandbookPack.rates)
        .rendered())
    #expect(page.fault == nil)
    let rule = try #require(page.element("rule-door-joke")).text
    #expect(
      rule.contains(
        "In 5,281 ordinary posts it found something in 3, 0.57 in a thousand (with 95 % confidence "
          + "between 0.19 and 1.67), and by itself sent 1 to review or further. It found something "
          + "in 12 of the 20 posts that hold a risk of its category, and in 4 that hold only others."
      ))
    #expect(page.element("rule-slur")?.text.contains("Not measured.") == true)
    let rates = try #require(page.element("rates")).text
    #expect(rates.contains("ordinary <posts>"))
    #expect(!rates.contains("measured with other rules"))
    var old = HandbookPack.rates
    old.rules.sha256 = "older"
    let other = try Handbook(HandbookPack.pack(), edition: HandbookPack.edition, rates: old)
    #expect(MarkupTree(other.rendered()).ofClass("warning").count == 1)
  }

  @Test func `an observed rule is told as one that no post is ever shown`() throws {
    let pack = try HandbookPack.pack(adding: ["tone/gates.yaml": HandbookPack.observed])
    let page = MarkupTree(
      Handbook(pack, edition: HandbookPack.edition, rates: HandbookPack.rates).rendered())
    #expect(page.fault == nil)
    let rule = try #require(page.element("rule-gates"))
    #expect(rule.text.contains("Audits count the posts in which it is found."))
    #expect(rule.text.contains("never shown on a post"))
    #expect(rule.attributes["data-severity"] == "observed")
    for words in ["What the officer is told", "points", "Not measured", "only asks"] {
      #expect(!rule.text.contains(words), "\(words)")
    }
    #expect(page.element("about")?.text.contains("2 live, 1 on trial, 1 observed") == true)
    #expect(page.element("rates")?.text.contains("gates") == false)
    #expect(page.all("header").first?.text.contains("1 of them observed") == true)
  }

  @Test
  func
    `a rule that asks, and finds some of what it looks for, is not told as one that finds nothing`()
    throws
  {
    let pack = try HandbookPack.pack(adding: ["tone/court.yaml": HandbookPack.asking])
    let page = MarkupTree(
      Handbook(pack, edition: HandbookPack.edition, rates: HandbookPack.rates).rendered())
    let rule = try #require(page.element("rule-court")).text
    #expect(rule.contains("and finds only what has a severity below"))
    #expect(!rule.contains("finds nothing by itself"))
  }

  @Test func `rules that settings switch off are named`() throws {
    var edition = HandbookPack.edition
    edition.disabled = ["slur"]
    let page = MarkupTree(try Handbook(HandbookPack.pack(), edition: edition).rendered())
    #expect(page.element("rule-slur")?.text.contains("switched off by settings") == true)
    #expect(page.element("about")?.text.contains("slur") == true)
  }
}
