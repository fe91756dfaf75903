/// The inflections of English words, as far as finding them needs.
///
/// Forms that no one writes (such as *favouriteed*) do no harm, so rules of spelling are applied to
/// nouns and verbs alike; irregular verbs come from a table.
enum Inflections {
  /// All forms of a word: itself, plural or third person, past and -ing.
  static func forms(of word: String) -> [String] {
    let lower = word.lowercased()
    var forms = [word]
    let known = whole[lower] ?? regular(lower)
    for form in known + (irregular[lower] ?? []) {
      let form = written(form, like: word, lower)
      if !forms.contains(form) { forms.append(form) }
    }
    return forms
  }

  /// A form with the capitals of the word as far as it goes along with it: *Tasers* of *Taser*.
  private static func written(_ form: String, like word: String, _ lower: String) -> String {
    guard word.utf8.count == lower.utf8.count else { return form }
    let shared = zip(form.utf8, lower.utf8).prefix { $0 == $1 }.count
    let bytes = Array(word.utf8.prefix(shared)) + Array(form.utf8.dropFirst(shared))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func regular(_ word: String) -> [String] {
    let letters = Array(word.utf8)
    guard letters.count > 1, let last = letters.last else { return [word + "s"] }
    let beforeLast = letters[letters.count - 2]
    let stem = String(word.dropLast())
    switch last {
    case UInt8(ascii: "e"):
      let ing = beforeLast == UInt8(ascii: "i") ? String(stem.dropLast()) + "y" : stem
      let isKeptBeforeIng = [UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "y")].contains(
        beforeLast)
      return [word + "s", word + "d"] + gerunds(isKeptBeforeIng ? word : ing)
    case UInt8(ascii: "y") where !isVowel(beforeLast):
      return [stem + "ies", stem + "ied"] + gerunds(word)
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"):
      return [word + "es", word + "ed"] + gerunds(word)
    case UInt8(ascii: "h")
    where [UInt8(ascii: "s"), UInt8(ascii: "c")].contains(beforeLast):
      return [word + "es", word + "ed"] + gerunds(word)
    case UInt8(ascii: "o") where !isVowel(beforeLast):
      return [word + "s", word + "es", word + "ed"] + gerunds(word)
    default:
      let doubled = doubled(word, letters)
      // A short word always doubles its last letter: *robin* is no form of *rob*, nor *login* of *log*.
      guard doubled.isEmpty || vowels(of: letters) > 1 else { return [word + "s"] + doubled }
      return [word + "s", word + "ed"] + gerunds(word) + doubled
    }
  }

  /// *-ing* with the dropped g of speech: loving, lovin.
  private static func gerunds(_ stem: String) -> [String] {
    [stem + "ing", stem + "in"]
  }

  /// The forms with a doubled last letter, of words that end in consonant, vowel, consonant.
  private static func doubled(_ word: String, _ letters: [UInt8]) -> [String] {
    guard letters.count > 2, let last = letters.last, !isVowel(last),
      ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(last),
      isVowel(letters[letters.count - 2]), !isVowelSound(letters, at: letters.count - 3)
    else { return [] }
    let stem = word + String(UnicodeScalar(last))
    return [stem + "ed"] + gerunds(stem)
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    "aeiou".utf8.contains(letter)
  }

  /// Whether a letter is a vowel that is heard as one, which the u of *quit* is not.
  private static func isVowelSound(_ letters: [UInt8], at index: Int) -> Bool {
    isVowel(letters[index])
      && !(letters[index] == UInt8(ascii: "u") && index > 0
        && letters[index - 1] == UInt8(ascii: "q"))
  }

  private static func vowels(of letters: [UInt8]) -> Int {
    letters.indices.count { isVowelSound(letters, at: $0) }
  }

  /// The forms of words whose regular ones would be other words, such as *bed* and *seed*.
  private static let whole: [String: [String]] = [
    "be": ["being", "bein"], "see": ["sees", "seeing", "seein"],
  ]

  private static let irregular: [String: [String]] = [
    "be": ["is", "are", "am", "was", "were", "been"], "beat": ["beaten"],
    "begin": ["began", "begun"], "bite": ["bit", "bitten"], "break": ["broke", "broken"],
    "bring": ["brought"], "build": ["built"], "burn": ["burnt"], "buy": ["bought"],
    "catch": ["caught"], "choose": ["chose", "chosen"], "come": ["came"], "dig": ["dug"],
    "do": ["does", "did", "done"], "draw": ["drew", "drawn"], "drink": ["drank", "drunk"],
    "drive": ["drove", "driven"], "eat": ["ate", "eaten"], "fall": ["fell", "fallen"],
    "feel": ["felt"], "fight": ["fought"], "find": ["found"], "fly": ["flew", "flown"],
    "forget": ["forgot", "forgotten"], "get": ["got", "gotten"], "give": ["gave", "given"],
    "go": ["goes", "went", "gone"], "grow": ["grew", "grown"], "hang": ["hung"],
    "have": ["has", "had"], "hear": ["heard"], "hide": ["hid", "hidden"], "hold": ["held"],
    "keep": ["kept"], "know": ["knew", "known"], "lead": ["led"], "leave": ["left"],
    "lie": ["lay", "lain"], "lose": ["lost"], "make": ["made"], "mean": ["meant"],
    "meet": ["met"], "pay": ["paid"], "ride": ["rode", "ridden"], "ring": ["rang", "rung"],
    "run": ["ran"], "say": ["said"], "see": ["saw", "seen"], "sell": ["sold"],
    "send": ["sent"], "shake": ["shook", "shaken"], "shoot": ["shot"], "show": ["shown"],
    "sing": ["sang", "sung"], "sit": ["sat"], "sleep": ["slept"], "slide": ["slid"],
    "speak": ["spoke", "spoken"], "spend": ["spent"], "spring": ["sprang", "sprung"],
    "stand": ["stood"], "steal": ["stole", "stolen"], "stick": ["stuck"],
    "strike": ["struck", "stricken"], "sweep": ["swept"], "swing": ["swung"],
    "take": ["took", "taken"], "teach": ["taught"], "tear": ["tore", "torn"], "tell": ["told"],
    "think": ["thought"], "throw": ["threw", "thrown"], "wake": ["woke", "woken"],
    "wear": ["wore", "worn"], "win": ["won"], "write": ["wrote", "written"],
    "man": ["men"], "woman": ["women"], "child": ["children"], "wife": ["wives"],
    "knife": ["knives"], "life": ["lives"], "thief": ["thieves"], "foot": ["feet"],
    "tooth": ["teeth"], "person": ["people"], "die": ["dying"],
  ]
}
