/// One term of a list: words, choices, inflections and open endings, as the rule language writes them.
///
/// `kick~ (the|their)? door~` is four pieces: an inflected word, a space, an optional choice (with
/// its space) and another inflected word.
package struct Term: Sendable, Equatable {
  /// The pieces in the order in which they are written.
  package let pieces: [Piece]
  /// Where the term stands in the text that it was read from, in Unicode scalars.
  package let range: Range<Int>

  /// A piece of a term.
  package indirect enum Piece: Sendable, Equatable {
    /// Letters, digits and signs, found as they are.
    case literal(String)
    /// A word with its inflections.
    case inflected(String)
    /// A word with any ending.
    case open(String)
    /// One of several terms, or nothing when optional.
    case choice([Term], isOptional: Bool)
    /// White space or a hyphen.
    case space
  }

  /// Why a term could not be read.
  package struct Fault: Error, Equatable {
    /// What is wrong.
    package let message: String
    /// Where, in Unicode scalars from the term's start.
    package let offset: Int
  }

  /// Reads a term.
  ///
  /// - Parameter text: The term as a list or a rule writes it.
  /// - Throws: ``Fault`` where it is wrong.
  package init(parsing text: String) throws(Fault) {
    var reader = TermReader(text)
    self = try reader.wholeTerm()
  }

  init(pieces: [Piece], range: Range<Int> = 0..<0) {
    self.pieces = pieces
    self.range = range
  }

  /// True for terms that find the same, wherever they were written.
  package static func == (left: Term, right: Term) -> Bool {
    left.pieces == right.pieces
  }
}

/// Reads the notation of terms, scalar by scalar.
private struct TermReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func wholeTerm() throws(Term.Fault) -> Term {
    let term = try sequence(depth: 0)
    if position < scalars.count {
      throw Term.Fault(message: "“\(scalars[position])” has no “(” before it", offset: position)
    }
    return term
  }

  private mutating func sequence(depth: Int) throws(Term.Fault) -> Term {
    guard depth < 8 else {
      throw Term.Fault(message: "choices are nested too deeply", offset: position)
    }
    var pieces: [Term.Piece] = []
    let start = position
    var written: Range<Int>?
    while position < scalars.count, !Self.endsSequence(scalars[position], at: depth) {
      let pieceStart = position
      switch scalars[position] {
      case " ", "\t", "\u{A0}":
        position += 1
        if pieces.last != .space { pieces.append(.space) }
      case "(":
        pieces.append(try choice(depth: depth))
      case "|":
        throw Term.Fault(message: "“|” stands outside of “(…)”", offset: position)
      default:
        pieces.append(try word())
      }
      if pieces.last != .space { written = (written?.lowerBound ?? pieceStart)..<position }
    }
    if pieces.first == .space { pieces.removeFirst() }
    if pieces.last == .space { pieces.removeLast() }
    guard !pieces.isEmpty else { throw Term.Fault(message: "a term is empty", offset: start) }
    return Term(pieces: pieces, range: written ?? start..<position)
  }

  private static func endsSequence(_ scalar: Unicode.Scalar, at depth: Int) -> Bool {
    scalar == ")" || (scalar == "|" && depth > 0)
  }

  private mutating func choice(depth: Int) throws(Term.Fault) -> Term.Piece {
    let opening = position
    var choices: [Term] = []
    repeat {
      position += 1
      choices.append(try sequence(depth: depth + 1))
    } while position < scalars.count && scalars[position] == "|"
    guard position < scalars.count else {
      throw Term.Fault(message: "“(” has no “)” after it", offset: opening)
    }
    position += 1
    let isOptional = position < scalars.count && scalars[position] == "?"
    if isOptional { position += 1 }
    return .choice(choices, isOptional: isOptional)
  }

  private mutating func word() throws(Term.Fault) -> Term.Piece {
    let start = position
    var text = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case " ", "\t", "\u{A0}", "(", ")", "|":
        return .literal(String(text))
      case "~", "*":
        guard !text.isEmpty else {
          throw Term.Fault(message: "“\(scalar)” has no word before it", offset: start)
        }
        position += 1
        return scalar == "~" ? .inflected(String(text)) : .open(String(text))
      default:
        text.append(scalar)
        position += 1
      }
    }
    return .literal(String(text))
  }
}
