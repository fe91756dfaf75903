/// One way to write a term, with everything left out that makes no difference to what it finds.
///
/// The tokens are words, single signs, and a space for white space or a hyphen; a word that ends in `*` goes on in any
/// way. Terms that find the same texts have the same spellings.
package struct Spelling: Sendable, Hashable {
  /// The tokens.
  package let tokens: [String]

  /// The most spellings of one term that are written out.
  package static let limit = 2_000

  /// All spellings of a term.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - letterCase: How case counts; where it does not, spellings are in small letters.
  /// - Returns: Each spelling once, in the order of the choices; `nil` when there are more than ``limit``.
  package static func all(of term: Term, _ letterCase: Matcher.LetterCase) -> [Spelling]? {
    guard let texts = texts(of: term) else { return nil }
    var seen: Set<Spelling> = []
    return texts.map { Spelling($0, letterCase) }.filter { seen.insert($0).inserted }
  }

  /// Takes a text in which `*` stands for any ending.
  package init(_ text: String, _ letterCase: Matcher.LetterCase) {
    let text = letterCase == .ignore ? text.lowercased() : text
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
      } else if !tokens.isEmpty, tokens.last != " " {
        tokens.append(" ")
      }
    }
    end()
    if tokens.last == " " { tokens.removeLast() }
    self.tokens = tokens
  }

  private static func texts(of term: Term) -> [String]? {
    var texts = [""]
    for piece in term.pieces {
      guard let ways = ways(of: piece), texts.count * ways.count <= limit else { return nil }
      texts = texts.flatMap { text in ways.map { text + $0 } }
    }
    return texts
  }

  private static func ways(of piece: Term.Piece) -> [String]? {
    switch piece {
    case .literal(let text): return variants(of: text)
    case .inflected(let text): return Inflections.forms(of: text).flatMap(variants)
    case .open(let text): return variants(of: text).map { $0 + "*" }
    case .space: return [" "]
    case .choice(let choices, let isOptional):
      var ways = isOptional ? [""] : []
      for choice in choices {
        guard let texts = texts(of: choice) else { return nil }
        ways += texts
      }
      return ways
    }
  }

  /// A word with its apostrophes and without them, since they may be left out.
  private static func variants(of text: String) -> [String] {
    var straight = ""
    var bare = ""
    for scalar in text.unicodeScalars {
      if TermPattern.isApostrophe(scalar) {
        straight += "'"
      } else {
        straight.unicodeScalars.append(scalar)
        bare.unicodeScalars.append(scalar)
      }
    }
    return straight == bare || bare.isEmpty ? [straight] : [straight, bare]
  }
}
