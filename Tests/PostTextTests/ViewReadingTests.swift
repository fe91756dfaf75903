import Testing

@testable import PostText

/// The first reading, and the lists.
struct ViewReadingTests {
  @Test(arguments: [
    ("We’ve “had” it – now", "We've \"had\" it - now"), ("fish &amp; chips", "fish & chips"),
    ("&amp;lt;b&amp;gt;", "&lt;b&gt;"), ("caf&eacute; &pound;5 &#163;5 &#xA3;5", "café £5 £5 £5"),
    ("&#146;til", "'til"),
    ("AT&T; &nosuch; &#xD800; &#0; & co", "AT&T; &nosuch; &#xD800; &#0; & co"),
    ("a\r\nb\rc\u{2028}d\te\u{A0}f\u{3000}g", "a\nb\nc\nd e f g"),
    ("k\u{200B}i\u{AD}l\u{2060}l\u{202E}s", "kills"),
    ("cafe\u{301}", "café"), ("e&#769;", "é"), ("𝓗𝓮𝓵𝓵𝓸 ｗｏｒｌｄ", "Hello world"),
    ("🅷🅸 ᴛʜᴇʀᴇ Ⓐ", "HI there A"), ("5\u{212A} \u{17F}o", "5K so"), ("½ … ™", "1/2 ... TM"),
    ("👍🏽 👮‍♀️ ❤️ 1️⃣", "👍 👮♀ ❤ 1"), ("🇬🇧 🇧\u{200B}🇴\u{200B}🇴", "🇬🇧 BOO"), ("‼ wow", "!! wow"),
  ])
  func `typography, references and fancy letters read plainly`(_ post: (String, String)) {
    #expect(ReadPost(post.0).text() == post.1)
  }

  @Test(arguments: [
    "The driver of the M5(J4) lorry, aged 42, wasn't hurt: call 101 quoting 14/118223/25.",
    "St. Mary's 8-10pm, £5.00 entry; well-known e-mail john.smith@west-mids.pnn.police.uk!",
  ])
  func `what officers ordinarily write comes through unchanged`(_ text: String) {
    #expect(ReadPost(text).text() == text)
  }

  @Test func `mentions and links are blanked and listed, addresses of e-mail stay`() {
    let post = ReadPost("@bob see police.uk/a?b=1&amp;c=2 or ＠Ann@ info.uk@x.com, @a/list")
    #expect(post.text() == "@_ see _ or ＠Ann@ info.uk@x.com, @_".replacing("＠", with: "@"))
    #expect(post.text(.mentions) == "@bob\n@a/list")
    #expect(post.text(.urls) == "police.uk/a?b=1&c=2")
    #expect(post.written(for: "_", in: .text) == "bob")
    #expect(post.written(for: "b=1&c=2", in: .urls) == "b=1&amp;c=2")
  }

  @Test func `hashtags read as words in place and in their list`() {
    let post = ReadPost("Off #RestDayVibes #knockknock, #1732 #Stay_Safe #999WhatsYourEmergency")
    #expect(
      post.text()
        == "Off #Rest Day Vibes #knock knock, #1732 #Stay Safe #999 Whats Your Emergency")
    #expect(
      post.text(.hashtags) == "Rest Day Vibes\nknock knock\nStay Safe\n999 Whats Your Emergency")
    #expect(post.written(for: "Day") == "Day")
    #expect(post.written(for: "Rest Day", in: .hashtags) == "RestDay")
    #expect(post.written(for: "knock knock") == "knockknock")
    #expect(post.written(for: "Stay Safe") == "Stay_Safe")
  }

  @Test func `emoji are listed by name and belong to their whole sequence`() {
    let post = ReadPost("Hi 👮‍♀️🚔 &#128514;")
    #expect(
      post.text(.emoji) == "woman police officer\noncoming police car\nface with tears of joy")
    #expect(post.written(for: "👮") == "👮‍♀️")
    #expect(post.written(for: "police officer", in: .emoji) == "👮‍♀️")
    #expect(post.written(for: "😂") == "&#128514;")
  }

  @Test func `a match never divides what the author wrote as one thing`() {
    #expect(ReadPost("fish &amp; chips").written(for: "& c") == "&amp; c")
    #expect(ReadPost("cafe\u{301} x").written(for: "é") == "e\u{301}")
    #expect(ReadPost("wait… what").written(for: "t.") == "t…")
    #expect(ReadPost("k\u{200B}ill it").written(for: "kill") == "k\u{200B}ill")
    #expect(ReadPost("they’re").written(for: "'re") == "’re")
  }

  @Test func `every part of a draft is read under its own name and origin`() {
    var draft = Draft("one")
    draft.thread = ["two"]
    draft.media = [.init(file: "a.jpg"), .init(alt: "three #AltTag")]
    draft.replyTo = .init(text: "four")
    draft.quote = .init(text: "five 😂")
    let post = ReadPost(draft)
    #expect(
      post.readings.map { "\($0.part) \($0.origin) \($0.view) \($0.text)" } == [
        "text own text one", "thread[1] own text two", "media[1].alt alt text three #Alt Tag",
        "media[1].alt alt hashtags Alt Tag", "reply_to replyTo text four",
        "quote quote text five 😂",
        "quote quote emoji face with tears of joy",
      ])
    #expect(post.sources[4] == Array("five 😂".utf8))
  }

  @Test func `an empty post has one empty reading`() {
    let post = ReadPost("")
    #expect(post.readings.map(\.text) == [""])
    #expect(post.readings[0].source(0..<0) == 0..<0)
  }

  @Test(arguments: [
    "a", "a\u{301}", "&", "&amp;", "#", "#aA", "@a ", "f*", "a.", "😂", "\u{301}", "\u{20E3}", "a ",
    "A1",
    "\u{1100}\u{1161}", "aaa ", "a b c ", "…", "ﷺ", "-_-", "🇬",
  ])
  func `a hostile text costs and keeps no more than a few times its length`(_ scrap: String) {
    let count = 40_000 / scrap.utf8.count
    let post = ReadPost(String(repeating: scrap, count: count))
    let text = post.readings[0]
    #expect(text.bytes.count <= 12 * count * scrap.utf8.count)
    #expect(text.pieces.count <= 8 * count + 1)
  }
}
