/// Patterns like those of a real pack, made up from a seed.
package struct GeneratedRules {
  /// One pattern.
  package struct Rule: Sendable {
    /// The pattern.
    package let source: String
    /// Whether letters match in either case.
    package let isCaseless: Bool

    /// Makes a pattern.
    package init(source: String, isCaseless: Bool) {
      self.source = source
      self.isCaseless = isCaseless
    }
  }

  private var random: SeededGenerator

  /// Makes some number of patterns; the same seed gives the same ones.
  package static func make(count: Int, seed: UInt64) -> [Rule] {
    var rules = GeneratedRules(random: SeededGenerator(seed: seed))
    return (0..<count).map { _ in rules.rule() }
  }

  /// The words of which the patterns and the made-up posts consist.
  package static let vocabulary =
    """
    arrest arrested assault attack baton battered belt blame boast boot brave brag brilliant bust \
    busted buzz cage caged canine cell cells cheeky chase chased chuffed clown coffee copper \
    criminal crook crooks cuff cuffed cuffs custody dealer dealers delight dirty dodgy dog doors \
    drug drugs enforcement enjoy favourite fight filthy fool funny gang glad gleeful grin guilty \
    handcuffs happy hilarious hooligan idiot jail jailed joke joking joy kick kicking knock lol \
    loser lovely minister mob moron mugshot nicked numpty offender offenders party pepper pinch \
    political prison proud punch raid raided rammed satisfying scum scumbag seized shameful shield \
    silly smash smashed smile spray strike stupid suspect swoop tackle taser tasered thief thieves \
    thug thugs toerag treat trouble truncheon vermin victim villain wakey warrant weapon yob \
    election vote voters manifesto labour tory conservative campaign policy government mp council \
    protest protesters demo march union strikes refugee migrants asylum bill law reform budget \
    address street house number born daughter mother school patient hospital nurse doctor \
    sister brother victimless family flat road avenue close lane named identity surname photo
    """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }

  private static let shapes: [(source: String, isCaseless: Bool)] = [
    ("\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b", true),
    ("\\b[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b", true),
    ("\\b[A-Z]{2}\\d{2} ?[A-Z]{3}\\b", false),
    ("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", true),
    ("(?<!\\d)(?:\\+44|0)7\\d{3}[ -]?\\d{3}[ -]?\\d{3}(?!\\d)", true),
    ("\\b\\d{1,2}/\\d{1,2}/(?:19|20)\\d{2}\\b", true),
    ("\\b(?:\\d[ -]?){15}\\d\\b", true),
    ("[\\w.+-]{1,40}@[\\w-]{1,40}\\.[a-z]{2,6}\\b", true),
    ("£ ?\\d{1,3}(?:,\\d{3})+\\b", true),
    ("\\b(?:CAD|log|ref)[ :.#]{1,3}\\d{2,8}\\b", true),
    ("!{3,}", true),
    ("\\b[A-Z]{4,}(?: [A-Z]{4,}){2,}", false),
    ("(?:#\\w+ ?){5,}", true),
    ("\\b\\d{1,4},? [A-Z][a-z]+ (?:Street|Road|Lane|Close|Avenue)\\b", false),
  ]

  private mutating func rule() -> Rule {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<38: Rule(source: "\\b(?:\(list(3...30)))\\b", isCaseless: true)
    case ..<50: Rule(source: gapped(), isCaseless: true)
    case ..<63: Rule(source: near(), isCaseless: true)
    case ..<73: Rule(source: "\\b" + phrase(2...4) + "\\b", isCaseless: true)
    case ..<81: Rule(source: "#(?:\(hashtags()))\\b", isCaseless: true)
    case ..<89: shape()
    case ..<94: Rule(source: obfuscated(), isCaseless: true)
    case ..<98: Rule(source: lookAround(), isCaseless: true)
    default: Rule(source: "\\b(?:\(capitals()))\\b", isCaseless: false)
    }
  }

  private mutating func word() -> String {
    let word = Self.vocabulary.randomElement(using: &random) ?? ""
    let ending = ["", "", "", "ing", "ed", "y", "ful", "land", "ton", "man"]
    // Endings make the literals of a thousand patterns as many as those of a real pack.
    return word + (ending.randomElement(using: &random) ?? "")
  }

  private mutating func term() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: word() + "\\w*"
    case 1: word() + "s?"
    case 2: word() + "\\s+" + word()
    case 3: word() + "['’]?s"
    default: word()
    }
  }

  private mutating func list(_ lengths: ClosedRange<Int>) -> String {
    let count = Int.random(in: lengths, using: &random)
    return (0..<count).map { _ in term() }.joined(separator: "|")
  }

  private mutating func capitals() -> String {
    let count = Int.random(in: 2...6, using: &random)
    return (0..<count).map { _ in word().uppercased() }.joined(separator: "|")
  }

  private mutating func gapped() -> String {
    let gap = Int.random(in: 10...60, using: &random)
    return "\\b(?:\(list(1...8)))\\b.{0,\(gap)}\\b(?:\(list(1...8)))\\b"
  }

  private mutating func near() -> String {
    let (left, right) = ("\\b(?:\(list(2...12)))\\b", "\\b(?:\(list(2...12)))\\b")
    let gap = "(?>[^\\w.!?\\n]+\\w+){0,8}?[^\\w.!?\\n]*?"
    return "(?:\(left))\(gap)(?:\(right))|(?:\(right))\(gap)(?:\(left))"
  }

  private mutating func phrase(_ lengths: ClosedRange<Int>) -> String {
    let count = Int.random(in: lengths, using: &random)
    return (0..<count).map { _ in word() }.joined(separator: "\\s+")
  }

  private mutating func hashtags() -> String {
    let count = Int.random(in: 1...6, using: &random)
    return (0..<count).map { _ in word() + word() }.joined(separator: "|")
  }

  private mutating func shape() -> Rule {
    let shape = Self.shapes.randomElement(using: &random) ?? Self.shapes[0]
    return Rule(source: shape.source, isCaseless: shape.isCaseless)
  }

  private mutating func obfuscated() -> String {
    let letters = word().unicodeScalars.prefix(7)
    if Bool.random(using: &random) {
      return "\\b" + letters.map { "[\($0)*@]" }.joined() + "\\b"
    }
    return "\\b" + letters.map(String.init).joined(separator: "[\\W_]{1,2}") + "\\b"
  }

  private mutating func lookAround() -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: "(?<!\\bno )\\b(?:\(list(1...4)))\\b(?! \(word()))"
    case 1: "^(?=.*\\b\(word())\\b).*?\\b(?:\(list(1...4)))"
    default: "(?<![\\w#@])(?:\(list(1...6)))(?!\\w)"
    }
  }
}
