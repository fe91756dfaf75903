import Testing

@testable import PostText

struct WeightedLengthTests {
  @Test(arguments: [
    ("", 0, false), (" ", 1, true), ("e\u{301}", 1, true), ("👮🏽‍♂️", 2, true), ("漢", 2, true),
    ("https://example.com/a/very/long/address/that/counts/as/twenty-three", 23, true),
    ("1️⃣1", 3, true), ("a\u{FEFF}", 3, false), ("#éa.com", 25, true),
  ])
  func `a post is weighed as X weighs it`(text: String, length: Int, isValid: Bool) {
    var text = text
    var meter = LengthMeter()
    let measured = text.withUTF8 { meter.measure($0) }
    #expect(measured.length == length)
    #expect(measured.isValid == isValid)
  }

  @Test func `a meter forgets the post before`() {
    var meter = LengthMeter()
    var first = "https://a.com e\u{301}"
    var second = "abc"
    #expect(first.withUTF8 { meter.measure($0) }.length == 25)
    #expect(second.withUTF8 { meter.measure($0) }.length == 3)
  }
}
