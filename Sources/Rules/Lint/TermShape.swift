/// Finds terms that are written amiss: as regular expressions, or with words and signs in one choice.
struct TermShape {
  /// Where terms stand.
  let places: TermPlaces

  /// What is wrong with the terms of a group.
  func problems(of group: TermGroup) -> [RuleProblem] {
    group.terms.flatMap { term in
      RegexLook(term.value).places.map { expression(in: term, at: $0) } + mixedChoices(in: term)
    }
  }

  private func expression(in term: Placed<String>, at range: Range<Int>) -> RuleProblem {
    let text = String(
      String.UnicodeScalarView(
        term.value.unicodeScalars.dropFirst(range.lowerBound)
          .prefix(range.count)))
    return places.problem(
      .neverMatches, in: term, range,
      "A term is no regular expression: `\(text)` only finds these very signs.",
      hint: "A term has `(a|b)`, `(a|b)?`, `kick~` and `kick*`; for more write a `pattern`.")
  }

  private func mixedChoices(in term: Placed<String>) -> [RuleProblem] {
    guard let read = try? Term(parsing: term.value) else { return [] }
    let isMixed = [Edge.first, .last].contains { edge in
      let signs = Self.kinds(of: read.pieces[...], at: edge)
      return signs.contains(.word) && signs.contains(.sign)
    }
    guard isMixed else { return [] }
    return [
      places.problem(
        .mixedChoice, in: term, read.range,
        "Words and signs share a choice, so that its words are found inside longer words too.",
        hint: "Make the signs a term of their own.")
    ]
  }

  private enum Edge {
    case first, last
  }

  private enum Kind {
    case word, sign
  }

  /// What a term may begin or end with.
  private static func kinds(of pieces: ArraySlice<Term.Piece>, at edge: Edge) -> Set<Kind> {
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
