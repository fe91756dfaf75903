import Testing

@testable import Rules

/// The forms of words.
struct InflectionsTests {
  @Test(arguments: [
    ("kick", "kick kicks kicked kicking kickin"), ("love", "love loves loved loving lovin"),
    ("stop", "stop stops stopped stopping stoppin"), ("carry", "carry carries carried carrying"),
    ("play", "plays played playing"), ("watch", "watches watched watching"),
    ("smash", "smashes smashed smashing"), ("laugh", "laughs laughed laughing"),
    ("kiss", "kisses kissed kissing"), ("fix", "fixes fixed fixing"),
    ("buzz", "buzzes buzzed buzzing"), ("die", "dies died dying"), ("tie", "ties tied tying"),
    ("agree", "agrees agreed agreeing"), ("visit", "visits visited visiting"),
    ("prefer", "prefers preferred preferring"), ("quit", "quits quitting"),
    ("hero", "heroes heros"), ("go", "goes going went gone"), ("do", "does doing did done"),
    ("be", "is are am was were been being"), ("see", "sees seeing saw seen"),
    ("have", "has had having"), ("take", "takes taking took taken"),
    ("run", "runs running ran"), ("catch", "catches catching caught"),
    ("write", "writes writing wrote written"), ("child", "children"), ("thief", "thieves"),
    ("knife", "knives"), ("party", "parties"), ("Taser", "Tasers Tasered"), ("PCSO", "PCSOs"),
    ("book", "books booked booking"), ("x", "xs"),
  ])
  func `a word has the forms that people write`(word: String, expected: String) {
    let forms = Inflections.forms(of: word)
    for form in expected.utf8.split(separator: UInt8(ascii: " ")) {
      #expect(forms.contains(String(decoding: form, as: UTF8.self)))
    }
    #expect(forms.first == word)
    #expect(Set(forms).count == forms.count)
  }

  @Test(arguments: [
    ("rob", "robin"), ("log", "login"), ("cab", "cabin"), ("be", "bed"), ("be", "bin"),
    ("see", "seed"), ("car", "care"), ("kick", "kicker"), ("taser", "tas"),
  ])
  func `a word has no form that is another word`(word: String, other: String) {
    #expect(!Inflections.forms(of: word).contains(other))
  }
}
