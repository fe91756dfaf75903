/// What was counted while a part was read; all ranges are the author's bytes in the part.
package struct Measures: Sendable {
  /// True when the part begins with a mention, as a reply does.
  package internal(set) var startsWithMention = false
  /// True when the part begins with `.@` and a handle: a reply shown to every follower.
  package internal(set) var startsWithDotMention = false
  /// True when the part begins with `RT @` and a handle.
  package internal(set) var startsWithRetweet = false

  /// How many words there are: stretches between white space with a letter in them, hashtags,
  /// mentions and links not counted.
  package internal(set) var wordCount = 0
  /// How many ASCII letters the words have.
  package internal(set) var letterCount = 0
  /// How many of the letters are capitals.
  package internal(set) var capitalCount = 0
  /// The words of two letters and more in capitals, as numbers of ``PostView/measured``.
  package internal(set) var capitalWords = 0..<0

  /// How many hashtags there are.
  package internal(set) var hashtagCount = 0
  /// The hashtags of ten letters and more, in one case and made of several known words, as numbers
  /// of ``PostView/measured``: a screen reader cannot tell their words apart.
  package internal(set) var runTogetherHashtags = 0..<0

  /// How many emoji there are.
  package internal(set) var emojiCount = 0
  /// The most emoji in a row, spaces between them allowed.
  package internal(set) var longestEmojiRun = 0
  /// Where the longest row of emoji stands.
  package internal(set) var longestEmojiRange = 0..<0

  /// How many letters are drawn with fancy scalars, such as mathematical bold.
  package internal(set) var fancyLetterCount = 0
  /// From the first fancy letter to the last.
  package internal(set) var fancyLetterRange = 0..<0

  /// The share of the words' letters that are capitals, 0 to 1.
  package var shareOfCapitals: Double {
    letterCount == 0 ? 0 : Double(capitalCount) / Double(letterCount)
  }
}
