import Testing

@testable import PostText

/// The second reading: what disguises hide, and what is none.
struct ViewUnmaskedTests {
  @Test(arguments: [
    ("sh!t b@stard a$$ h3ll0 $hit 5hit", "shit bastard ass hello shit shit"),
    ("f##k f--k f__k f%$k f..k f**k!", "f**k f**k f**k f**k f**k f**k!"),
    ("f-ck sh-t w_nker b.stard", "f*ck sh*t w*nker b*stard"),
    ("f--- off, f#### it", "f*** off, f**** it"),
    ("f u c k and s p a c e d!", "fuck and spaced!"), ("f.u.c.k s-h-i-t f*u*c*k", "fuck shit fuck"),
    ("f * c k", "f*ck"), ("fück ѕhіt саfé f\u{336}u\u{336}c\u{336}k\u{336}", "fuck shit cafe fuck"),
    ("fuuuuuck sooooo looool hellooooo", "fuck so lol hello"),
    ("ѕнıт ѕсоре ріѕѕ", "shit scope piss"), ("(sh!t) \"f##k\"/b@stard", "(shit) \"f**k\"/bastard"),
    (
      "you shiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiit",
      "you shit"
    ),
  ])
  func `disguises are undone`(_ post: (String, String)) {
    #expect(ReadPost(post.0).text(isUnmasked: true) == post.1)
  }

  @Test(arguments: [
    "10-12", "www…", "M5(J4)", "A1(M)", "P.C.", "e-mail", "BD51 SMR", "14/118223/25", "PC 4102",
    "£5.00",
    "well-known", "3-3 draw", "St. Mary's", "8-10pm", "P.C. J. S. Smith", "john.smith@police.uk",
    "R&B, A&E, AT&T", "Hartley-Pickles", "5am, 7ins, 30th", "B055 MAN", "G4S", "covid-19 COVID19",
    "Wait..what", "call us--today", "f***ing c**t", "24/7", "x-ray", "T-shirt", "co-op", "xxx",
    "VIII", "III",
    "A b", "I a", "привет", "日本", "5* hotel", "C# and F#", "M60 J12-14", "S1 2AB", "LS1 4AP", "W1A",
    "-5C",
    "1st/2nd", "what???", "No!!!", "...", "@bob", "#Stay_safe", "https://www.police.uk/a--b",
    "#WANTED| Do",
    "QP8a9", "AB123456C", "943 476 5919", "£££", "50%", "100%!", "$20", "€5", "v1.0.2", "D/Supt",
    "SO15",
  ])
  func `ordinary writing has no second reading`(_ text: String) {
    #expect(!ReadPost(text).readings.contains { $0.isUnmasked }, "\(text)")
  }

  @Test func `a word in disguise belongs to all its characters`() {
    #expect(ReadPost("oh f u c k it").written(for: "fuck", isUnmasked: true) == "f u c k")
    #expect(ReadPost("oh b@stard!").written(for: "bastard", isUnmasked: true) == "b@stard")
    #expect(ReadPost("oh fu\u{308}ck").written(for: "fuc", isUnmasked: true) == "fu\u{308}ck")
    #expect(ReadPost("what a sooooo").written(for: "so", isUnmasked: true) == "sooooo")
    let around = ReadPost("We’ve f##k @bob it")
    #expect(around.written(for: "'ve f**k @_ it", isUnmasked: true) == "’ve f##k @bob it")
  }

  @Test func `the second reading keeps the first one's kind`() {
    let post = ReadPost("sh!t")
    #expect(post.readings.map(\.view) == [.text, .text])
    #expect(post.readings.map(\.isUnmasked) == [false, true])
  }
}
