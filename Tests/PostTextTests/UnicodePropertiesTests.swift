import Testing

@testable import PostText

struct UnicodePropertiesTests {
  @Test(arguments: [
    ("e", ScalarProperties.letter, true), ("é", .lookAlike, true), ("é", .latin, true),
    ("а", .cyrillic, true), ("α", .greek, true), ("\u{301}", .mark, true),
    ("٣", .decimalDigit, true), ("\u{A0}", .whiteSpace, true), ("É", .uppercase, true),
    ("é", .uppercase, false), ("ß", .lowercase, true), ("\u{200D}", .ignorable, true),
    ("\u{AD}", .ignorable, true), ("🔫", .emojiPresentation, true), ("☺", .emojiPresentation, false),
    ("☺", .extendedPictographic, true), ("👍", .emojiModifierBase, true),
    ("🏿", .emojiModifier, true), ("ﬁ", .compatiblyInert, false), ("ﬁ", .canonicallyInert, true),
    ("漢", .letter, true), ("\u{10FFFF}", .letter, false),
  ])
  func `a scalar has the properties that Unicode gives it`(
    scalar: Unicode.Scalar, property: ScalarProperties, holds: Bool
  ) {
    #expect(ScalarProperties(of: scalar.value).contains(property) == holds)
  }

  @Test func `the tables agree with the standard library where both know a scalar`() {
    var differences = 0
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.age.map({ $0 <= (15, 0) }) == true
      else { continue }
      let mine = ScalarProperties(of: value)
      let theirs = scalar.properties
      let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(theirs.generalCategory)
      if mine.contains(.mark) != isMark || mine.contains(.whiteSpace) != theirs.isWhitespace
        || mine.contains(.emoji) != theirs.isEmoji
        || mine.contains(.decimalDigit) != (theirs.generalCategory == .decimalNumber)
        || mine.contains(.ignorable) != theirs.isDefaultIgnorableCodePoint
      {
        differences += 1
      }
    }
    #expect(differences == 0)
  }

  @Test(arguments: [
    ("а", "a"), ("Е", "E"), ("é", "e"), ("ø", "o"), ("ł", "l"), ("ᴋ", "k"), ("🅱", "B"), ("🅟", "P"),
    ("ɐ", "a"), ("Ꭺ", "A"), ("ꓢ", "S"), ("ё", "e"), ("❸", "3"), ("⓬", "12"), ("ß", "ss"),
    ("ǽ", "ae"), ("ο", "o"), ("ѕ", "s"),
  ])
  func `a letter that passes for an ASCII one is read as it`(scalar: Unicode.Scalar, ascii: String)
  {
    let letters = LookAlikes.ascii(for: scalar.value)
    let bytes = letters.map { $0.second == 0 ? [$0.first] : [$0.first, $0.second] }
    #expect(bytes == Array(ascii.utf8))
    #expect(ScalarProperties(of: scalar.value).contains(.lookAlike))
  }

  @Test(arguments: ["a", "漢", "🇬", "ж", "🔫", "1"] as [Unicode.Scalar])
  func `a scalar that passes for nothing else has no look-alike`(scalar: Unicode.Scalar) {
    #expect(LookAlikes.ascii(for: scalar.value) == nil)
    #expect(!ScalarProperties(of: scalar.value).contains(.lookAlike))
  }
}
