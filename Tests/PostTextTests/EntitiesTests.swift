import Testing

@testable import PostText

struct EntitiesTests {
  @Test(arguments: [
    ("see https://x.com/@user/#tag now", ["https://x.com/@user/#tag"]),
    ("＠user ＃tag", ["＠user", "＃tag"]), ("＠user.com", ["＠user"]),
    ("a.com、＃tag.com", ["a.com", "＃tag"]), ("#éa.com", ["#éa"]),
    ("mail a@b.com and c@d.co.uk", []), ("rt@a xrt@b", ["@a"]), ("@a/b-@c", []),
    ("http://a.com:80/p?q=1.", ["http://a.com:80/p?q=1"]), ("a.com:80?q=1", ["a.com"]),
    ("The end.Nobody came.It rained", ["came.It"]), ("7.30pm on 12.11.2026", []),
    ("HTTPS://T.CO/abc/def", ["HTTPS://T.CO/abc"]),
    ("xn--p1ai.xn--p1ai/é", ["xn--p1ai.xn--p1ai/é"]),
    ("http://a.com/(b(c)d)e)", ["http://a.com/(b(c)d)e"]), ("http://a.com/(", ["http://a.com/"]),
    ("foo_a.com/x,&é;co.uk b.com", ["b.com"]), ("1️⃣ #️⃣ #1", []), ("#1a#b #c", ["#c"]),
    ("$A.B $ABCDEFG", ["$A.B"]),
  ])
  func `a post is marked up as X would do it`(text: String, expected: [String]) {
    var text = text
    var scanner = EntityScanner()
    var entities: [Entity] = []
    text.withUTF8 { bytes in
      scanner.scan(bytes, into: &entities)
      #expect(entities.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
    }
  }

  @Test func `an entity gives its name without signs`() {
    var text = "@a/list #tag $T.X https://www.b.co.uk/p b.com/p"
    var scanner = EntityScanner()
    var entities: [Entity] = []
    text.withUTF8 { bytes in
      scanner.scan(bytes, into: &entities)
      let names = entities.map { String(decoding: bytes[$0.name], as: UTF8.self) }
      #expect(names == ["a", "tag", "T.X", "www.b.co.uk", "b.com"])
      #expect(entities.map(\.kind) == [.list, .hashtag, .cashtag, .link, .link])
    }
  }
}
