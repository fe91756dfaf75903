import PCRE2
import TestSupport

/// Patterns without sense, of every construct that is analysed, over so few letters that they match.
struct RandomPatterns {
  /// One pattern.
  struct Pattern {
    let source: String
    let isCaseless: Bool
  }

  private var random: SeededGenerator

  /// Makes patterns that compile.
  static func make(count: Int, seed: UInt64) -> [Pattern] {
    var maker = RandomPatterns(random: SeededGenerator(seed: seed))
    var patterns: [Pattern] = []
    while patterns.count < count {
      let source = maker.choice(depth: 0)
      let isCaseless = Bool.random(using: &maker.random)
      if (try? PCRE2.Pattern(source, options: .init(caseless: isCaseless))) != nil {
        patterns.append(Pattern(source: source, isCaseless: isCaseless))
      }
    }
    return patterns
  }

  /// Makes texts of the letters of the patterns.
  static func texts(count: Int, seed: UInt64) -> [String] {
    var maker = RandomPatterns(random: SeededGenerator(seed: seed))
    return (0..<count).map { _ in
      let length = Int.random(in: 0...90, using: &maker.random)
      return (0..<length).map { _ in maker.letter(of: Self.textLetters) }.joined()
    }
  }

  private static let letters = [
    "a", "b", "s", "k", "K", "A", "1", "2", " ", " ", "_", "-", "#", "@", "é", "É", "👮", "’", "ab",
    "sk", "abs", "bask", "£",
  ]
  private static let textLetters =
    letters + [
      "a", "b", "s", "k", " ", "\u{17F}", "\u{212A}", "٣", "\n", "\u{A0}", "ask", "B", "S", "!",
      "*",
    ]
  private static let sets = [
    "\\d", "\\w", "\\s", ".", "[ab]", "[^ab]", "[^\\w]", "[a-k]", "\\S", "\\D", "[\\d ]", "[A-Z]",
    "[’']", "[#@]", "[éa]", "\\p{Lu}", "[[:alpha:]]", "\\W", "\\h", "[^\\W\\d]", "\\x{e9}",
    "\\Qa.\\E",
  ]
  private static let places = ["\\b", "\\B", "^", "$", "\\b", "\\b", "(?<!\\w)", "(?!\\w)", "\\K"]
  private static let quantifiers = [
    "?", "*", "+", "{2}", "{1,2}", "{0,2}", "{2,}", "+?", "*+", "{3}", "??",
  ]

  private mutating func letter(of letters: [String]) -> String {
    letters.randomElement(using: &random) ?? ""
  }

  private mutating func choice(depth: Int) -> String {
    let count =
      Int.random(in: 0..<5, using: &random) == 0 ? Int.random(in: 2...4, using: &random) : 1
    return (0..<count).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in piece(depth: depth) }.joined()
  }

  private mutating func piece(depth: Int) -> String {
    let kind = Int.random(in: 0..<20, using: &random)
    if kind < 2 { return letter(of: Self.places) }
    var atom: String
    switch kind {
    case ..<13: atom = letter(of: Self.letters)
    case ..<16: atom = letter(of: Self.sets)
    default: atom = depth < 3 ? group(choice(depth: depth + 1)) : "a"
    }
    if Int.random(in: 0..<4, using: &random) == 0 { atom += letter(of: Self.quantifiers) }
    return atom
  }

  private mutating func group(_ body: String) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: "(?=\(body))"
    case 1: "(?!\(body))"
    case 2: "(?<=\(letter(of: Self.letters)))\(body)"
    case 3: "(?>\(body))"
    case 4: "(?i:\(body))"
    case 5: "(?-i:\(body))"
    case 6: "((?i)\(body))"
    case 7: "(\(body))"
    case 8: "(a|(\(body)))\\1?"
    default: "(?:\(body))"
    }
  }
}
