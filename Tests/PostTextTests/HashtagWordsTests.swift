import Testing

@testable import PostText

/// Hashtags as words.
struct HashtagWordsTests {
  private func words(_ tag: String) -> String {
    var tag = tag
    var splitter = HashtagWords()
    return tag.withUTF8 { bytes in
      splitter.split(bytes)
      return splitter.words.elements.map { String(decoding: bytes[$0], as: UTF8.self) }
        .joined(separator: " ")
    }
  }

  @Test(arguments: [
    "Rest Day Vibes", "PCSO Life", "PCSOs", "Our NHS Heroes", "M25 Closure", "A1 Closed", "1st Aid",
    "24hrs Later",
    "999 Whats Your Emergency", "what 3 words", "covid 19", "Mc Donalds Drive", "STOP IT NOW",
    "G20", "WYP 24",
  ])
  func `capitals and digits divide`(_ text: String) {
    let tag = text == "STOP IT NOW" ? text : text.replacing(" ", with: "")
    let expected = text == "Mc Donalds Drive" ? "McDonalds Drive" : text
    #expect(words(tag.replacing(" ", with: "")) == expected)
  }

  @Test(arguments: [
    "no confidence in the system", "knock knock", "wakey wakey", "open up", "no excuse for abuse",
    "beer oclock",
    "one less scrote", "rest day", "walk of shame", "luggage walk of shame", "all in a days work",
    "open your eyes to knives",
    "hands face space", "kids go to bed", "stay home save lives", "no confidence in theresa may",
    "lock em up".replacing("em ", with: ""),
    "find colin", "this job is great", "knife crime", "cuppa tea", "thin blue line",
    "fuck the tories",
  ])
  func `words that run together are told apart`(_ text: String) {
    #expect(words(text.replacing(" ", with: "")) == text)
    let upper = text.replacing(" ", with: "").uppercased()
    #expect(words(upper).lowercased() == text || upper.utf8.count < 6)
  }

  @Test(arguments: [
    "police", "Homerton", "Wolverhampton", "Clapham", "Didsbury", "Battersea", "Bridgwater",
    "coronavirus", "naloxone",
    "forensics", "bobbies", "misper", "Atherton", "Brentford", "Hammersmith", "Whitehall", "xqzvk",
    "ACAB",
  ])
  func `single words and names stay whole`(_ tag: String) {
    #expect(words(tag) == tag)
  }

  @Test func `a tag of any length and letters is covered in order`() {
    for tag in [
      "", "_", "__a__b__", String(repeating: "a", count: 5000), String(repeating: "ab", count: 50),
      "ünïtedWe",
    ] {
      var text = tag
      var splitter = HashtagWords()
      text.withUTF8 { bytes in
        splitter.split(bytes)
        var place = 0
        for word in splitter.words.elements {
          #expect(bytes[place..<word.lowerBound].allSatisfy { $0 == UInt8(ascii: "_") })
          #expect(!word.isEmpty)
          place = word.upperBound
        }
        #expect(bytes[place...].allSatisfy { $0 == UInt8(ascii: "_") })
      }
    }
  }
}
