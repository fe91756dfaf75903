/// One way to write a term, with everything left out that makes no difference to what it finds.
///
/// The tokens are words, single signs, and a space for white space or a hyphen; a word that ends in `*` goes on in any
/// way. Terms that find the same texts have the same spellings.
package struct Spelling: Sendable, Hashable {
  /// The tokens.
  package let tokens: [String]

  /// The most spellings of one term that are written out.
  package static let limit = 500

  /// All spellings of a term.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - letterCase: How case counts; where it does not, spellings are in small letters.
  /// - Returns: Each spelling once, in the order of the choices; `nil` when there are more than ``limit``.
  package static func all(of term: Term, _ letterCase: Matcher.LetterCase) -> [Spelling]? {
    guard let ways = ways(of: term, letterCase) else { return nil }
    var seen: Set<Spelling> = []
    return ways.map { Spelling(trimming: $0) }.filter { seen.insert($0).inserted }
  }

  /// Takes a text in which `*` stands for any ending.
  package init(_ text: String, _ letterCase: Matcher.LetterCase) {
    self.init(trimming: Self.tokens(of: letterCase == .ignore ? text.lowercased() : text))
  }

  private init(trimming tokens: [String]) {
    var rest = tokens[...]
    if rest.first == " " { rest.removeFirst() }
    if rest.last == " " { rest.removeLast() }
    self.tokens = Array(rest)
  }

  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      if TermPattern.isWordScalar(scalar) || scalar == "*" {
        word.unicodeScalars.append(scalar)
        continue
      }
      end()
      let isGap = scalar == "-" || scalar.properties.isWhitespace
      if !isGap {
        tokens.append(String(scalar))
      } else if tokens.last != " " {
        tokens.append(" ")
      }
    }
    end()
    return tokens
  }

  // MARK: - Pieces

  private static func ways(of term: Term, _ letterCase: Matcher.LetterCase) -> [[String]]? {
    var ways: [[String]] = [[]]
    for piece in term.pieces {
      guard let next = self.ways(of: piece, letterCase), ways.count * next.count <= limit else {
        return nil
      }
      ways = ways.flatMap { start in next.map { joined(start, $0) } }
    }
    return ways
  }

  private static func ways(
    of piece: Term.Piece, _ letterCase: Matcher.LetterCase
  ) -> [[String]]? {
    switch piece {
    case .literal(let text): return variants(of: text, letterCase)
    case .inflected(let text):
      return Inflections.forms(of: text).flatMap { variants(of: $0, letterCase) }
    case .open(let text): return variants(of: text, ending: "*", letterCase)
    case .space: return [[" "]]
    case .choice(let choices, let isOptional):
      var all: [[String]] = isOptional ? [[]] : []
      for choice in choices {
        guard let ways = ways(of: choice, letterCase) else { return nil }
        all += ways
      }
      return all
    }
  }

  /// Two runs of tokens in one, with one space where both have one, and words that touch made one word.
  private static func joined(_ left: [String], _ right: [String]) -> [String] {
    guard let last = left.last, let first = right.first else { return left + right }
    if last == " ", first == " " { return left + right.dropFirst() }
    guard isWord(last), isWord(first) else { return left + right }
    return left.dropLast() + [last + first] + right.dropFirst()
  }

  private static func isWord(_ token: String) -> Bool {
    token.unicodeScalars.first.map { TermPattern.isWordScalar($0) || $0 == "*" } ?? false
  }

  /// A word with its apostrophes and without them, since they may be left out.
  private static func variants(
    of text: String, ending: String = "", _ letterCase: Matcher.LetterCase
  ) -> [[String]] {
    var straight = ""
    var bare = ""
    for scalar in (letterCase == .ignore ? text.lowercased() : text).unicodeScalars {
      if TermPattern.isApostrophe(scalar) {
        straight += "'"
      } else {
        straight.unicodeScalars.append(scalar)
        bare.unicodeScalars.append(scalar)
      }
    }
    let texts = straight == bare || bare.isEmpty ? [straight] : [straight, bare]
    return texts.map { tokens(of: $0 + ending) }
  }
}
