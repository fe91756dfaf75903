extension Term {
  /// The terms that it stands for: those of a choice that is all of it, and those of a choice of words and signs
  /// at either end; else itself.
  ///
  /// Each is then looked for by its own letters, once for all lists that have it, and words keep their boundaries
  /// beside signs, which have none.
  var alternatives: [Term] {
    if pieces.count == 1, case .choice(let choices, isOptional: false) = pieces[0] {
      return choices.flatMap(\.alternatives)
    }
    return (divided(at: .first) ?? divided(at: .last))?.flatMap(\.alternatives) ?? [self]
  }

  private enum Edge {
    case first, last
  }

  private enum Kind {
    case word, sign
  }

  /// A term for each branch of the choice at an edge; `nil` unless some may be words there and some signs.
  private func divided(at edge: Edge) -> [Term]? {
    guard case .choice(let choices, let isOptional) = edge == .first ? pieces.first : pieces.last,
      Self.kinds(of: pieces[...], at: edge).count == 2
    else { return nil }
    var rest = edge == .first ? pieces.dropFirst() : pieces.dropLast()
    var terms = choices.map { choice in
      Term(pieces: edge == .first ? choice.pieces + rest : rest + choice.pieces)
    }
    if isOptional {
      if edge == .first, rest.first == .space { rest.removeFirst() }
      if edge == .last, rest.last == .space { rest.removeLast() }
      if !rest.isEmpty { terms.append(Term(pieces: Array(rest))) }
    }
    return terms
  }

  /// What a term may begin or end with.
  private static func kinds(of pieces: ArraySlice<Piece>, at edge: Edge) -> Set<Kind> {
    var rest = pieces
    var kinds: Set<Kind> = []
    while let piece = edge == .first ? rest.popFirst() : rest.popLast() {
      switch piece {
      case .literal(let text), .inflected(let text), .open(let text):
        let scalars = text.unicodeScalars.filter { !TermPattern.isApostrophe($0) }
        let outer = edge == .first ? scalars.first : scalars.last
        guard let outer else { return kinds }
        return kinds.union([TermPattern.isWordScalar(outer) ? .word : .sign])
      case .space: continue
      case .choice(let choices, let isOptional):
        for choice in choices { kinds.formUnion(Self.kinds(of: choice.pieces[...], at: edge)) }
        if !isOptional { return kinds }
      }
    }
    return kinds
  }
}
