import Testing

@testable import PostText

/// What is counted on the way.
struct ViewMeasuresTests {
  @Test func `capitals are counted in words, not in hashtags, mentions and links`() throws {
    let post = ReadPost("WANTED: Have YOU seen PC Bob's M5 car? #HELP me @BOB https://t.co/ABC")
    let measures = try #require(post.measures.first)
    #expect(post.written(measures.capitalWords) == ["WANTED", "YOU", "PC"])
    #expect(measures.wordCount == 9)
    #expect(measures.capitalCount == 14)
    #expect(measures.letterCount == 29)
    #expect(measures.shareOfCapitals == 14.0 / 29)
    #expect(measures.hashtagCount == 1)
  }

  @Test func `hashtags whose words run together are measured`() throws {
    let post = ReadPost(
      "#noexcuseforabuse #KnifeCrime #coronavirus #STAYSAFENOW #openup #Knockknock")
    let measures = try #require(post.measures.first)
    #expect(post.written(measures.runTogetherHashtags) == ["#noexcuseforabuse", "#STAYSAFENOW"])
    #expect(measures.hashtagCount == 6)
  }

  @Test func `the longest row of emoji is found, spaces between them allowed`() throws {
    let measures = try #require(ReadPost("😂 ok 👮‍♀️🚔 🐶 no 😂😂").measures.first)
    #expect(measures.emojiCount == 6)
    #expect(measures.longestEmojiRun == 3)
    #expect(measures.longestEmojiRange == 8..<8 + "👮‍♀️🚔 🐶".utf8.count)
    let none = try #require(ReadPost("none").measures.first)
    #expect(none.emojiCount == 0 && none.longestEmojiRun == 0)
  }

  @Test func `fancy letters are counted from the first to the last`() throws {
    let measures = try #require(ReadPost("a 𝓗𝓲 b 🅷 ½ é").measures.first)
    #expect(measures.fancyLetterCount == 3)
    #expect(measures.fancyLetterRange == 2..<2 + "𝓗𝓲 b 🅷".utf8.count)
  }

  @Test(arguments: [
    ("@bob hi", "mention"), (" @bob", "mention"), (".@bob hi", "dot"), ("RT @bob: hi", "retweet"),
    ("hi @bob", ""),
    ("@_ hi", "mention"), ("@ bob", ""), (". @bob", ""), ("RT: @bob", ""), ("", ""),
    ("＠bob", "mention"),
    ("@- and @bob", ""),
  ])
  func `the opening tells replies, shown replies and retweets apart`(_ post: (String, String))
    throws
  {
    let measures = try #require(ReadPost(post.0).measures.first)
    #expect(measures.startsWithMention == (post.1 == "mention"))
    #expect(measures.startsWithDotMention == (post.1 == "dot"))
    #expect(measures.startsWithRetweet == (post.1 == "retweet"))
  }
}
